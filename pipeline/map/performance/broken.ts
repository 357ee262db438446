/**
 * @module Facts of one form in; the same, where a narrow cell breaks an amount over two lines (11,542.00000 over 0) read as one number if
 * the form's other amounts print so many decimals, with what was printed and why. Otherwise it stays unread.
 */
import type { Fact } from '../../../schemas/index.js';
import { isGrouped } from '../../domain/number-shapes.js';
import { parseNumber } from '../../domain/numbers.js';
import { toYuan } from '../../domain/units.js';
import { isMoneyColumn } from './block.js';

/** Amounts that must print the same decimals, all of them. */
const ENOUGH = 3;
/** Fewer decimals say too little: 12.5 over 0 may be two figures. */
const FEWEST_DECIMALS = 2;

export function joinBroken(facts: readonly Fact[]): Fact[] {
  const decimals = new Set<number>();
  let amounts = 0;
  for (const fact of facts) {
    if (!isMoneyColumn(fact.column_id) || fact.value === null || Number(fact.value) === 0) continue;
    decimals.add(fact.value.split('.')[1]?.length ?? 0);
    amounts++;
  }
  const [usual] = decimals;
  if (amounts < ENOUGH || decimals.size !== 1 || usual === undefined || usual < FEWEST_DECIMALS) return [...facts];
  return facts.map((fact) => {
    if (fact.value !== null || fact.source !== 'text_layer' || !isMoneyColumn(fact.column_id)) return fact;
    const lines = fact.raw_text.trim().split('\n');
    const joined = lines.map((line) => line.trim()).join('');
    if (lines.length !== 2 || !/^\d+$/.test(lines[1]!.trim()) || !isGrouped(joined)) return fact;
    const { value } = parseNumber(joined);
    if (value === null || (value.split('.')[1]?.length ?? 0) !== usual) return fact;
    const why = `broken over two lines; the form's other amounts print ${usual} decimals`;
    return {
      ...fact,
      value,
      amount_yuan: toYuan(value, fact.unit),
      repair: { from: fact.raw_text, to: value, why, identities: [] },
    };
  });
}
