/** @module In: a printed part and its printed whole. Out: the outcome of "the part does not exceed its whole". */
import { Decimal } from '../domain/decimal.js';
import type { Operand } from './operand.js';
import { isNonZero, isSure } from './operand.js';
import type { Where } from './place.js';
import { close, decimal, decimalsOf, inUnit } from './quantity.js';
import type { Quantity } from './quantity.js';
import type { Equation, Outcome } from './types.js';

export interface AtMost {
  at: Where;
  part: Operand;
  whole: Operand;
  place?: string;
  /** What the part may not exceed, for the message: 小于基本支出中的相应科目. */
  remark?: { zh: string; en: string };
}

/** A part does not exceed its whole, by more than rounding. An empty whole counts as zero; then the finding is a warning. */
export function atMost({ at, part, whole, place, remark }: AtMost): Outcome {
  if (part.q === null || !isNonZero(part.q)) return { outcome: 'not_applicable', why: 'the part is empty or zero' };
  const zero: Quantity = { value: Decimal.ZERO, half: part.q.half, unit: part.q.unit };
  const { difference, tolerance, computed, verdict } = close(part.q, [{ q: whole.q ?? zero, sign: 1 }]);
  const facts = [part, whole].flatMap((o) => (o.fact === null || o.q === null ? [] : [o.fact.id]));
  const terms: Equation['terms'] = [part, whole].flatMap((o, i) => {
    if (o.q === null) return [];
    const q = inUnit(o.q, part.q!.unit);
    return [
      {
        fact: o.fact?.id ?? null,
        sign: i === 0 ? (1 as const) : (-1 as const),
        value: decimal(q.value),
        half: decimal(q.half),
      },
    ];
  });
  const equation: Equation = { terms, relation: 'at_most', ...(place === undefined ? {} : { place }) };
  // Equal printed figures of one thing agree; a smaller part proves nothing.
  if (verdict === 'equal') return { outcome: 'pass', facts, confirms: true, nonZero: 2 };
  if (verdict === 'rounding' || difference.lt(0)) return { outcome: 'pass', facts, confirms: false };
  const digits = decimalsOf(part.printed),
    more = decimal(difference, digits),
    unit = part.q.unit ?? '';
  return {
    outcome: 'fail',
    facts,
    equation,
    finding: {
      severity: isSure([part, whole]) && whole.q !== null ? 'error' : 'warning',
      message: `${at.where}：${part.name} ${part.printed} 大于 ${whole.name} ${whole.printed || '（空）'}，多 ${more}${unit}${remark ? `；${remark.zh}` : ''}。`,
      message_en:
        `${at.where_en}: ${part.name} ${part.printed} exceeds ${whole.name} ${whole.printed || '(empty)'} by ${more} ${unit}`.trimEnd() +
        (remark ? `; ${remark.en}.` : '.'),
      reported: part.printed,
      computed: decimal(computed, digits),
      difference: more,
      tolerance: decimal(tolerance),
      evidence: [part.evidence, whole.evidence],
    },
  };
}
