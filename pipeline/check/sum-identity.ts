/**
 * @module The one way in which rules compare amounts. In: a printed total and its printed parts. Out: the outcome,
 * with message, tolerance by rounding intervals, evidence on both sides, and the equation that lets the engine see
 * whose fault it is.
 */
import { Decimal } from '../domain/decimal.js';
import { isUnread } from '../domain/unread.js';
import type { Part, SumIdentity } from './identity.js';
import { isNonZero, isSure } from './operand.js';
import { close, decimal, inUnit } from './quantity.js';
import type { Quantity } from './quantity.js';
import { emptyParts, emptyTotal, findingOf } from './sum-words.js';
import type { Equation, Outcome } from './types.js';

/**
 * Empty places count as zero in the sum and are confirmed by nothing. Reading doubts (OCR) lower an error to a warning.
 * pass: equal, or equal within rounding (then with an info finding). fail: beyond rounding, or one side empty.
 */
export function sumIdentity(identity: SumIdentity): Outcome {
  const { total } = identity;
  // A sum cannot tell a figure that was not read from zero.
  if ([total, ...identity.parts.map((p) => p.operand)].some(({ fact }) => fact !== null && isUnread(fact)))
    return { outcome: 'not_applicable', why: 'a figure of it is printed and could not be read' };
  const printed: Part[] = [],
    facts: string[] = [];
  if (total.fact !== null) facts.push(total.fact.id);
  // One pass: most identities hold to the last digit, and then nothing more is asked.
  let nonZero = total.q !== null && isNonZero(total.q) ? 1 : 0,
    twoSided = true;
  let difference = total.q?.value ?? Decimal.ZERO;
  for (const part of identity.parts) {
    const { q, fact } = part.operand;
    if (q === null) continue;
    printed.push(part);
    if (isNonZero(q)) nonZero++;
    if (fact !== null) {
      facts.push(fact.id);
      // One figure against itself proves nothing.
      if (fact === total.fact) twoSided = false;
    }
    const { value } = total.q === null ? q : inUnit(q, total.q.unit);
    difference = part.sign === -1 ? difference.plus(value) : difference.minus(value);
  }
  if (total.q === null) {
    if (!printed.some((p) => isNonZero(p.operand.q!)))
      return { outcome: 'not_applicable', why: 'nothing is printed' };
    if (identity.totalExpected === false) return { outcome: 'not_applicable', why: 'the total is not printed' };
    return emptyTotal(identity, printed);
  }
  if (printed.length === 0) {
    if (!isNonZero(total.q)) return { outcome: 'not_applicable', why: 'zero without parts' };
    if (identity.partsExpected === false) return { outcome: 'not_applicable', why: 'no part is printed' };
    return emptyParts(identity);
  }
  const confirms = isNonZero(total.q) && nonZero > 1 && twoSided;
  if (difference.isZero()) return { outcome: 'pass', facts, confirms, nonZero };
  const closure = close(
    total.q,
    printed.map((p) => ({ q: p.operand.q!, sign: p.sign ?? (1 as const) })),
  );
  if (closure.verdict === 'beyond') {
    const sure = isSure([total, ...printed.map((p) => p.operand)]);
    if (closesWithoutUnits(total.q, printed)) {
      const remark = {
        zh: '不计单位则相符，可能是单位行有误',
        en: 'without the units they agree, so a unit line may be wrong',
      };
      return { outcome: 'fail', facts, finding: findingOf({ ...identity, remark }, printed, closure, 'warning') };
    }
    const severity = sure ? (identity.severity ?? 'error') : 'warning';
    return {
      outcome: 'fail',
      facts,
      equation: equationOf(identity, printed),
      finding: findingOf(identity, printed, closure, severity),
    };
  }
  return { outcome: 'pass', facts, confirms, nonZero, finding: findingOf(identity, printed, closure, 'info') };
}

/**
 * 元 read as 万元 is a factor of 10,000: one wrong unit line would else make every comparison an error. Rule unit-scale
 * names it.
 */
function closesWithoutUnits(total: Quantity, printed: Part[]): boolean {
  if (printed.every((p) => p.operand.q!.unit === total.unit)) return false;
  return (
    close(
      total,
      printed.map((p) => ({
        q: { value: p.operand.q!.value, half: p.operand.q!.half, unit: total.unit },
        sign: p.sign ?? 1,
      })),
    ).verdict !== 'beyond'
  );
}

function equationOf(identity: SumIdentity, printed: Part[]): Equation {
  const unit = identity.total.q!.unit;
  const terms: Equation['terms'] = [
    {
      fact: identity.total.fact?.id ?? null,
      sign: 1,
      value: decimal(identity.total.q!.value),
      half: decimal(identity.total.q!.half),
    },
  ];
  for (const p of printed) {
    const q = inUnit(p.operand.q!, unit);
    terms.push({
      fact: p.operand.fact?.id ?? null,
      sign: p.sign === -1 ? 1 : -1,
      value: decimal(q.value),
      half: decimal(q.half),
    });
  }
  return identity.place === undefined ? { terms } : { terms, place: identity.place };
}
