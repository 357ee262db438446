/** @module Words of direction against the numbers of the same item: 大于/小于/持平, 增加/减少, and the reason given for them. */
import type { Statement } from '../../../narrative/types.js';
import { inUnit } from '../../quantity.js';
import { evidenceOf, isDoubtful } from '../../narrative/groups.js';
import type { Candidate } from '../../narrative/groups.js';
import { pathOf } from '../../narrative/places.js';
import { excerpt, fails, PASS, stated, sure, words } from '../../narrative/say.js';
import { plainOf } from '../../../narrative/normal.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

const WORD = { '1': '大于', '-1': '小于', '0': '等于' } as const;

export const rule: Rule = {
  id: 'narrative-direction',
  severity: 'error',
  title: { zh: '增减、大小、持平的表述与数字相符', en: 'Words of direction agree with the numbers' },
  *evaluate(ctx) {
    for (const statement of ctx.prose.statements) {
      if (statement.kind === 'budget_comparison') yield againstBudget(ctx, statement);
      else if (statement.kind === 'growth_rate') yield amountAndRate(ctx, statement);
      else if (statement.kind === 'growth_comparison') yield unchanged(ctx, statement);
    }
    yield* reasons(ctx);
    yield* ownReasons(ctx);
  },
};

/** 决算数大于预算数, with the budget and the actual of the item, or its completion rate. */
function againstBudget(ctx: CheckContext, statement: Statement): Outcome {
  const path = pathOf(statement.subject),
    said = Number(statement.value);
  const word = statement.names.at(-1) ?? '';
  const actuals = ctx.groups.candidates(statement, path, 'actual', '万元'),
    budgets = ctx.groups.candidates(statement, path, 'budget', '万元');
  const text = plainOf(ctx.prose.paragraphs[statement.paragraph]!).slice(
    Math.max(0, statement.at - 4),
    statement.end + 4,
  );
  // "基本持平" lets a small difference pass, and how small nobody says.
  if (said === 0 && /基本/.test(text)) return { outcome: 'not_applicable', why: 'about equal' };
  let nearest: { actual: Candidate; budget: Candidate; sign: number } | null = null;
  for (const actual of actuals) {
    for (const budget of budgets) {
      const a = inUnit(actual.q, budget.q.unit),
        b = budget.q;
      const sign = a.value.cmp(b.value);
      if (sign === said) return PASS;
      nearest ??= { actual, budget, sign };
    }
  }
  const rate = ctx.groups.of(statement).find((s) => s.kind === 'completion_rate' && s.subject === statement.subject);
  if (nearest && rate && ctx.stated.quantity(rate)!.value.cmp(100) === said) {
    // Words and rate agree against an amount: the amount is misprinted, and the rate's own rule says so.
    return { outcome: 'not_applicable', why: `${rate.quote}: the rate contradicts the amounts` };
  }
  if (nearest) {
    const { actual, budget, sign } = nearest;
    return fails({
      severity: isDoubtful(ctx, statement, [actual, budget]) ? 'warning' : 'error',
      reported: word,
      computed: WORD[String(sign) as keyof typeof WORD],
      zh:
        `“${statement.quote}”，` +
        `而决算数${actual.q.value.toFixed()}${WORD[String(sign) as keyof typeof WORD]}预算数${budget.q.value.toFixed()}。`,
      en:
        `The prose says ${word}; actual ${actual.q.value.toFixed()} and budget ` +
        `${budget.q.value.toFixed()} say otherwise.`,
      evidence: [stated(statement), ...evidenceOf(actual), ...evidenceOf(budget)],
    });
  }
  if (!rate) return { outcome: 'not_evaluable', why: `${statement.quote}: budget or actual is not known` };
  const percent = ctx.stated.quantity(rate)!.value;
  const sign = percent.cmp(100);
  // A rate printed as 100 % may hide a small difference either way; 0 % may be 0 of 0.
  if (sign === said || sign === 0 || percent.eq(0))
    return sign === said ? PASS : { outcome: 'not_evaluable', why: 'the rate does not tell' };
  return fails({
    severity: isDoubtful(ctx, statement) || said === 0 ? 'warning' : 'error',
    reported: word,
    computed: WORD[String(sign) as keyof typeof WORD],
    zh: `“${statement.quote}”与完成率“${rate.quote}”矛盾。`,
    en: `“${word}” contradicts the completion rate ${rate.value} %.`,
    evidence: [stated(statement), stated(rate)],
  });
}

/** 增加 … 万元，下降 … %. */
function amountAndRate(ctx: CheckContext, statement: Statement): Outcome {
  const change = ctx.groups
    .of(statement)
    .filter((s) => s.kind === 'growth_amount' && s.at < statement.at && s.paragraph === statement.paragraph)
    .at(-1);
  if (!change) return { outcome: 'not_applicable', why: 'no amount beside the rate' };
  const d = ctx.stated.quantity(change)!.value,
    p = ctx.stated.quantity(statement)!.value;
  if (d.eq(0) || p.eq(0) || d.gt(0) === p.gt(0)) return PASS;
  return fails({
    severity: isDoubtful(ctx, statement) ? 'warning' : 'error',
    reported: p.gt(0) ? '增长' : '下降',
    computed: d.gt(0) ? '增长' : '下降',
    zh: `“${statement.quote}”：增减额与增减率方向相反。`,
    en: 'The change and its rate point in opposite directions.',
    evidence: [stated(statement), stated(change)],
  });
}

/** 与上年持平, beside a change that is not zero. */
function unchanged(ctx: CheckContext, statement: Statement): Outcome {
  const plainText = plainOf(ctx.prose.paragraphs[statement.paragraph]!);
  // "比预算减少 d 万元，与上年持平": a change against the budget says nothing of last year.
  const change = ctx.groups
    .of(statement)
    .find(
      (s) => s.kind === 'growth_amount' && !/预算[^，。；]*$/.test(plainText.slice(Math.max(0, s.at - 16), s.at)),
    );
  if (!change || ctx.stated.quantity(change)!.value.isZero()) return PASS;
  const text = plainText.slice(statement.at, statement.end);
  if (/基本/.test(text)) return { outcome: 'not_applicable', why: 'about equal' };
  return fails({
    severity: isDoubtful(ctx, statement) ? 'warning' : 'error',
    reported: '持平',
    computed: change.value,
    zh: `“${statement.quote}”，又称“${change.quote}”。`,
    en: `Unchanged, and changed by ${change.value}.`,
    evidence: [stated(statement), stated(change)],
  });
}

/** What is compared with, the last word of it told apart: 上年, 预算. */
const BASE = /(?:上年|去年|上一年|预算|\d{4}年)(?!.*(?:上年|去年|上一年|预算|\d{4}年))/;
const REASON = /(增加|增长|上升|减少|下降|降低)的?(?:主要)?原因/g;

/**
 * 减少的主要原因, after a change that went up. Only where all changes of the paragraph go one way is it certain what is
 * meant.
 */
function* reasons(ctx: CheckContext): Iterable<Outcome> {
  const byParagraph = new Map<number, Statement[]>();
  for (const s of ctx.prose.statements) {
    if (s.kind !== 'growth_amount' || ctx.stated.quantity(s)!.value.isZero()) continue;
    const list = byParagraph.get(s.paragraph) ?? [];
    byParagraph.set(s.paragraph, list);
    list.push(s);
  }
  for (const [index, changes] of byParagraph) {
    const paragraph = ctx.prose.paragraphs[index]!;
    const down = changes.map((s) => s.value!.startsWith('-'));
    if (down.some((d) => d !== down[0])) continue;
    const text = plainOf(paragraph);
    for (const match of text.matchAll(REASON)) {
      // Words that another figure than these changes governs (支出增加的原因 among several items) stay out.
      const last = changes.filter((s) => s.end <= match.index).at(-1);
      if (!last || match.index - last.end > 60) continue;
      const saysDown = /[减下降]/.test(match[1]!);
      // 决算数较预算数减少 5.91 万元。决算数较上年增加的主要原因: two comparisons, each with its own direction.
      const base = BASE.exec(text.slice(Math.max(0, match.index - 14), match.index))?.[0].slice(-1);
      const lastBase = BASE.exec(text.slice(Math.max(0, last.at - 20), last.at))?.[0].slice(-1);
      if (base !== undefined && base !== lastBase) continue;
      if (saysDown === down[0]) {
        yield PASS;
        continue;
      }
      const from = match.index,
        to = from + match[0].length;
      yield fails({
        severity: sure(paragraph, from, to),
        reported: match[1]!,
        computed: down[0] ? '减少' : '增加',
        zh: `“${excerpt(paragraph.text, from, to, 12)}”与“${last.quote}”方向相反。`,
        en: `The reason speaks of ${saysDown ? 'a decrease' : 'an increase'}, the figures of the opposite.`,
        evidence: [words(paragraph, from, to, 12), stated(last)],
      });
    }
  }
}

/** 主要原因是：宣传事务一般行政管理事务经费增加: the item's own money, said to have moved. */
const OWN_REASON =
  /^[。，；]?(?:主要)?原因(?:是|为)?：?([^，。；、]{2,40}?)(?:经费|支出|预算|费用|资金)(?:的)?(增加|增长|上升|减少|下降|降低)[。；]/;

/** 比上年减少 2.98%。主要原因是：本项目经费增加: the reason names the item itself, and the opposite direction. */
function* ownReasons(ctx: CheckContext): Iterable<Outcome> {
  for (const s of ctx.prose.statements) {
    if ((s.kind !== 'growth_rate' && s.kind !== 'growth_amount') || s.names.length !== 3 || Number(s.value) === 0)
      continue;
    const paragraph = ctx.prose.paragraphs[s.paragraph]!;
    const match = OWN_REASON.exec(plainOf(paragraph).slice(s.end, s.end + 80));
    if (!match || /上年|去年|20\d\d年/.test(match[1]!)) continue;
    const [, group, item] = s.names as [string, string, string];
    if (match[1] !== item && match[1] !== `${group}${item}`) continue;
    const saysDown = /[减下降]/.test(match[2]!);
    if (saysDown === s.value!.startsWith('-')) {
      yield PASS;
      continue;
    }
    const from = s.end,
      to = s.end + match[0].length;
    yield fails({
      severity: sure(paragraph, from, to),
      reported: match[2]!,
      computed: saysDown ? '增加' : '减少',
      zh: `“${excerpt(paragraph.text, from, to, 12)}”与“${s.quote}”方向相反。`,
      en: `The reason speaks of ${saysDown ? 'a decrease' : 'an increase'} of the item, its figures of the opposite.`,
      evidence: [words(paragraph, from, to, 6), stated(s)],
    });
  }
}
