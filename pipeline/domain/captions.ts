/**
 * @module Lines and pieces of lines around a table, without white space, in; what of a caption they are out: unit, number, entity, year, title,
 * note, or a heading that is none of the table's.
 */

/** Money units that captions state. */
const UNITS = '(亿元|万元|千元|百元|元)';
const UNIT = new RegExp(`(?:金额)?(?:单位|计量单位)[:：](?:人民币)?${UNITS}`);
const BARE_UNIT = new RegExp(`^[（(]?(?:金额)?单位[:：]?(?:人民币)?${UNITS}[)）]?$`);
const UNIT_BEHIND_TITLE = new RegExp(`^(.*表)[（(]((?:金额)?单位[:：](?:人民币)?${UNITS})[)）]$`);
const PRINTED_NUMBER = new RegExp(
  [
    String.raw`公开\s*\d+(?:[-—－]\d+)?\s*表`,
    String.raw`^(?:(?:部门|单位)?公开)?附?表\s*[\d一二三四五六七八九十]+(?:[-—－.]\d+)?$`,
    String.raw`^(?:财决|预算)(?:公开)?\s*\d+\s*表$`,
  ].join('|'),
);
const OWN_HEADING = new RegExp(
  [
    ...['^第.{1,3}部分', '^[一二三四五六七八九十]+、', String.raw`^附件?[\d一二三四五六七八九十]*[:：]?$`],
    ...['年度?$', '(?:部门|单位)(?:预算|决算)(?:公开)?$', '情况$', '说明$'],
    '(?:局|委|会|办|厅|院|校|所|站|中心)$',
  ].join('|'),
);

/** 金额单位：万元, （单位：元), 编制单位：某局 单位：人民币元 -> the unit; null without one. */
export function unitOfCaption(text: string): string | null {
  return (UNIT.exec(text) ?? BARE_UNIT.exec(text))?.[1] ?? null;
}

/** 收入决算表（单位：万元） -> 收入决算表, 单位：万元. */
export function titleAndUnit(text: string): { title: string; unit: string } | null {
  const titled = UNIT_BEHIND_TITLE.exec(text);
  return titled ? { title: titled[1]!, unit: titled[2]! } : null;
}

/** 公开01表, 附表2-1, 财决01表: the number that a table prints of itself. */
export function printedTableNumber(text: string): string | null {
  return PRINTED_NUMBER.exec(text)?.[0].replace(/\s+/g, '') ?? null;
}

/** 编制单位：某局, 部门名称：某厅. */
export function isEntityLine(text: string): boolean {
  return /^(编制|填报|公开|预算)?(单位|部门|机构)([（(].{1,4}[）)])?(名称)?[:：]/.test(text);
}

/** 2023年度, （2023年）. */
export function isYearLine(text: string): boolean {
  return /^[（(]?\d{4}\s*年度?[)）]?$/.test(text);
}

/** 注：…, 说明：…, 备注1. …. */
export function startsNote(text: string): boolean {
  return /^[（(]?(注|说明|备注)[）)]?\s*\d*[:：、.．\s]/.test(text);
}

/** 表, 表（续）, 表（按功能分类科目）. */
export function endsAsTitle(text: string): boolean {
  return /表(（续[表]?\d*）|\(续[表]?\d*\)|续)?(（[^）]*）|\([^)]*\))?$/.test(text);
}

/** Titles of tables that are not called 表: 政府采购情况, 项目支出明细. */
export function endsAsList(text: string): boolean {
  return /情况$|明细$|统计$|名单$|清单$/.test(text);
}

/** What is left of a title whose beginning was not found. */
export function isTitleRest(title: string | null): boolean {
  return title === '表';
}

/** 三、收入决算情况见下表: a sentence's heading that only refers to a table. */
export function refersToTable(text: string): boolean {
  return /^[一二三四五六七八九十]+、.*(如下|见)/.test(text);
}

/** 一、…: a heading of the text, numbered. */
export function isNumberedHeading(text: string): boolean {
  return /^[一二三四五六七八九十]+、/.test(text);
}

/** Holds what titles of tables are about: 一般公共预算财政拨款. */
export function holdsTitleWord(text: string): boolean {
  return /收入|支出|收支|拨款|经费|基金|资本|预算|决算|采购|绩效|资产|项目|一般公共|政府性|国有/.test(text);
}

/** What stands above titles as a heading of its own: 第二部分, 附件1：, 2023年度, 示例局. */
export function isOwnHeading(text: string): boolean {
  return OWN_HEADING.test(text);
}

/** What ends the notes below a table: 第三部分…, 二、…, the next table's title or number. */
export function endsNotes(text: string): boolean {
  return /^第[一二三四五六七八九十]+部分|^[一二三四五六七八九十]+、|表$|^公开\d+表/.test(text);
}

/** A whole row of a table that is the caption of what stands below it: …表, （2023年度）, 单位：万元. */
export function isCaptionRow(text: string): boolean {
  return /表$|^[(（]?(?:19|20)\d\d年?度?[)）]?$|单位[:：]/.test(text);
}

/** A line as printed that captions repeat at the top of every page: 单位：万元, 公开 01 表, 部门：…. */
export function isRepeatedCaption(line: string): boolean {
  return /单位[:：]|公开\s*\d+\s*表|公开表\s*\d+|^\s*(部门|编制)/.test(line) || endsAsTitle(line.replace(/\s+/g, ''));
}

/** A title without its marks of continuation: 收入决算表（续） -> 收入决算表. */
export function withoutContinued(title: string): string {
  return title.replace(/[（(]?续表?\d*[)）]?/g, '');
}

/** - 12 -, 第 3 页, 3 / 共 20 页. */
export function isPageNumber(line: string): boolean {
  return /^[-—–－\s]*(第\s*)?\d{1,4}(\s*页)?([-—–－\s]*|\s*[/／]\s*(共\s*)?\d{1,4}(\s*页)?)$/.test(line);
}
