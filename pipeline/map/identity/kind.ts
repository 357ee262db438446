/** @module Title, tables and lines in; whether the document is a budget, accounts, a performance evaluation or none of these, out. */
import type { DocumentMeta, Table } from '../../../schemas/index.js';
import { fold, titleKey } from '../../domain/labels.js';

export function documentKind(
  title: string | null,
  tables: readonly Table[],
  lines: readonly string[],
): DocumentMeta['kind'] {
  const text = title ?? '';
  if (/绩效/.test(text) && !/(?:部门|单位|度)(?:综合)?(?:决算|预算(?!绩效))/.test(text))
    return 'performance_evaluation';
  if (!/执行情况|草案/.test(text)) {
    const final = text.lastIndexOf('决算');
    const budget = text.lastIndexOf('预算');
    if (final >= 0 || budget >= 0) return final > budget ? 'final_accounts' : 'budget';
  }
  return byTitles(tables) ?? byHeaders(tables) ?? byHeadings(lines) ?? 'other';
}

function byTitles(tables: readonly Table[]): DocumentMeta['kind'] | null {
  const keys = tables.map((table) => titleKey(table.title ?? '')).filter((key) => key !== '');
  const finals = keys.filter((key) => /决算.*表/.test(key)).length;
  const budgets = keys.filter(
    (key) => /预算.*表|收支总表|收入总表|支出总表/.test(key) && !/决算|绩效/.test(key),
  ).length;
  if (finals + budgets > 0) return finals >= budgets ? 'final_accounts' : 'budget';
  return keys.some((key) => /绩效.*表/.test(key)) ? 'performance_evaluation' : null;
}

/** No title at all: what the column headers call their amounts. */
function byHeaders(tables: readonly Table[]): DocumentMeta['kind'] | null {
  const headed = (word: string) =>
    tables.some((table) => table.cells.some((cell) => cell.row < 5 && fold(cell.text) === word));
  if (headed('决算数')) return 'final_accounts';
  return headed('预算数') ? 'budget' : null;
}

/** 第二部分 2019年度部门预算表 */
function byHeadings(lines: readonly string[]): DocumentMeta['kind'] | null {
  const parts = lines
    .map((line) => /^第.{1,2}部分.*(?:部门|单位)(决算|预算)/.exec(line.replace(/\s+/g, ''))?.[1])
    .filter((word) => word !== undefined);
  if (parts.length === 0) return null;
  return parts.filter((word) => word === '决算').length * 2 >= parts.length ? 'final_accounts' : 'budget';
}
