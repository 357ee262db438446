/**
 * @module Facts read from scans -> the same, where a figure's signs of grouping are odd (1.673.99, 1,673,99, 12
 * 34.56) with the one number
 * that the print can mean in its column: doubtful until sums hold it, with what was read and why. What could be of
 * two magnitudes stays as read.
 */
import type { Fact } from '../../schemas/index.js';
import { sameDigits } from '../check/judge/grade.js';
import { type Settled, settle } from '../domain/column-numbers.js';
import { parseNumber } from '../domain/numbers.js';
import { toYuan } from '../domain/units.js';
import type { PageLayout } from '../model.js';
import { readingsAt } from './candidates.js';

/** Figures of a column, and the share of them that must print the same decimals. */
const COLUMN_FIGURES = 3;
const COLUMN_SHARE = 0.8;
/** Below what any grade but doubtful takes: the value is our reading of a print that does not say so itself. */
const SETTLED = 0.5;

/** All facts in their order; those that were settled are new objects with `repair` set and no identities yet. */
export function settleOddFigures(facts: readonly Fact[], layouts: readonly PageLayout[]): Fact[] {
  if (!facts.some((f) => f.source === 'ocr')) return [...facts];
  const columns = new Map<string, Fact[]>();
  const put = (key: string, fact: Fact): void => {
    const list = columns.get(key);
    if (list) list.push(fact);
    else columns.set(key, [fact]);
  };
  for (const fact of facts) {
    put(columnOf(fact), fact);
    put(fact.table_id, fact);
  }
  return facts.map((fact) => {
    if (fact.source !== 'ocr' || fact.repair !== null || !/\d/.test(fact.raw_text)) return fact;
    const others = (key: string): Fact[] => columns.get(key)!.filter((f) => f !== fact);
    const decimals = usualDecimals(others(columnOf(fact))) ?? usualDecimals(others(fact.table_id));
    if (decimals === null) return fact;
    const settled =
      fact.value === null
        ? settle(fact.raw_text, decimals)
        : lostPoint(
            fact.value,
            decimals,
            readingsAt(fact, layouts).map((r) => r.text),
          );
    const value = settled === null ? null : parseNumber(settled.text).value;
    if (settled === null || value === null) return fact;
    return {
      ...fact,
      value,
      amount_yuan: toYuan(value, fact.unit),
      confidence: Math.min(fact.confidence, SETTLED),
      repair: { from: fact.raw_text, to: value, why: settled.why, identities: [] },
    };
  });
}

/** Only its signs were settled: the digits are as read. */
export function isSettled({ repair }: Pick<Fact, 'repair'>): boolean {
  return repair !== null && sameDigits(repair);
}

/** Cells of one column; ids of facts end in their cell's row and column. */
const columnOf = (fact: Fact): string => `${fact.table_id} ${/c\d+$/.exec(fact.id)?.[0] ?? fact.column_label}`;

/**
 * Decimals that the column's figures print, or null where they differ or are too few to say. A bare 0 is printed
 * beside any of them.
 */
function usualDecimals(facts: readonly Fact[]): number | null {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { value } of facts) {
    if (value === null || value === '0') continue;
    const decimals = value.split('.')[1]?.length ?? 0;
    counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
    all++;
  }
  const [usual] = [...counts.entries()].sort((a, b) => b[1] - a[1]);
  return usual && all >= COLUMN_FIGURES && usual[1] >= all * COLUMN_SHARE ? usual[0] : null;
}

/** A figure without its point: settled only where the picture was also read with the point in the column's place. */
function lostPoint(value: string, decimals: number, readings: readonly string[]): Settled | null {
  if (decimals === 0 || !/^-?\d+$/.test(value) || value.replace('-', '').length <= decimals) return null;
  const text = `${value.slice(0, -decimals)}.${value.slice(-decimals)}`;
  return readings.some((r) => parseNumber(r).value === text)
    ? {
        text,
        why: `its point was seen in one reading only; every other figure of its column has ${decimals} decimals`,
      }
    : null;
}
