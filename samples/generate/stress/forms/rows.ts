/**
 * @module Rows that several sketched tables share: functional, fund and economic items, and the ways to print their
 * codes.
 */
export const FUNCTIONAL = [
  ['201', '一般公共服务支出'],
  ['20103', '政府办公厅（室）及相关机构事务'],
  ['2010301', '行政运行'],
  ['2010302', '一般行政管理事务'],
  ['208', '社会保障和就业支出'],
  ['20805', '行政事业单位养老支出'],
  ['2080501', '行政单位离退休'],
  ['2080505', '机关事业单位基本养老保险缴费支出'],
  ['210', '卫生健康支出'],
  ['21011', '行政事业单位医疗'],
  ['2101101', '行政单位医疗'],
  ['221', '住房保障支出'],
  ['22102', '住房改革支出'],
  ['2210201', '住房公积金'],
] as const;
export const FUND = [
  ['212', '城乡社区支出'],
  ['21208', '国有土地使用权出让收入安排的支出'],
  ['2120801', '征地和拆迁补偿支出'],
  ['2120899', '其他国有土地使用权出让收入安排的支出'],
  ['229', '其他支出'],
  ['22960', '彩票公益金安排的支出'],
  ['2296002', '用于社会福利的彩票公益金支出'],
] as const;
export const CAPITAL = [
  ['223', '国有资本经营预算支出'],
  ['22301', '解决历史遗留问题及改革成本支出'],
  ['2230105', '国有企业退休人员社会化管理补助支出'],
] as const;
export const WAGES = [
  ['301', '工资福利支出'],
  ['30101', '基本工资'],
  ['30102', '津贴补贴'],
  ['30103', '奖金'],
  ['30108', '机关事业单位基本养老保险缴费'],
  ['30113', '住房公积金'],
  ['303', '对个人和家庭的补助'],
  ['30302', '退休费'],
  ['30309', '奖励金'],
] as const;
export const GOODS = [
  ['302', '商品和服务支出'],
  ['30201', '办公费'],
  ['30202', '印刷费'],
  ['30211', '差旅费'],
  ['30217', '公务接待费'],
  ['30231', '公务用车运行维护费'],
  ['30239', '其他交通费用'],
  ['310', '资本性支出'],
  ['31002', '办公设备购置'],
] as const;

export type Rows = readonly (readonly [string, string])[];

/** n cells of one kind. */
export const some = (n: number, what = '~'): string => Array.from({ length: n }, () => what).join('|');
export const range = (from: number, n: number): number[] => Array.from({ length: n }, (_, i) => from + i);
export const split = (code: string): string => `${code.slice(0, 3)}|${code.slice(3, 5)}|${code.slice(5, 7)}`;
/** The whole code in the column of its level. */
export const stepped = (code: string): string =>
  `${code.length === 3 ? code : ''}|${code.length === 5 ? code : ''}|${code.length === 7 ? code : ''}`;
/** Code, name, one amount, then amounts or nothing. */
export const coded = (list: Rows, n: number, code: (c: string) => string = (c) => c): string[] =>
  list.map(([c, name]) => `${code(c)}|${name}|#${n > 1 ? `|${some(n - 1)}` : ''}`);
/** Names set in by their level. */
export const indented = (list: Rows): [string, string][] =>
  list.map(([c, name]) => [c, `${'  '.repeat((c.length - 3) / 2)}${name}`]);
