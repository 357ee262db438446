/** @module Printed units in; their plain name and the factor to 元 out. */
import Big from 'big.js';
import { fold } from './text.js';

const FACTORS: Readonly<Record<string, number>> = { 元: 1, 百元: 100, 千元: 1_000, 万元: 10_000, 亿元: 100_000_000 };
/** The same amounts are printed over and over: 0.00, totals, the same line in several tables. */
const REMEMBERED = 5_000;
const MONEY = /(亿元|万元|千元|百元|元)/;
/** A bracket that holds a unit and nothing else. */
const BRACKETED =
  /[(（](?:单位[:：])?(亿元|万元|千元|百元|元|%|‰|辆|台套|台[/、（(]套[)）]?|套|台|个|人|人次|次|批|批次|团组|平方米|㎡|家|户|件)[)）]/;

/** The unit of a unit line: 万元 out of "金额单位：万元", 人民币万元; the printed text where no money unit is in it. */
export function tableUnit(printed: string | null): string | null {
  if (printed === null) return null;
  const text = fold(printed);
  return MONEY.exec(text)?.[1] ?? (text || null);
}

/** The money unit that a caption inside the table states: 编制单位：某局 金额单位：万元 -> 万元. */
export function captionUnit(captions: readonly string[]): string | null {
  for (const caption of captions) {
    const stated = /单位:(?:人民币)?(亿元|万元|千元|百元|元)/.exec(fold(caption));
    if (stated) return stated[1]!;
  }
  return null;
}

/** A unit that a label prints in brackets: 车辆数合计（辆） -> 辆. */
export function labelUnit(label: string): string | null {
  if (!label.includes('(') && !label.includes('（')) return null;
  const match = BRACKETED.exec(label) ?? BRACKETED.exec(fold(label));
  return match ? fold(match[1]!).replace(/^台[/、(]套\)?$/, '台/套') : null;
}

const amounts = new Map<string, string>();

/** Exact amount in 元, or null where the unit is no money unit. */
export function toYuan(value: string | null, unit: string | null): string | null {
  if (value === null || unit === null) return null;
  const factor = FACTORS[unit];
  if (factor === undefined) return null;
  const key = `${value} ${unit}`;
  let amount = amounts.get(key);
  if (amount === undefined) {
    amount = new Big(value).times(factor).toFixed();
    if (amounts.size >= REMEMBERED) amounts.clear();
    amounts.set(key, amount);
  }
  return amount;
}
