/**
 * @module A table's title and rows in; its kind out, or null where they do not surely name one. The title must be understood from end
 * to end and state the kind's coordinates and no others; the rows must bear it out. Without a title, only what the table shows decides.
 */
import type { DimensionKey } from '../domain/dimensions.js';
import type { TableKind } from '../domain/ids.js';
import { KINDS, type KindDeclaration, USUAL_TITLES } from '../domain/kinds.js';
import { editDistance } from '../domain/labels.js';
import { type Coordinates, LEXICON } from '../domain/lexicon/phrase.js';
import type { Rows } from './axis.js';
import { type TitlePhrase, readTitle } from './title.js';

const TITLE_KEYS: readonly DimensionKey[] = ['fund', 'type', 'flow', 'item', 'vintage', 'economic'];

/** What the title states; several values of one coordinate at once have no name: null. */
export function statedBy(title: TitlePhrase): Coordinates {
  const means: Coordinates = {};
  for (const key of TITLE_KEYS) if (title.means[key] !== undefined) Object.assign(means, { [key]: title.means[key] });
  const clash = title.conflict?.slice(0, title.conflict.indexOf(':'));
  if (clash === 'item') means.item = null;
  return means;
}

export interface Understood {
  kind: KindDeclaration | null;
  /** The title that says what the table is of; null: there is none, its rows show it. */
  title: TitlePhrase | null;
}

/**
 * @param shape what columns and rows show beyond doubt; asked where there is no title, or where the title is another table's
 * @param recognised the title may have wrong characters: the nearest usual title is taken for it
 */
export function kindOf(
  title: TitlePhrase,
  rows: Rows,
  shape: () => TableKind | null,
  recognised: boolean,
  kinds: readonly KindDeclaration[] = KINDS,
): Understood {
  const named = byTitle(kinds, title, rows);
  if (named !== null && !recognised && !SHOWN.has(named.id)) return { kind: named, title };
  const shown = shape();
  if (named !== null && (shown === null || shown === named.id)) return { kind: named, title };
  if (named !== null && !contradicts(named.id, shown!)) return { kind: named, title };
  if (recognised && named === null) {
    const usual = nearestTitle(title);
    const near = usual === null ? null : byTitle(kinds, usual, rows);
    if (near !== null && (shown === null || shown === near.id || !contradicts(near.id, shown)))
      return { kind: near, title: usual };
  }
  // A title of another form ("…表") rules out what the rows say; words that are no title do not.
  const foreign =
    !recognised &&
    named === null &&
    /表$/.test(title.words) &&
    byShape(kinds, shown, rows)?.id !== 'income_expenditure_summary';
  if (foreign && !title.explained) return { kind: null, title };
  return { kind: byShape(kinds, shown, rows), title: null };
}

/** Kinds whose rows tell for certain whether the title is theirs. */
const SHOWN: ReadonlySet<TableKind> = new Set(['fiscal_appropriation_summary', 'income_expenditure_summary']);

/**
 * Sources of its own in a table of appropriations; economic classes under a title without 基本支出 that heads
 * people and goods only.
 */
function contradicts(named: TableKind, shown: TableKind): boolean {
  if (SHOWN.has(named)) return SHOWN.has(shown) && shown === 'income_expenditure_summary';
  return named === 'general_public_budget_by_economic_class' && shown === 'basic_expenditure_by_economic_class';
}

function byShape(kinds: readonly KindDeclaration[], shown: TableKind | null, rows: Rows): KindDeclaration | null {
  return kinds.find((kind) => kind.id === shown && kind.axes.includes(rows.axis)) ?? null;
}

function byTitle(kinds: readonly KindDeclaration[], title: TitlePhrase, rows: Rows): KindDeclaration | null {
  if (!title.explained) return null;
  const stated = statedBy(title);
  if (stated.vintage === 'current') delete stated.vintage;
  const fits = kinds.filter((kind) => names(kind, title, stated));
  return fits.find((kind) => kind.axes.includes(rows.axis)) ?? null;
}

/** The only usual title that a recognised one is so near to. */
function nearestTitle(title: TitlePhrase): TitlePhrase | null {
  const limit = Math.min(3, Math.floor(title.words.length / 4));
  let best = limit + 1;
  let found: string | null = null;
  for (const usual of USUAL_TITLES) {
    const distance = editDistance(title.words, usual, limit);
    if (distance > limit || distance > best) continue;
    found = distance < best ? usual : null;
    best = distance;
  }
  return found === null ? null : readTitle(LEXICON, found, null);
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
