/** @module The text of one cell of a table, white space removed, in; what it says of its row out: header, numbering, total, the form's label. */

/** 一、…, （一）…, 1.…, 其中：…: a label of a row, never of a column. */
export function isNumberedLabel(text: string): boolean {
  return /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、.．](?!\d)|其中[:：])/.test(text);
}

/** 一、…, （一）…, 1.…, 其中：…, …合计: the beginning of a row, never the second half of one. */
export function beginsRow(text: string): boolean {
  return /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|其中[:：])|(合计|总计|小计)$/.test(
    text,
  );
}

/** The label of a row of totals and nothing else: 合计, 本年收入合计, 支出总计. */
export function isTotalLabel(text: string): boolean {
  return /^(合计|总计|小计|本年(收入|支出)合计|(收入|支出)总计|人员经费合计|公用经费合计)$/.test(text);
}

/** 合计 or 总计 alone. */
export function isGrandTotal(text: string): boolean {
  return /^(合计|总计)$/.test(text);
}

/** 本年支出合计, 收入总计. */
export function endsAsTotal(text: string): boolean {
  return /合计$|总计$/.test(text);
}

/** 合计 or 总计 anywhere: 合计（万元）. */
export function holdsTotal(text: string): boolean {
  return /合计|总计/.test(text);
}

/** 栏次: the row that numbers the columns says so. */
export function isColumnNumberLabel(text: string): boolean {
  return text === '栏次' || text === '栏 次';
}

/** What stands above the label columns where the others are numbered: 行次, 项目, **. */
export function isUnnumberedColumn(text: string): boolean {
  return /^(行次|项目|\*+|[-—]+)$/.test(text);
}

/** A year in a header: 2023, 2023年. */
export function isYearLabel(text: string): boolean {
  return /^(19|20)\d\d年?$/.test(text);
}

/** What a form begins with, its value beside it: 项目名称, 主管部门（盖章）. */
export function isFormLabel(text: string): boolean {
  return /(名称|主管部门|实施单位|项目负责人)([（(].*[）)])?$/.test(text);
}
