/**
 * @module In: sentences whose subject has no name that is known (会议费32万元，较上年减少14.2万元（44.38%）). Out: their rates
 * against the figures they print themselves. A rate that any amount of the paragraph before it explains is right.
 */
import { figuresIn, PROSE_MONEY, PROSE_NUMBER, PROSE_RATE } from '../../domain/prose-figures.js';
import { plainOf } from '../../narrative/normal.js';
import { anyOf } from '../words.js';
import type { CheckContext } from '../context.js';
import { quantity, type Quantity } from '../quantity.js';
import type { Outcome } from '../types.js';
import { fitOf, percentOf } from './figures.js';
import { fails, PASS, sure, words } from './say.js';

const UP = ['增加', '增长', '上升', '提高', '增', '上涨'];
const DOWN = ['减少', '下降', '降低', '压减', '压缩', '缩减', '减'];
const MOVE = anyOf(...UP, ...DOWN);
const AMOUNT = `${PROSE_NUMBER} ?${PROSE_MONEY}`;
/** a 万元，较上年减少 d 万元（p%）, a 万元，比上年增加 d 万元，增长 p%. */
const PATTERN = new RegExp(
  `${AMOUNT}，?(?:比|较|与|同)[^，。；：\\d]{0,6}(?:\\d{4}年度?|上年度?|上一年度?|去年)[^，。；：\\d]{0,12}(?:相比)?，?` +
    `(${MOVE})了?${AMOUNT}[，（](${MOVE})?(?:了|约|幅度?|率)?(?:为|约)?${PROSE_RATE}`,
  'g',
);

/** How far before a rate its base may stand. */
const REACH = 800;

export function* spokenGrowth(ctx: CheckContext): Iterable<Outcome> {
  const read = new Set(
    ctx.prose.statements.filter((s) => s.kind === 'growth_rate').map((s) => `${s.paragraph}:${s.end}`),
  );
  for (const [index, paragraph] of ctx.prose.paragraphs.entries()) {
    if (ctx.structure.scopes[index] === 'none') continue;
    const text = plainOf(paragraph);
    if (!text.includes('%')) continue;
    for (const match of text.matchAll(PATTERN)) {
      const to = match.index + match[0].length;
      if (read.has(`${index}:${to}`)) continue;
      const [, , unit, move, d, dUnit, , rate] = match as unknown as string[];
      const sign = DOWN.includes(move!) ? -1 : 1;
      const change = amount(d!, dUnit!),
        said = quantity(rate!, '%');
      const amounts = figuresIn(text.slice(Math.max(0, match.index - REACH), match.index))
        .filter((figure) => figure.unit !== null && /元$/.test(figure.unit))
        .map((figure) => quantity(figure.value, figure.unit));
      const own = amount(match[1]!, unit!);
      const over = (now: Quantity): Quantity => ({
        ...now,
        value: sign === 1 ? now.value.minus(change.value) : now.value.plus(change.value),
        half: now.half.plus(change.half),
      });
      if (unit !== dUnit) continue;
      const fits = [own, ...amounts.filter((q) => q.unit === unit)].map((now) => fitOf(said, change, over(now)));
      if (fits.some((fit) => fit === 'equal' || fit === 'truncated')) {
        yield PASS;
        continue;
      }
      if (fits[0] === null) continue;
      const bottom = over(own),
        computed = percentOf(change, bottom).round(2).toFixed(2);
      yield fails({
        severity: sure(paragraph, match.index, to),
        reported: `${rate}%`,
        computed: `${computed}%`,
        zh: `“${paragraph.text.slice(match.index, to)}”：增减率按${change.value.toFixed()}÷${bottom.value.toFixed()}计算为${computed}%，与${rate}%不符。`,
        en: `“${rate} %”: ${change.value.toFixed()} ÷ ${bottom.value.toFixed()} is ${computed} %.`,
        evidence: [words(paragraph, Math.max(0, match.index - 12), to)],
      });
    }
  }
}

function amount(printed: string, unit: string): Quantity {
  return quantity(printed.replaceAll('，', ''), unit);
}
