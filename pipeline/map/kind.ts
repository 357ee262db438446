/**
 * @module A table's title and rows in; its kind out, or null where they do not surely name one. The title must be understood from end
 * to end and state the kind's coordinates and no others; the rows must bear it out. Without a title, only what the table shows decides.
 */
import type { DimensionKey } from '../domain/dimensions.js';
import { KINDS, type KindDeclaration } from '../domain/kinds.js';
import type { Coordinates } from '../domain/lexicon/phrase.js';
import type { Rows } from './axis.js';
import type { TitlePhrase } from './title.js';

const TITLE_KEYS: readonly DimensionKey[] = ['fund', 'type', 'flow', 'item', 'vintage'];

/** What the title states; several values of one coordinate at once have no name: null. */
export function statedBy(title: TitlePhrase): Coordinates {
  const means: Coordinates = {};
  for (const key of TITLE_KEYS) if (title.means[key] !== undefined) Object.assign(means, { [key]: title.means[key] });
  const clash = title.conflict?.slice(0, title.conflict.indexOf(':'));
  if (clash === 'item') means.item = null;
  return means;
}

export function kindOf(title: TitlePhrase, rows: Rows): KindDeclaration | null {
  if (!title.explained) return null;
  const stated = statedBy(title);
  if (stated.vintage === 'current') delete stated.vintage;
  const fits = KINDS.filter((kind) => names(kind, title, stated));
  return fits.find((kind) => kind.axes.includes(rows.axis)) ?? null;
}

function names(kind: KindDeclaration, title: TitlePhrase, stated: Coordinates): boolean {
  for (const mark of kind.marks ?? []) if (!title.marks.has(mark)) return false;
  for (const mark of kind.without ?? []) if (title.marks.has(mark)) return false;
  if (!kind.marks?.includes('performance') && title.marks.has('performance')) return false;
  if (!kind.marks?.includes('statistics') && title.marks.has('statistics') && stated.type === undefined) return false;
  for (const [key, value] of Object.entries(kind.means)) {
    const key_ = key as DimensionKey;
    if (stated[key_] === undefined && kind.fixes?.[key_] === value) continue;
    if (stated[key_] !== value) return false;
  }
  for (const key of TITLE_KEYS)
    if (stated[key] !== undefined && !(key in kind.means) && !kind.may?.includes(key)) return false;
  // 收支总表 without both halves is no summary; a fund's own table may print both flows.
  if (title.marks.has('both_flows') && !kind.marks?.includes('both_flows'))
    return kind.means.fund !== undefined && kind.means.fund !== 'fiscal_appropriation';
  return true;
}
