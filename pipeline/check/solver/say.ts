/** @module An identity that does not close to the last digit in; the finding in words, with its terms, out. The one place that words sums. */
import type { Evidence, Severity } from '../../../schemas/index.js';
import { Decimal } from '../../domain/decimal.js';
import { rowName } from '../operand.js';
import { columnName } from '../place.js';
import type { Equation, Finding } from '../outcome.js';
import { abs, decimalsOf, printed } from './amounts.js';
import type { Evaluated } from './families.js';
import { type Figure, isNonZero } from './figures.js';
import type { Identity, Part } from './identity.js';
import type { Rate } from './rates.js';
import { greatest } from '../../domain/extremes.js';

/** Parts named in a message one by one up to this many; more make it unreadable. */
const MAX_LISTED = 6;
/** Evidence is for the eye: past this many boxes nobody looks. */
const MAX_EVIDENCE = 60;

type Way = 'row' | 'column' | 'tables';

export function findingOf(evaluated: Evaluated, severity: Severity, titleOf: (id: string) => string): Finding {
  const { identity, parts, closure } = evaluated;
  const { total } = identity;
  const { residual, tolerance, computed } = closure!;
  const unit = total.fact.unit;
  const digits = Math.max(
    decimalsOf(total.fact.value!),
    greatest(parts.map(({ figure }) => (figure.fact.unit === unit ? decimalsOf(figure.fact.value ?? '') : 0))),
  );
  const sum = printed(computed, unit, digits);
  const difference = printed(residual, unit, digits);
  const way = wayOf(identity, parts);
  const where = placeOf(identity, way, titleOf);
  const listed = list(parts, way, titleOf);
  const result = parts.length === 1 ? '' : ` = ${sum}`;
  const name = nameOf(total, way, titleOf);
  const gap = printed(abs(residual), unit, digits);
  const verdict =
    WORDS[
      identity.kind === 'within'
        ? 'within'
        : closure!.verdict === 'cut'
          ? 'cut'
          : severity === 'info'
            ? 'rounding'
            : 'beyond'
    ];
  return {
    severity,
    message: `${where}：${name} ${total.fact.value} ${verdict.zh[0]} ${listed.zh}${result} ${verdict.zh[1]} ${gap}${unit ?? ''}${verdict.zh[2]}。`,
    message_en:
      `${where}: ${name} ${total.fact.value} ${verdict.en[0]} ${listed.en}${result} by ${gap} ${unit ?? ''}`.trimEnd() +
      `${verdict.en[1]}.`,
    reported: total.fact.value,
    computed: sum,
    difference,
    tolerance: printed(tolerance, unit),
    evidence: [total, ...parts.map(({ figure }) => figure)]
      .filter((f, i) => i === 0 || f.amount !== null)
      .slice(0, MAX_EVIDENCE)
      .map(evidenceOf),
  };
}

const WORDS = {
  beyond: {
    zh: ['与', '相差', '，超出四舍五入所能解释的范围'],
    en: ['differs from', ', more than rounding explains'],
  },
  rounding: { zh: ['与', '相差', '，在四舍五入范围内'], en: ['differs from', ', which rounding explains'] },
  cut: {
    zh: ['与', '相差', '，为各数舍去尾数所致'],
    en: ['differs from', ', which cutting off the last digits explains'],
  },
  within: { zh: ['小于其组成部分', '，少', ''], en: ['is less than its part', ''] },
} as const;

/** Another side that is not printed although its family adds up. */
export function emptyFinding(evaluated: Evaluated, titleOf: (id: string) => string): Finding {
  const { identity, parts } = evaluated;
  const { total } = identity;
  const way = wayOf(identity, parts);
  const where = placeOf(identity, way, titleOf);
  const name = nameOf(total, way, titleOf);
  const listed = list(parts, way, titleOf);
  const whole = total.amount === null;
  return {
    severity: 'warning',
    message: whole
      ? `${where}：${name}为空，而其组成部分（${listed.zh}）不为零。`
      : `${where}：${name} ${total.fact.value}，而其各组成部分均为空。`,
    message_en: whole
      ? `${where}: ${name} is empty, while its parts (${listed.en}) are not zero.`
      : `${where}: ${name} is ${total.fact.value}, while all its parts are empty.`,
    reported: total.fact.value,
    computed: null,
    difference: null,
    tolerance: null,
    evidence: [total, ...parts.map(({ figure }) => figure).filter((f) => f.amount !== null)]
      .slice(0, MAX_EVIDENCE)
      .map(evidenceOf),
  };
}

/** A rate of growth against what it should be. */
export function rateFinding(
  { rate, now, before, percent, tolerance }: Rate,
  severity: Severity,
  titleOf: (id: string) => string,
): Finding {
  const places = Math.max(2, decimalsOf(rate.fact.value!));
  const computed = percent.round(places).toFixed(places);
  const where = `${titleOf(rate.fact.table_id)}“${rowName(rate.fact)}”`;
  const base = before.fact.value!;
  return {
    severity,
    message: `${where}：增减率 ${rate.fact.raw_text} 与（${now.fact.value} − ${base}）÷ ${base} = ${computed}% 不符。`,
    message_en: `${where}: growth ${rate.fact.raw_text} is not (${now.fact.value} − ${base}) ÷ ${base} = ${computed} %.`,
    reported: rate.fact.value,
    computed,
    difference: Decimal.of(rate.fact.value!).minus(percent).round(6).toFixed(),
    tolerance: tolerance.round(6).toFixed(),
    evidence: [rate, now, before].map(evidenceOf),
  };
}

function wayOf(identity: Identity, parts: readonly Part[]): Way {
  const { fact } = identity.total;
  if (parts.some(({ figure }) => figure.fact.table_id !== fact.table_id)) return 'tables';
  return parts.every(({ figure }) => figure.row === identity.total.row) ? 'row' : 'column';
}

function placeOf({ total, parts }: Identity, way: Way, titleOf: (id: string) => string): string {
  const title = titleOf(total.fact.table_id);
  if (way === 'row') return `${title}“${rowName(total.fact)}”`;
  if (way === 'tables') return `${title}与${titleOf(parts[0]!.figure.fact.table_id)}`;
  return `${title}${columnName(total.fact.column_label)}列`;
}

function nameOf({ fact }: Figure, way: Way, titleOf: (id: string) => string): string {
  if (way === 'row') return columnName(fact.column_label);
  if (way === 'column') return rowName(fact);
  return `${titleOf(fact.table_id)}“${rowName(fact)}”${columnName(fact.column_label)}`;
}

function list(parts: readonly Part[], way: Way, titleOf: (id: string) => string): { zh: string; en: string } {
  const given = parts.filter(({ figure }) => figure.amount !== null);
  const telling = given.length > MAX_LISTED ? given.filter(({ figure }) => isNonZero(figure)) : given;
  if (telling.length > MAX_LISTED || telling.length === 0)
    return { zh: `所列 ${given.length} 项之和`, en: `the sum of ${given.length} printed parts` };
  const text = telling
    .map(
      ({ figure, sign }, i) =>
        `${sign === -1 ? '− ' : i > 0 ? '+ ' : ''}${nameOf(figure, way, titleOf)} ${figure.fact.value}`,
    )
    .join(' ');
  return { zh: text, en: text };
}

function evidenceOf({ fact }: Figure): Evidence {
  const said = fact.raw_text.replace(/\s+/g, '') || (fact.value ?? '');
  return {
    fact_id: fact.id,
    quote: `${rowName(fact)} ${fact.column_label} ${said}`.trim(),
    page: fact.page,
    boxes: fact.boxes,
  };
}

/** total − parts = 0, in the total's unit. */
export function equationOf({ identity, parts }: Evaluated): Equation {
  const { total } = identity;
  const term = ({ fact, amount }: Figure, sign: 1 | -1): Equation['terms'][number] => ({
    fact: fact.id,
    sign,
    value: printed(amount!.value, total.fact.unit),
    half: printed(amount!.half, total.fact.unit),
  });
  // A part that is not larger than its whole: part − whole is zero or less.
  const flip = identity.kind === 'within' ? -1 : 1;
  return {
    terms: [
      term(total, flip),
      ...parts.flatMap(({ figure, sign }) => (figure.amount === null ? [] : [term(figure, sign === flip ? -1 : 1)])),
    ],
    place: placeKey(identity),
    ...(identity.kind === 'within' ? { relation: 'at_most' as const } : {}),
  };
}

/** Failures of one row in several columns have one cause as a rule. */
function placeKey({ total, family }: Identity): string {
  return `${total.fact.table_id}/${family.includes(' down ') ? total.row : total.fact.id}`;
}

export function titlesBy(
  tables: readonly { id: string; title: string | null; kind: string | null }[],
): (id: string) => string {
  const titles = new Map(tables.map((table) => [table.id, table.title ?? table.kind ?? table.id]));
  return (id) => titles.get(id) ?? id;
}
