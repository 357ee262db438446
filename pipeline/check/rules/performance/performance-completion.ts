/** @module Performance tables: completion and score follow from target, operator and actual value, in one unit. */
import { operatorIn } from '../../../domain/measured.js';
import { moneyPower } from '../../../domain/units.js';
import type { Fact } from '../../../../schemas/index.js';
import { Decimal } from '../../../domain/decimal.js';
import type { FactIndex, IndexedTable, Row } from '../../fact-index.js';
import { factOperand } from '../../operand.js';
import { cellOf, numberOf, performanceTables, rateOf, rowsLike, unlessHabit } from '../../performance.js';
import { inTable } from '../../place.js';
import { decimal } from '../../quantity.js';
import { isSure } from '../../operand.js';
import type { Outcome, Rule } from '../../types.js';

type Operator = '>=' | '<=' | '=';
/** Scorers round a completion as they like, up to one percentage point: that is a remark, not an error. */
const SCORER_ROUNDING = Decimal.of(1);

export const rule: Rule = {
  id: 'performance-completion',
  severity: 'error',
  title: {
    zh: '绩效自评表完成程度、得分与指标值、完成值相符',
    en: 'In performance tables completion and score follow from target and actual value',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const rows = performanceTables(index).flatMap((table) =>
      rowsLike(table, 'indicator').flatMap((row) => [...indicator(index, table, row)]),
    );
    yield* unlessHabit(rows, '完成程度');
  },
};

function* indicator(index: FactIndex, table: IndexedTable, row: Row): Iterable<Outcome> {
  const adjusted = cellOf(row, 'target_adjusted');
  const target = adjusted?.value != null ? adjusted : cellOf(row, 'target'),
    actual = cellOf(row, 'actual');
  const wanted = numberOf(target),
    printed = numberOf(actual);
  if (!target || !actual || !wanted || !printed) {
    yield { outcome: 'not_applicable', why: 'target or actual value is in words' };
    return;
  }
  const got = inUnitOf(printed, actual.unit, target.unit);
  if (got === null) {
    yield {
      outcome: 'not_evaluable',
      why: `${table.title}: ${row.label}: ${target.raw_text} and ${actual.raw_text} are in different units`,
    };
    return;
  }
  const operator = operatorOf(row, target);
  if (isRatioForPercent(target, actual, wanted, got)) {
    yield unitSlip(index, table, row, target, actual);
    return;
  }
  const completion = cellOf(row, 'completion'),
    met = isMet(operator, wanted, got);
  if (completion?.value != null)
    yield completionOf(index, table, row, { target, actual, completion, operator, wanted, got });
  const score = cellOf(row, 'score'),
    weight = cellOf(row, 'weight');
  if (
    met === false &&
    score?.value != null &&
    weight?.value != null &&
    Decimal.of(score.value).gte(weight.value) &&
    !Decimal.of(weight.value).eq(0)
  ) {
    yield fail(
      index,
      table,
      row,
      [target, actual, score],
      'warning',
      score.value,
      null,
      `指标值 ${target.raw_text}，完成值 ${actual.raw_text} 未达到，得分却为满分 ${score.value}`,
      `target ${target.raw_text} is not met by ${actual.raw_text}, yet the score is the full ${score.value}`,
    );
  } else if (met !== null && score?.value != null)
    yield { outcome: 'pass', facts: [target.id, actual.id, score.id], confirms: false };
}

/** 万人次 and 人次, 亿元 and 万元 are one unit; 个 and 人 cannot be compared. Without a unit it is the target's. */
function inUnitOf(value: Decimal, from: string | null, to: string | null): Decimal | null {
  if (from === null || to === null || from === to) return value;
  const [own, other] = [scaleOf(from), scaleOf(to)];
  return own.plain === other.plain ? value.shift(own.power - other.power) : null;
}

function scaleOf(unit: string): { plain: string; power: number } {
  const money = moneyPower(unit);
  if (money !== null) return { plain: '元', power: money };
  const scaled = /^([十百千万亿])(.+)$/.exec(unit);
  return scaled ? { plain: scaled[2]!, power: SCALES[scaled[1]!]! } : { plain: unit, power: 0 };
}

const SCALES: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

interface Figures {
  target: Fact;
  actual: Fact;
  completion: Fact;
  operator: Operator | null;
  wanted: Decimal;
  got: Decimal;
}

function completionOf(index: FactIndex, table: IndexedTable, row: Row, f: Figures): Outcome {
  const expected = expectedCompletions(f.operator, f.wanted, f.got);
  if (expected.length === 0)
    return { outcome: 'not_evaluable', why: `${table.title}: ${row.label}: how completion is counted is not known` };
  const facts = [f.completion.id, f.target.id, f.actual.id];
  const differences = expected.map((percent) => {
    const rate = rateOf(f.completion, percent)!;
    return { percent, off: rate.percent.minus(percent), half: rate.half };
  });
  if (differences.some((d) => d.off.abs().lte(d.half))) return { outcome: 'pass', facts, confirms: false };
  const nearest = differences.reduce((a, b) => (b.off.abs().lt(a.off.abs()) ? b : a));
  const severity = nearest.off.abs().lte(SCORER_ROUNDING) ? 'warning' : 'error';
  const computed = decimal(nearest.percent.round(2), 2);
  return fail(
    index,
    table,
    row,
    [f.completion, f.target, f.actual],
    severity,
    f.completion.value!,
    computed,
    `完成程度 ${f.completion.raw_text}，而完成值 ${f.actual.raw_text} 对指标值 ${f.target.raw_text} 为 ${computed}%`,
    `completion ${f.completion.raw_text}, while ${f.actual.raw_text} of target ${f.target.raw_text} is ${computed} %`,
  );
}

/** In percent; where a target is exceeded forms print either 100 or more. */
function expectedCompletions(operator: Operator | null, wanted: Decimal, got: Decimal): Decimal[] {
  const all = Decimal.of(100);
  if (operator === '<=') return got.lte(wanted) ? [all, ...(wanted.eq(0) ? [] : [got.div(wanted).times(100)])] : [];
  if (wanted.eq(0)) return got.eq(0) ? [all] : [];
  const ratio = got.div(wanted).times(100);
  return ratio.gt(100) ? [all, ratio] : [ratio];
}

function isMet(operator: Operator | null, wanted: Decimal, got: Decimal): boolean | null {
  if (operator === '>=') return got.gte(wanted);
  if (operator === '<=') return got.lte(wanted);
  // "=" over a count is a plan: more than planned is met as well; less may be a cost that was saved.
  return operator === '=' ? (got.gte(wanted) ? true : null) : null;
}

function operatorOf(row: Row, target: Fact): '>=' | '<=' | '=' | null {
  const sign = operatorIn(cellOf(row, 'operator')?.raw_text ?? '') ?? operatorIn(target.raw_text);
  return sign === '>' ? '>=' : sign === '<' ? '<=' : sign;
}

/** Target 100 %, actual 1: the actual value is a ratio. */
function isRatioForPercent(target: Fact, actual: Fact, wanted: Decimal, got: Decimal): boolean {
  return (
    /[%％]/.test(`${target.unit ?? ''}${target.raw_text}`) &&
    !/[%％]/.test(actual.raw_text) &&
    wanted.gte(50) &&
    got.gt(0) &&
    got.lte(1)
  );
}

function unitSlip(index: FactIndex, table: IndexedTable, row: Row, target: Fact, actual: Fact): Outcome {
  const percent = decimal(Decimal.of(actual.value!).times(100));
  const sign = /[%％]/.test(target.raw_text) ? '' : '%';
  return fail(
    index,
    table,
    row,
    [actual, target],
    'warning',
    actual.value!,
    percent,
    `指标值 ${target.raw_text}${sign}，完成值填为 ${actual.raw_text}，单位不一致，应为 ${percent}%`,
    `target ${target.raw_text} %, actual value ${actual.raw_text}: the units differ, it should be ${percent} %`,
  );
}

function fail(
  index: FactIndex,
  table: IndexedTable,
  row: Row,
  facts: Fact[],
  severity: 'error' | 'warning',
  reported: string,
  computed: string | null,
  zh: string,
  en: string,
): Outcome {
  const operands = facts.map((f) => factOperand(index, f)),
    place = inTable(table, `“${row.label}”`);
  return {
    outcome: 'fail',
    facts: facts.map((f) => f.id),
    finding: {
      severity: isSure(operands) ? severity : 'warning',
      message: `${place.where}：${zh}。`,
      message_en: `${place.where_en}: ${en}.`,
      reported,
      computed,
      difference: computed === null ? null : decimal(Decimal.of(reported).minus(computed)),
      tolerance: null,
      evidence: operands.map((o) => o.evidence),
    },
  };
}
