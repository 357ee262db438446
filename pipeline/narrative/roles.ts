/** @module The words right before a figure -> what the figure says: amount, budget, growth, share, completion, count. */
import type { Figure } from '../domain/prose-figures.js';

export type Role =
  | { kind: 'amount'; phase: 'budget' | 'actual' | null; lead: number }
  | { kind: 'growth_amount' | 'growth_rate'; down: boolean; lead: number }
  | { kind: 'completion_rate'; lead: number }
  | { kind: 'share'; of: string; lead: number }
  | { kind: 'count'; lead: number };

const UP_OR_DOWN = '(增加|增长|上升|提高|增幅|升幅|增|减少|下降|降低|压减|压缩|核减|减幅|降幅|减)';
/** A choice the template offers and nobody struck out: 下降（增长）. */
const CHOICE = '(?:（[^（）]{1,6}）)?';
const GROWTH = new RegExp(`${UP_OR_DOWN}${CHOICE}(?:了|额|幅度|率|比例|金额)?(?:为|约|达|共)?(?:约)?$`);
const BUDGET =
  /(?:(?:年初|全年|年度|本年|当年|调整后?|批复的?)(?:支出|收入)?)?预算(?:数|金额|额|安排|支出)?(?:安排)?(?:为|是|：|共|计)?$/;
const ACTUAL = /(?:(?:支出|收入)?决算(?:支出|收入|数|金额)?|(?:全年)?执行数)(?:为|是|：|共|计)?$/;
const COMPLETION =
  /(?:预算)?(?:执行|完成)率(?:为|达到?)?$|(?:完成|(?<=，)为|占)(?:了)?(?:年初|全年|调整后?|年度|本年|当年)*(?:财政拨款|支出)?预算(?:数|支出|任务)?(?:的)?(?:比例为)?$/;
const SHARE = /占(?:比)?([^，。；%\d]{0,40}?)(?:的|的?比重为?|的?比例为?|为|比|：)?$/;
const COUNT_UNITS = new Set([
  '个',
  '人次',
  '批次',
  '批',
  '人',
  '辆',
  '台（套）',
  '台',
  '项',
  '家',
  '分',
  '户',
  '次',
  '件',
]);

/** null when the words do not tell; `lead` is how many characters of the gap's end the telling words take. */
export function roleOf(gap: string, figure: Figure): Role | null {
  const tail = gap.slice(-60);
  const { unit } = figure;
  if (unit === '%') {
    const completion = COMPLETION.exec(tail);
    if (completion) return { kind: 'completion_rate', lead: completion[0].length };
    const growth = GROWTH.exec(tail);
    if (growth) return { kind: 'growth_rate', down: isDown(growth[1]!), lead: growth[0].length };
    const share = SHARE.exec(tail);
    if (share) return { kind: 'share', of: share[1]!.replace(/^(?:分别|各|均|约)+/, ''), lead: share[0].length };
    return null;
  }
  if (unit === '万元' || unit === '元' || unit === '亿元' || unit === '万') {
    const growth = GROWTH.exec(tail);
    if (growth) return { kind: 'growth_amount', down: isDown(growth[1]!), lead: growth[0].length };
    const actual = ACTUAL.exec(tail);
    if (actual) return { kind: 'amount', phase: 'actual', lead: actual[0].length };
    const budget = BUDGET.exec(tail);
    if (budget) return { kind: 'amount', phase: 'budget', lead: budget[0].length };
    return { kind: 'amount', phase: null, lead: 0 };
  }
  if (unit === null) {
    // "增长13.95。": a rate that lost its sign, read as what it must be and reported by a rule of its own.
    const growth = GROWTH.exec(tail);
    if (growth)
      return figure.value.includes('.')
        ? { kind: 'growth_rate', down: isDown(growth[1]!), lead: growth[0].length }
        : null;
    // "年初预算为0，": nothing needs no unit.
    const budget = Number(figure.value) === 0 ? BUDGET.exec(tail) : null;
    return budget ? { kind: 'amount', phase: 'budget', lead: budget[0].length } : null;
  }
  if (!COUNT_UNITS.has(unit)) return null;
  const changed = GROWTH.exec(tail);
  return changed ? null : { kind: 'count', lead: 0 };
}

function isDown(word: string): boolean {
  return word.startsWith('减') || word.startsWith('下') || word.startsWith('降') || word.startsWith('压');
}
