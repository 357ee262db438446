/** @module Title, captions and lines in; the fiscal year that they agree on most, null where none is printed, out. */
import type { DocumentMeta, Table } from '../../../schemas/index.js';
import { fold } from '../../domain/labels.js';
import { withPlainYears } from './clean.js';

const TITLE_WEIGHT = 3;
const YEAR = /((?:19|20)\d\d)年/;
/** （2026年度）, 2026（年度）: alone on its line or in its cell. */
const YEAR_ALONE = /^\(?((?:19|20)\d\d)\(?年度\)?$/;
const YEAR_LINE = /(?:19|20)\d\d\s*年度\s+.*单位/;
const DRAFT = /((?:19|20)\d\d)年(?:[^年]{0,12})?预算\(?草案/;

const plain = (text: string): string => withPlainYears(fold(text));

/** What decides, in this order: title and captions; headings; headers of columns. */
export function fiscalYear(
  kind: DocumentMeta['kind'],
  title: string | null,
  lines: readonly string[],
  tables: readonly Table[],
): number | null {
  // 关于某市2025年预算执行情况和2026年预算草案的报告: the budget's year, not the one it looks back on.
  const draft = DRAFT.exec(plain(title ?? ''))?.[1];
  if (draft !== undefined) return Number(draft);
  return (
    byCaptions(title, lines, tables) ??
    elected(lines, /((?:19|20)\d\d)年度?(?:部门|单位)(?:综合)?(?:决算|预算)/) ??
    elected(lines, /^[^。，]{0,30}((?:19|20)\d\d)年度?[^。，]{0,30}表$/) ??
    byHeaders(kind, tables)
  );
}

function byCaptions(title: string | null, lines: readonly string[], tables: readonly Table[]): number | null {
  const votes = new Votes();
  if (title !== null) votes.add(YEAR.exec(plain(title))?.[1], TITLE_WEIGHT);
  for (const table of tables) {
    if (table.title !== null) votes.add(YEAR.exec(plain(table.title))?.[1]);
    for (const cell of table.cells) if (cell.row < 4) votes.add(YEAR_ALONE.exec(fold(cell.text))?.[1]);
  }
  for (const line of lines) {
    if (!line.includes('年度')) continue;
    votes.add(YEAR_ALONE.exec(fold(line))?.[1]);
    if (YEAR_LINE.test(line)) votes.add(/((?:19|20)\d\d)年度/.exec(fold(line))?.[1]);
  }
  return votes.winner();
}

function elected(lines: readonly string[], pattern: RegExp): number | null {
  const votes = new Votes();
  for (const line of lines) votes.add(pattern.exec(plain(line))?.[1]);
  return votes.winner();
}

/** 2025年预算数 | 2026年预算数: the latest year of the document's own phase. */
function byHeaders(kind: DocumentMeta['kind'], tables: readonly Table[]): number | null {
  const own = kind === 'budget' || kind === 'government_budget' ? '预算' : '决算';
  const pattern = new RegExp(`((?:19|20)\\d\\d)年度?${own}`);
  const years = tables.flatMap((table) =>
    table.cells.filter((cell) => cell.row < 5).map((cell) => pattern.exec(fold(cell.text))?.[1]),
  );
  const found = years.filter((year) => year !== undefined).map(Number);
  return found.length === 0 ? null : found.reduce((a, b) => Math.max(a, b));
}

/** Years with their votes; the later of two that draw. */
class Votes {
  private readonly counts = new Map<number, number>();

  add(year: string | undefined, weight = 1): void {
    if (year !== undefined) this.counts.set(Number(year), (this.counts.get(Number(year)) ?? 0) + weight);
  }

  winner(): number | null {
    let best: [number, number] | null = null;
    for (const entry of this.counts)
      if (best === null || entry[1] > best[1] || (entry[1] === best[1] && entry[0] > best[0])) best = entry;
    return best?.[0] ?? null;
  }
}
