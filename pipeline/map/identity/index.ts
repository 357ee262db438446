/** @module Layouts and tables in; what the document is (kind, scope, institution, year, title, division) out. */
import type { DocumentMeta, Scope, Table } from '../../../schemas/index.js';
import type { Identity, MapInput } from '../types.js';
import { titleKey } from '../../domain/labels.js';
import { fold } from '../../domain/labels.js';
import { findDivision } from '../../domain/divisions.js';
import { cleanName, elect, runningNames, titleName, unitLineNames } from './entity.js';
import { findTitle, frontLines } from './title.js';

const TITLE_WEIGHT = 3;

export function identify(input: MapInput): Identity {
  const title = findTitle(input.layouts);
  const lines = input.layouts.flatMap((layout) => [...layout.lines, ...layout.furniture].map((line) => line.text));
  const quotes = input.tables.map((table) => table.unit_evidence?.quote ?? '').filter((quote) => quote !== '');
  const tableTitles = input.tables.map((table) => table.title ?? '').filter((text) => text !== '');
  const kind = documentKind(title, tableTitles, input.tables, lines);
  if (kind === 'other' && title === null) {
    return {
      kind,
      scope: null,
      entity: { name: null, division_code: null, division_name: null },
      fiscal_year: null,
      title: null,
    };
  }
  const votes = [...lines, ...quotes]
    .flatMap((line) => [...unitLineNames(line), ...runningNames(line)])
    .map((name) => ({ name, weight: 1 }));
  const named = title === null ? null : titleName(title);
  if (named !== null) votes.push({ name: named, weight: TITLE_WEIGHT });
  else
    for (const line of frontLines(input.layouts)) {
      const signed = cleanName(line);
      if (signed !== null) votes.push({ name: signed, weight: 1 });
    }
  const name = elect(votes);
  const division = findDivision(
    [name, title].filter((text) => text !== null),
    votes.map((vote) => vote.name),
  );
  return {
    kind,
    scope: scopeOf(kind, title, lines),
    entity: { name, division_code: division?.code ?? null, division_name: division?.name ?? null },
    fiscal_year: fiscalYear(title, lines, tableTitles),
    title,
  };
}

function documentKind(
  title: string | null,
  tableTitles: readonly string[],
  tables: readonly Table[],
  lines: readonly string[],
): DocumentMeta['kind'] {
  const text = title ?? '';
  if (/绩效/.test(text) && !/(?:部门|单位|度)(?:决算|预算(?!绩效))/.test(text)) return 'performance_evaluation';
  if (!/执行情况|草案/.test(text)) {
    const final = text.lastIndexOf('决算');
    const budget = text.lastIndexOf('预算');
    if (final >= 0 || budget >= 0) return final > budget ? 'final_accounts' : 'budget';
  }
  const keys = tableTitles.map(titleKey);
  const finals = keys.filter((key) => /决算.*表/.test(key)).length;
  const budgets = keys.filter(
    (key) => /预算.*表|收支总表|收入总表|支出总表/.test(key) && !/决算|绩效/.test(key),
  ).length;
  if (finals + budgets > 0) return finals >= budgets ? 'final_accounts' : 'budget';
  if (keys.some((key) => /绩效.*表/.test(key))) return 'performance_evaluation';
  // No title at all: what the column headers call their amounts.
  const headed = (word: string) =>
    tables.filter((table) => table.cells.some((cell) => cell.row < 5 && fold(cell.text) === word)).length;
  const actual = headed('决算数');
  if (actual > 0) return 'final_accounts';
  if (headed('预算数') > 0) return 'budget';
  const parts = lines
    .map((line) => /^第.{1,2}部分.*(?:部门|单位)(决算|预算)/.exec(line.replace(/\s+/g, ''))?.[1])
    .filter((word) => word !== undefined);
  if (parts.length === 0) return 'other';
  return parts.filter((word) => word === '决算').length * 2 >= parts.length ? 'final_accounts' : 'budget';
}

function scopeOf(kind: DocumentMeta['kind'], title: string | null, lines: readonly string[]): Scope | null {
  if (kind === 'other') return null;
  const stated = /(部门|单位)(?:决算|预算|整体)/.exec(title ?? '')?.[1];
  if (stated !== undefined) return stated === '部门' ? 'department' : 'unit';
  let department = 0;
  let unit = 0;
  for (const line of lines) {
    department += line.match(/部门(?:决算|预算)/g)?.length ?? 0;
    unit += line.match(/单位(?:决算|预算)/g)?.length ?? 0;
  }
  return department === unit ? null : department > unit ? 'department' : 'unit';
}

/** The year that title, table titles and the year lines above tables agree on most. */
function fiscalYear(title: string | null, lines: readonly string[], tableTitles: readonly string[]): number | null {
  const votes = new Map<number, number>();
  const vote = (text: string, pattern: RegExp, weight: number) => {
    const year = pattern.exec(text.replace(/\s+/g, ''))?.[1];
    if (year !== undefined) votes.set(Number(year), (votes.get(Number(year)) ?? 0) + weight);
  };
  if (title !== null) vote(title, /((?:19|20)\d\d)年/, TITLE_WEIGHT);
  for (const text of tableTitles) vote(text, /((?:19|20)\d\d)年/, 1);
  for (const line of lines) {
    if (
      line.includes('年度') &&
      /^\s*[（(]?\s*(?:19|20)\d\d\s*年度\s*[)）]?\s*$|(?:19|20)\d\d\s*年度\s+.*单位/.test(line)
    )
      vote(line, /((?:19|20)\d\d)年度/, 1);
  }
  if (votes.size === 0) for (const line of lines) vote(line, /((?:19|20)\d\d)年度?(?:部门|单位)(?:决算|预算)/, 1);
  let best: number | null = null;
  for (const [year, weight] of votes)
    if (best === null || weight > votes.get(best)! || (weight === votes.get(best)! && year > best)) best = year;
  return best;
}
