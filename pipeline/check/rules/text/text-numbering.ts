/** @module Numbers of headings and paragraphs that skip or repeat: 一、 二、 四、; 1. 2. 2. */
import { numberOf } from '../../../narrative/outline.js';
import { merged } from '../../narrative/text-rule.js';
import type { CheckContext } from '../../context.js';
import { fails, PASS, words } from '../../narrative/say.js';
import type { Paragraph } from '../../../model.js';
import { plainOf } from '../../../narrative/normal.js';
import type { Outcome, Rule } from '../../types.js';

interface Open {
  ordinal: number;
  label: string;
  index: number;
  style: string;
}

export const rule: Rule = {
  id: 'text-numbering',
  severity: 'warning',
  title: { zh: '序号跳号或重复', en: 'Numbering skips or repeats' },
  evaluate: (ctx) => merged(numbers(ctx), true),
};

function* numbers(ctx: CheckContext): Iterable<Outcome> {
  const { outline } = ctx.structure;
  const { paragraphs } = ctx.prose;
  /** The last number of every level; a number of an outer level closes the inner ones. */
  const open: (Open | undefined)[] = [];
  /** Lists of each level that one of their own items interrupts with a list of the same style. */
  const outer: Open[][] = [];
  const headingAt = new Set(outline.body.map((heading) => heading.paragraph));
  for (let index = outline.contentsRange?.[1] ?? 0; index < paragraphs.length; index++) {
    const text = plainOf(paragraphs[index]!);
    const number = numberOf(text);
    if (!number) {
      // A heading without a number starts everything anew.
      if (headingAt.has(index)) open.length = 0;
      continue;
    }
    const style = number.label.replace(/[\d一二三四五六七八九十]+/, '#');
    let last = open[number.level];
    // 一、文字部分 第一部分 一、…: parts inside an item do not end its list.
    if (number.level === 0 && number.ordinal === 1 && open[1]) (outer[1] ??= []).push(open[1]);
    open.length = number.level + 1;
    // 一、文字部分 一、… 十、… 二、表格部分: a list inside an item of the same style, and the outer list going on.
    const levels = (outer[number.level] ??= []);
    if (last && last.style === style && number.ordinal === 1) levels.push(last);
    else if (number.ordinal !== 1 && (!last || last.style !== style || number.ordinal !== last.ordinal + 1)) {
      const back = levels.findLastIndex((one) => one.style === style && one.ordinal + 1 === number.ordinal);
      if (back >= 0) last = levels.splice(back)[0];
    }
    const before =
      last && last.style === style && number.ordinal !== 1 && number.ordinal !== last.ordinal + 1 ? last : null;
    open[number.level] = {
      ordinal: lastInline(text, number.label, number.ordinal),
      label: number.label,
      index,
      style,
    };
    if (!before) {
      yield runOn(paragraphs, index, number.ordinal, style) ?? PASS;
      continue;
    }
    const repeats = number.ordinal === before.ordinal;
    yield fails({
      severity: 'warning',
      reported: number.label,
      computed: number.label.replace(/[\d一二三四五六七八九十]+/, printed(before.ordinal + 1, number.label)),
      zh:
        `序号“${before.label}”之后为“${number.label}”，${repeats ? '重复' : '不连续'}：` +
        `“${paragraphs[index]!.text.slice(0, 24)}”。`,
      en: `Number “${before.label}” is followed by “${number.label}”: it ${repeats ? 'repeats' : 'skips'}.`,
      evidence: [
        words(paragraphs[before.index]!, 0, Math.min(20, paragraphs[before.index]!.text.length)),
        words(paragraphs[index]!, 0, Math.min(24, paragraphs[index]!.text.length)),
      ],
    });
  }
}

/** Items of the same style around it that open paragraphs of their own. */
const SIBLINGS = 3;

/** （七）…。（八）… in one paragraph, where （五）, （六）, （九） and the others have their own. */
function runOn(paragraphs: readonly Paragraph[], index: number, ordinal: number, style: string): Outcome | null {
  if (!style.startsWith('（')) return null;
  const text = plainOf(paragraphs[index]!);
  const next = [...text.matchAll(/(?<=[。；])（([一二三四五六七八九十]{1,3})）/g)].find(
    (match) => numberOf(match[0])?.ordinal === ordinal + 1,
  );
  if (!next) return null;
  const opening = (at: number): number | null => {
    const number = paragraphs[at] ? numberOf(plainOf(paragraphs[at])) : null;
    return number && number.label.replace(/[\d一二三四五六七八九十]+/, '#') === style ? number.ordinal : null;
  };
  if (opening(index + 1) !== ordinal + 2) return null;
  for (let i = 1; i <= SIBLINGS; i++) if (opening(index - i) !== ordinal - i) return null;
  const to = next.index + next[0].length;
  return fails({
    severity: 'warning',
    reported: next[0],
    zh: `“${paragraphs[index]!.text.slice(0, 12)}…${paragraphs[index]!.text.slice(Math.max(0, next.index - 12), to)}”：${text.slice(0, text.indexOf('）') + 1)}与${next[0]}连写，应另起一段。`,
    en: `${next[0]} runs on in the paragraph of the item before it; the others have their own.`,
    evidence: [words(paragraphs[index]!, Math.max(0, next.index - 12), to)],
  });
}

/** Numbers that go on inside the paragraph ("（1）…。（2）…。"): the last in unbroken order. */
function lastInline(text: string, label: string, ordinal: number): number {
  if (!/\d|（/.test(label)) return ordinal;
  let last = ordinal;
  for (const match of text.matchAll(/(?<=[。；：，])(（?)(\d{1,2}|[一二三四五六七八九十]{1,3})([）、.])/g)) {
    const number = numberOf(match[0]);
    // "主要原因：1.…；2.…" counts something of its own.
    if (number?.ordinal === 1) return last;
    if (number && number.ordinal === last + 1 && number.label[0] === label[0]!.replace(/\d/, number.label[0]!))
      last = number.ordinal;
  }
  return last;
}

const HAN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
function printed(ordinal: number, like: string): string {
  if (/\d/.test(like)) return String(ordinal);
  const tens = Math.floor(ordinal / 10),
    ones = ordinal % 10;
  return ordinal <= 10 ? HAN[ordinal]! : `${tens > 1 ? HAN[tens] : ''}十${ones > 0 ? HAN[ones] : ''}`;
}
