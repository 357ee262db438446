/**
 * @module In: totals and parts that the prose lists in words of its own (地上建筑面积为8013平方米（其中计容面积7998平方米，不计容面积105平方米）). Out: lists that do
 * not add up, where something besides the sum says that they should: two parts that are each other's complement, or a
 * table that prints the one value which closes the list.
 */
import { type Figure, figuresIn, PROSE_MEASURE, PROSE_NUMBER } from '../../domain/prose-figures.js';
import { plainOf } from '../../narrative/normal.js';
import type { CheckContext } from '../context.js';
import { Decimal } from '../../domain/decimal.js';
import { decimalsOf, quantity } from '../quantity.js';
import type { Outcome } from '../types.js';
import { fails, PASS, sure, words } from './say.js';

/** a b c（其中：A n，不A m）: A and what is not A are all there is. */
const COMPLEMENT = new RegExp(
  `${PROSE_NUMBER}${PROSE_MEASURE}[（，](?:其中|含)：?([\\u4e00-\\u9fff]{1,12}?)${PROSE_NUMBER}\\2[，、；](?:[不非未]|不含)\\3${PROSE_NUMBER}\\2`,
  'g',
);

/** W 万元。其中：a 30 万元，b 116 万元 …: the list, up to its full stop. */
const LIST = /(?:其中|包括|主要(?:包括|用于|是|为))：?/g;
const FEWEST = 3;
/** A list is not longer than this. */
const REACH = 800;

export function* spokenParts(ctx: CheckContext): Iterable<Outcome> {
  for (const [index, paragraph] of ctx.prose.paragraphs.entries()) {
    const text = plainOf(paragraph);
    for (const match of text.matchAll(COMPLEMENT)) {
      const [whole, a, b] = [match[1]!, match[4]!, match[5]!].map((n) => Decimal.of(n.replaceAll('，', '')));
      if (whole!.eq(a!.plus(b!))) {
        yield PASS;
        continue;
      }
      const from = match.index,
        to = from + match[0].length;
      yield fails({
        severity: sure(paragraph, from, to),
        reported: match[1]!,
        computed: a!.plus(b!).toFixed(),
        difference: whole!.minus(a!).minus(b!).toFixed(),
        zh: `“${paragraph.text.slice(from, to)}”：两部分之和为${a!.plus(b!).toFixed()}${match[2]}，与${match[1]}${match[2]}不符。`,
        en: `${match[1]} is stated; its two parts add up to ${a!.plus(b!).toFixed()}.`,
        evidence: [words(paragraph, Math.max(0, from - 12), to)],
      });
    }
    if (ctx.structure.scopes[index] !== 'none') yield* listed(ctx, text, index);
  }
}

/** A part that, changed to what a table prints, closes its list; as printed it stands in no table. */
function* listed(ctx: CheckContext, text: string, index: number): Iterable<Outcome> {
  for (const match of text.matchAll(LIST)) {
    const from = match.index + match[0].length;
    const ahead = text.slice(from, from + REACH);
    const end = /。(?!\d)/.exec(ahead)?.index ?? ahead.length;
    const [total] = figuresIn(text.slice(Math.max(0, match.index - 60), match.index))
      .filter(isMoney)
      .slice(-1);
    const parts = figuresIn(text.slice(from, from + end)).filter(isMoney);
    if (!total || parts.length < FEWEST || parts.some((part) => part.unit !== total.unit)) continue;
    // A change or a second level among the parts makes it no plain list.
    if (/增加|减少|增长|下降|其中|占|预算数|决算数|上年/.test(text.slice(from, from + end))) continue;
    const rest = parts.reduce((left, part) => left.minus(part.value), Decimal.of(total.value));
    // Each part may be rounded.
    if (rest.abs().lte(Decimal.half(2).times(parts.length + 1))) continue;
    for (const part of parts) {
      const closing = Decimal.of(part.value).plus(rest);
      // A whole number is printed in too many places to prove anything.
      if (closing.lte(0) || decimalsOf(closing.toFixed()) < 2) continue;
      const name = text.slice(Math.max(from, from + part.from - 16), from + part.from);
      const fact = ctx.facts.find((one) => isValue(ctx, one, closing, total.unit!) && areAkin(name, one));
      if (!fact || ctx.facts.some((one) => isValue(ctx, one, Decimal.of(part.value), total.unit!))) continue;
      const paragraph = ctx.prose.paragraphs[index]!;
      const to = from + part.to;
      yield fails({
        severity: fact.source === 'ocr' ? 'warning' : sure(paragraph, from, to),
        reported: part.value,
        computed: closing.toFixed(),
        difference: rest.neg().toFixed(),
        zh: `“${paragraph.text.slice(Math.max(from, to - 24), to)}”：各项之和与${total.value}${total.unit}相差${rest.abs().toFixed()}，表中“${fact.row_label}”为${closing.toFixed()}${total.unit}。`,
        en: `The parts miss ${total.value} by ${rest.abs().toFixed()}; a table prints ${closing.toFixed()} where the prose says ${part.value}.`,
        evidence: [
          words(paragraph, Math.max(from, to - 24), to),
          {
            fact_id: fact.id,
            quote: `${fact.row_label} ${fact.raw_text}`.trim(),
            page: fact.page,
            boxes: fact.boxes,
          },
        ],
      });
      break;
    }
  }
}

/** Words that stand in every second label. */
const COMMON = /支出|经费|其他|事务|管理|工作|项目|费用|服务|专项|业务/g;

/** Whether a label shares a word with the part's name. */
function areAkin(name: string, { row_label: label, row_path: path }: CheckContext['facts'][number]): boolean {
  const said = name.replace(COMMON, ' ').replace(/[^\u4e00-\u9fff]/g, ' ');
  const printed = [label, ...path].join(' ').replace(COMMON, ' ');
  for (let i = 0; i + 2 <= said.length; i++)
    if (!said.slice(i, i + 2).includes(' ') && printed.includes(said.slice(i, i + 2))) return true;
  return false;
}

function isMoney({ unit }: Figure): boolean {
  return unit === '万元' || unit === '元';
}

function isValue(ctx: CheckContext, fact: CheckContext['facts'][number], value: Decimal, unit: string): boolean {
  const printed = fact.value === null ? null : ctx.index.quantity(fact);
  if (!printed || printed.unit !== unit) return false;
  return printed.value.eq(value) && quantity(fact.value!, unit).value.eq(value);
}
