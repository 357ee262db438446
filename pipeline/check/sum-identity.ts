/**
 * @module The one way in which rules compare amounts. In: a printed total and its printed parts. Out: the outcome, with message,
 * tolerance by rounding intervals, evidence on both sides, and the equation that lets the engine see whose fault it is.
 */
import type { Severity } from '../../schemas/index.js';
import { Decimal } from './decimal.js';
import type { Operand } from './operand.js';
import type { Where } from './place.js';
import { close, decimal, decimalsOf, inUnit } from './quantity.js';
import type { Closure, Quantity } from './quantity.js';
import type { Equation, Finding, Outcome } from './types.js';

export interface Part {
  operand: Operand;
  sign?: 1 | -1;
}

export interface SumIdentity {
  /** Where: 支出决算表“208 社会保障和就业支出”. Starts the message. */
  at: Where;
  total: Operand;
  parts: Part[];
  /** What the parts are together: 各款之和. Used where there are too many to list. */
  sumName?: string;
  /** Severity beyond rounding where the reading is sure. @default "error" */
  severity?: Severity;
  /** Failures of one place share it, see Equation.place. */
  place?: string;
  /** A sentence for the message that says why it matters or what may be behind it. */
  remark?: { zh: string; en: string };
  /** An empty total over parts that are not zero is a finding. @default true */
  totalExpected?: boolean;
  /** Parts that are all empty under a total that is not zero are a finding. @default true */
  partsExpected?: boolean;
}

/** Parts named in a message one by one up to this many; more make it unreadable. */
const MAX_LISTED = 6;
/** Evidence is for the eye: past this many boxes nobody looks. */
const MAX_EVIDENCE = 60;

/**
 * Empty places count as zero in the sum and are confirmed by nothing. Reading doubts (OCR) lower an error to a warning.
 * pass: equal, or equal within rounding (then with an info finding). fail: beyond rounding, or one side empty.
 */
export function sumIdentity(identity: SumIdentity): Outcome {
  const { total } = identity;
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

/** Two printed figures of the same thing: a sum of one part. */
export function equalIdentity(identity: Omit<SumIdentity, 'parts'> & { other: Operand }): Outcome {
  const { other, ...rest } = identity;
  return sumIdentity({ ...rest, parts: [{ operand: other }] });
}

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

export function isNonZero(q: Quantity): boolean {
  return !q.value.isZero();
}

/** A text layer can be doubted too: glyphs without Unicode, two readers that differ. */
const SURE_CONFIDENCE = 0.8;

/** A doubt about our own reading is never an error of the document. */
export function isSure(operands: Operand[]): boolean {
  return operands.every(
    (o) =>
      o.source === 'text_layer' &&
      (o.fact === null || (o.fact.repair === null && o.fact.confidence >= SURE_CONFIDENCE)),
  );
}

/** 元 read as 万元 is a factor of 10,000: one wrong unit line would else make every comparison an error. Rule unit-scale names it. */
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

function factsOf(total: Operand, printed: Part[]): string[] {
  return [total, ...printed.map((p) => p.operand)].flatMap((o) => (o.fact === null ? [] : [o.fact.id]));
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

function evidenceOf(total: Operand, parts: Part[]): Finding['evidence'] {
  return [total, ...parts.map((p) => p.operand)].slice(0, MAX_EVIDENCE).map((o) => o.evidence);
}

/** "基本支出 113.20 + 项目支出 0.50"; long lists leave zeros out, longer ones become their count. */
function listParts(identity: SumIdentity, printed: Part[]): { zh: string; en: string } {
  const telling = printed.length > MAX_LISTED ? printed.filter((p) => isNonZero(p.operand.q!)) : printed;
  if (telling.length > MAX_LISTED || telling.length === 0) {
    return {
      zh: identity.sumName ?? `所列 ${printed.length} 项之和`,
      en: `the sum of ${printed.length} printed parts`,
    };
  }
  const text = telling
    .map((p, i) => `${p.sign === -1 ? '− ' : i > 0 ? '+ ' : ''}${p.operand.name} ${p.operand.printed}`)
    .join(' ');
  return { zh: text, en: text };
}

function findingOf(identity: SumIdentity, printed: Part[], closure: Closure, severity: Severity): Finding {
  const { total } = identity;
  const digits = Math.max(decimalsOf(total.printed), decimalsOf(decimal(closure.difference)));
  const computed = decimal(closure.computed, digits),
    difference = decimal(closure.difference, digits),
    unit = total.q!.unit ?? '';
  const parts = listParts(identity, printed);
  const single = printed.length === 1;
  const rounding = severity === 'info';
  const sum = single ? '' : ` = ${computed}`;
  const zh =
    `${identity.at.where}：${total.name} ${total.printed} 与 ${parts.zh}${sum} 相差 ${difference.replace('-', '')}${unit}` +
    (rounding ? '，在四舍五入范围内' : '，超出四舍五入所能解释的范围') +
    (identity.remark ? `；${identity.remark.zh}` : '') +
    '。';
  const en =
    `${identity.at.where_en}: ${total.name} ${total.printed} differs from ${parts.en}${sum} by ${difference.replace('-', '')} ${unit}`.trimEnd() +
    (rounding ? ', which rounding explains' : ', more than rounding explains') +
    (identity.remark ? `; ${identity.remark.en}` : '') +
    '.';
  return {
    severity,
    message: zh,
    message_en: en,
    reported: total.printed,
    computed,
    difference,
    tolerance: decimal(closure.tolerance),
    evidence: evidenceOf(total, printed),
  };
}

function emptyTotal(identity: SumIdentity, printed: Part[]): Outcome {
  const unit = printed[0]!.operand.q!.unit;
  const closure = close(
    { value: Decimal.ZERO, half: printed[0]!.operand.q!.half, unit },
    printed.map((p) => ({ q: p.operand.q!, sign: p.sign ?? 1 })),
  );
  const computed = decimal(closure.computed, Math.max(...printed.map((p) => decimalsOf(p.operand.printed))));
  return {
    outcome: 'fail',
    facts: factsOf(identity.total, printed),
    finding: {
      severity: 'warning',
      reported: null,
      computed,
      difference: null,
      tolerance: decimal(closure.tolerance),
      message: `${identity.at.where}：${identity.total.name}为空，而${listParts(identity, printed).zh} = ${computed}${unit ?? ''}。`,
      message_en: `${identity.at.where_en}: ${identity.total.name} is empty, while ${listParts(identity, printed).en} = ${computed}${unit ? ` ${unit}` : ''}.`,
      evidence: evidenceOf(identity.total, printed),
    },
  };
}

function emptyParts(identity: SumIdentity): Outcome {
  const { total } = identity;
  return {
    outcome: 'fail',
    facts: factsOf(total, []),
    finding: {
      severity: 'warning',
      reported: total.printed,
      computed: null,
      difference: null,
      tolerance: null,
      message: `${identity.at.where}：${total.name} ${total.printed}，而其各组成部分（${names(identity.parts)}）均为空。`,
      message_en: `${identity.at.where_en}: ${total.name} is ${total.printed}, while all its parts (${names(identity.parts)}) are empty.`,
      evidence: evidenceOf(total, identity.parts),
    },
  };
}

function names(parts: Part[]): string {
  const list = parts
    .slice(0, MAX_LISTED)
    .map((p) => p.operand.name)
    .join('、');
  return parts.length > MAX_LISTED ? `${list}…` : list;
}
