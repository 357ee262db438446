/**
 * @module Titles, tables and lines in; whether the document is a whole government's budget or accounts, and which of both, out. A
 * department's own document never is: its title says 部门 or 单位, or its name.
 */
import type { Table } from '../../../schemas/index.js';
import type { GovernmentKind } from '../../domain/ids.js';
import { fold, labelKey } from '../../domain/labels.js';

/** 部门预算, 单位决算, 市级部门…: of a department, whatever else is said. */
const DEPARTMENT = /(?:部门|单位)(?:综合|整体)?(?:预算|决算|收支|收入|支出|绩效)|(?:部门|单位)$/;
/** What only a whole government has or reports. */
const WHOLE_GOVERNMENT: readonly RegExp[] = [
  // 关于保定市2025年预算执行情况和2026年预算草案的报告
  /预算(?:收支)?执行(?:情况)?(?!率|进度)|预算\(?草案/,
  // 宁夏回族自治区2024年地方政府一般债务余额情况表
  /政府(?:一般|专项)?(?:债务|债券)/,
  // 武汉市2025年全市一般公共预算支出执行情况表, 市级一般公共预算收入表
  /(?:全[国省市区县州盟旗]|全自治区|[省市区县州盟旗镇乡](?:本)?级|本级)(?:财政)?(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金|财政)(?:预算|收支|收入|支出|总决算|决算)/,
  // 2022年海南省一般公共预算收入预算表: a place, and at once its budget
  /^\W{0,3}(?:(?:19|20)\d\d年度?)?[\u3400-\u9fff]{1,14}(?:省|市|自治区|自治州|区|县|盟|旗|镇|乡)(?:(?:19|20)\d\d年度?)?(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)(?:预算|基金|收入|支出)/,
  // 某镇2025年政府预算, 某区2024年财政决算
  /(?<!人民)政府(?:总)?(?:预算|决算)|财政(?:总|收支)?(?:预算|决算)(?!拨款|审|评|绩)/,
  // 社会保险基金收入预算表, 税收返还和转移支付决算表
  /社会保险基金(?:预算|决算|收入|支出|收支|结余)|税收返还|转移(?:性)?支付(?:补助)?(?:分地区|分项目|预算分|决算分|预算表|决算表)/,
];
/** 关于…预算执行和其他财政收支的审计工作报告, 关于批准预算的决议: about a government's budget, not the budget. */
const ABOUT = /审计|审查结果|决议|批复|批准|意见/;
/** Rows that only a government's income has. */
const TAXES = new Set(['税收收入', '非税收入', '增值税', '企业所得税', '个人所得税', '城市维护建设税', '契税']);
const FEWEST_TAXES = 3;

const saysGovernment = (text: string): boolean => WHOLE_GOVERNMENT.some((pattern) => pattern.test(text));

/** @param named an institution that cover or captions name; a whole government's document names a place alone */
export function governmentKind(
  title: string | null,
  tables: readonly Table[],
  lines: readonly string[],
  named: string | null,
): GovernmentKind | null {
  const cover = fold(title ?? '');
  if (ABOUT.test(cover) || DEPARTMENT.test(cover)) return null;
  const titles = tables.map((table) => fold(table.title ?? '')).filter((text) => text !== '');
  // A file that begins with a table has that table's title for its own: one voice among the tables.
  if (!saysGovernment(cover) || titles.includes(cover)) {
    if (named !== null || titles.some((text) => DEPARTMENT.test(text))) return null;
    const shown = titles.filter(saysGovernment).length;
    if (shown * 2 < titles.length || (shown === 0 && !tables.some(hasTaxes))) return null;
    if (titles.length === 0 && !tables.some(hasTaxes)) return null;
  }
  return accounts(cover, titles, lines) ? 'government_accounts' : 'government_budget';
}

function hasTaxes(table: Table): boolean {
  const found = new Set<string>();
  for (const cell of table.cells) {
    const label = labelKey(cell.text);
    if (TAXES.has(label)) found.add(label);
  }
  return found.size >= FEWEST_TAXES;
}

/** 决算 in title or tables; else the note below debt tables: 批准决算后二十日内公开. */
function accounts(cover: string, titles: readonly string[], lines: readonly string[]): boolean {
  for (const texts of [[cover], titles, lines.filter((line) => /批准(?:预算|决算)/.test(line))]) {
    const finals = texts.filter((text) => /决算/.test(text) && !/预算(?:\(?草案)/.test(text)).length;
    const budgets = texts.filter((text) => /预算/.test(text) && !/决算/.test(text)).length;
    if (finals !== budgets) return finals > budgets;
  }
  return false;
}
