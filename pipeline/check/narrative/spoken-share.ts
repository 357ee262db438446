/**
 * @module In: shares of a whole that the words name and the paragraph states (固定资产总额4295.98万元，…设备335.24万元，占固定资产总额的7.90%). Out: the
 * share against the two printed figures. A share that another figure before it explains is right.
 */
import { figuresIn, PROSE_MEASURE, PROSE_NUMBER, PROSE_RATE } from '../../domain/prose-figures.js';
import { plainOf } from '../../narrative/normal.js';
import type { CheckContext } from '../context.js';
import { quantity } from '../quantity.js';
import type { Outcome } from '../types.js';
import { fitOf, percentOf } from './figures.js';
import { fails, PASS, sure, words } from './say.js';

/** d 万元，占某某总额的 p%. */
const PATTERN = new RegExp(
  `${PROSE_NUMBER} ?${PROSE_MEASURE}，?占([\\u4e00-\\u9fff“”"（）]{2,20}?)(?:的|的?比重为?|的?比例为?|比)?${PROSE_RATE}`,
  'g',
);
/** The whole is named again where it is stated: 总额, 总量, 合计 and the like may differ. */
const TAIL = /(?:总额|总量|总数|总计|合计|总值|金额|数)$/;
const REACH = 600;

export function* spokenShares(ctx: CheckContext): Iterable<Outcome> {
  const read = new Set(
    ctx.prose.statements
      .filter((s) => s.kind === 'share' && s.base !== null && s.base !== 'unknown')
      .map((s) => `${s.paragraph}:${s.end}`),
  );
  for (const [index, paragraph] of ctx.prose.paragraphs.entries()) {
    if (ctx.structure.scopes[index] === 'none') continue;
    const text = plainOf(paragraph);
    if (!text.includes('占')) continue;
    for (const match of text.matchAll(PATTERN)) {
      const to = match.index + match[0].length;
      if (read.has(`${index}:${to}`)) continue;
      const [, part, unit, whole, rate] = match as unknown as string[];
      const stem = whole!.replace(TAIL, '');
      if (stem.length < 3) continue;
      const before = text.slice(Math.max(0, match.index - REACH), match.index);
      const named = wholesIn(before, stem).filter((figure) => figure.unit === unit);
      if (named.length === 0) continue;
      const top = quantity(part!.replaceAll('，', ''), unit!),
        said = quantity(rate!, '%');
      const bottoms = [...named, ...figuresIn(before).filter((figure) => figure.unit === unit)].map((figure) =>
        quantity(figure.value, figure.unit),
      );
      const fits = bottoms.map((bottom) => fitOf(said, top, bottom));
      if (fits.some((fit) => fit === 'equal' || fit === 'truncated')) {
        yield PASS;
        continue;
      }
      const [bottom] = bottoms;
      if (fits[0] === null || bottom!.value.lte(0)) continue;
      const computed = percentOf(top, bottom!).round(2).toFixed(2);
      yield fails({
        severity: sure(paragraph, match.index, to),
        reported: `${rate}%`,
        computed: `${computed}%`,
        zh: `“${paragraph.text.slice(match.index, to)}”：占比按${top.value.toFixed()}÷${bottom!.value.toFixed()}计算为${computed}%，与${rate}%不符。`,
        en: `“${rate} %”: ${top.value.toFixed()} ÷ ${bottom!.value.toFixed()} is ${computed} %.`,
        evidence: [words(paragraph, Math.max(0, match.index - 12), to)],
      });
    }
  }
}

/** Figures right behind the words that name the whole. */
function wholesIn(text: string, stem: string) {
  const found = [];
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    const rest = text.slice(at + stem.length, at + stem.length + 30);
    const lead = /^(?:总额|总量|总数|总计|合计|总值|金额|数)?(?:共|共计|为|是|达|约|：)*/.exec(rest)![0].length;
    const [figure] = figuresIn(rest);
    if (figure?.from === lead) found.push(figure);
  }
  return found;
}
