/** @module Text in matching form (full-width commas, ASCII digits) -> the figures printed in it, with their units. */
import { PROSE_UNITS } from './units.js';

/** One printed figure. Offsets are those of the text. */
export interface Figure {
  from: number;
  /** End of the number and its unit. */
  to: number;
  /** Exact decimal, no grouping, sign kept. */
  value: string;
  /** 万元, 亿元, 元, %, 个, 人次 …; "万" where 元 is missing; null without one. */
  unit: string | null;
}

const WHOLE = String.raw`\d{1,3}(?:，\d{3})+(?!\d)|\d+`;
/** A gap after the decimal point (an artefact of some producers) belongs to the number only when a unit follows. */
const DECIMALS = String.raw`\.\d+|\. ?\d+(?= ?(?:万元|亿元|元|%))`;
/** -1，234.50 万元: sign, whole part, decimals, unit. */
const FIGURE = new RegExp(`(-?)(${WHOLE})(${DECIMALS})? ?(${PROSE_UNITS.join('|')})?`, 'g');

/** For patterns of sentences: an amount in 万元 as text in matching form prints it. */
export const WAN_AMOUNT = String.raw`\d[\d，.]*万元`;

export function figuresIn(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const from = match.index;
    const before = text[from - 1] ?? '';
    // A dash after a digit or a Han character joins or separates; only a dash of its own is a sign.
    const signed = match[1] === '-' && !/[\d\u4e00-\u9fff）%]/.test(before);
    figures.push({
      from: match[1] === '-' && !signed ? from + 1 : from,
      to: from + match[0].trimEnd().length,
      value:
        (signed ? '-' : '') +
        match[2]!.replaceAll('，', '').replace(/^0+(?=\d)/, '') +
        (match[3] ?? '').replace(' ', ''),
      unit: match[4] ?? null,
    });
  }
  return figures;
}

/** Pieces of patterns over text in matching form, each one group; bounded, so that a megabyte of digits costs its length. */
export const PROSE_NUMBER = String.raw`(\d[\d，]{0,15}(?:\.\d{1,6})?)`;
export const PROSE_MONEY = '(万元|亿元|元)';
/** What prose measures and divides: money, areas, lengths, counts. */
export const PROSE_MEASURE = '(万元|亿元|元|平方米|公里|亩|辆|人|个|台|套)';
/** A rate, without its sign. */
export const PROSE_RATE = String.raw`(\d{1,6}(?:\.\d{1,4})?)%`;
/** A number with decimals, its unit or sign perhaps lost: 增长 13.95。 */
export const PROSE_DECIMALS = String.raw`(\d+\.\d+)`;
/** The same with the two decimals of money: 决算为 28.11， */
export const PROSE_TWO_DECIMALS = String.raw`(\d+\.\d{2})`;
/** Units that stand behind an amount of a department: 为万元 has lost its number. */
export const PROSE_WAN_OR_YUAN = '(?:万元|元)';
