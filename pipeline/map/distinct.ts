/**
 * @module Facts of a whole document in; the same, no two of one name out. Lists repeat a name (two purchases of one thing, the same code
 * once an institution that is not printed): what else the row prints goes into its path, and where nothing printed tells two rows apart,
 * the number of the place (第2处).
 */
import type { Fact } from '../../schemas/index.js';

/** Further words that a fact's row prints: attributes, remarks, ordinals; asked where names clash. */
export type FurtherWords = (fact: Fact) => readonly string[];

export function distinct(facts: readonly Fact[], further: FurtherWords): Fact[] {
  const first = clashing(facts);
  if (first.size === 0) return [...facts];
  const rows = rowsIn(facts, first);
  const worded = facts.map((fact) => {
    const words = rows.has(rowOf(fact)) ? further(fact) : [];
    const path = [
      ...words.filter((word) => !fact.row_path.includes(word) && word !== fact.row_label),
      ...fact.row_path,
    ];
    return path.length > fact.row_path.length ? { ...fact, row_path: path } : fact;
  });
  return numbered(worded);
}

/** The place of a row: its table and the row number that fact ids end in. */
const rowOf = (fact: Fact): string => fact.id.slice(0, fact.id.lastIndexOf('c'));

function keyOf(fact: Fact): string {
  return JSON.stringify([
    fact.table_kind,
    fact.row_id,
    fact.row_code,
    fact.row_label.replace(/\s+/g, ''),
    fact.row_path,
    fact.column_id,
    fact.column_id === null ? fact.column_label : null,
    fact.phase,
    fact.dimensions,
  ]);
}

function byKey(facts: readonly Fact[]): Map<string, Fact[]> {
  const keys = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const same = keys.get(key);
    if (same) same.push(fact);
    else keys.set(key, [fact]);
  }
  return keys;
}

/** Keys that stand for several values. */
function clashing(facts: readonly Fact[]): Map<string, Fact[]> {
  return new Map([...byKey(facts)].filter(([, same]) => new Set(same.map(({ value }) => value)).size > 1));
}

function rowsIn(facts: readonly Fact[], keys: ReadonlyMap<string, Fact[]>): Set<string> {
  return new Set(facts.filter((fact) => keys.has(keyOf(fact))).map(rowOf));
}

/** Rows of one name, where figures of theirs clash: each but the first gets its number, so that a row stays one. */
function numbered(facts: readonly Fact[]): Fact[] {
  const again = rowsIn(facts, clashing(facts));
  const named = new Map<string, string[]>();
  for (const fact of facts) {
    const row = rowOf(fact);
    if (!again.has(row)) continue;
    const name = JSON.stringify([fact.table_kind, fact.row_id, fact.row_code, fact.row_label, fact.row_path]);
    const rows = named.get(name) ?? [];
    named.set(name, rows);
    if (!rows.includes(row)) rows.push(row);
  }
  const numbers = new Map<string, number>();
  for (const rows of named.values()) rows.forEach((row, i) => numbers.set(row, Math.max(numbers.get(row) ?? 0, i)));
  return facts.map((fact) => {
    const number = numbers.get(rowOf(fact)) ?? 0;
    return number === 0 ? fact : { ...fact, row_path: [...fact.row_path, `第${number + 1}处`] };
  });
}
