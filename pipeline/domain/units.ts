/** @module Printed units in; their plain name and the factor to 元 out. */
import { Decimal } from './decimal.js';
import { fold } from './labels.js';

/** Money units, and 元 in one of them as a power of ten. A unit outside this list is no money unit. */
export const MONEY_UNITS = { 元: 0, 百元: 2, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 } as const;
export type MoneyUnit = keyof typeof MONEY_UNITS;
/** Longest first: 百万元 holds 万元 and 元. */
const MONEY_NAMES = (Object.keys(MONEY_UNITS) as MoneyUnit[]).sort((a, b) => b.length - a.length);

const RATIO_UNITS = ['%', '‰'] as const;
/** Units as a column headed 单位 or 计量单位 prints them, one a cell. */
const CELL_UNITS = [
  ...['亿元', '万元', '千元', '元', '%'],
  ...['辆', '台', '台套', '套', '台(套)', '台/套', '个', '人', '人次', '次', '平方米', '㎡'],
];
/** What is counted: 12 辆, 3 批次, 40 人次. */
const COUNTED = [
  '辆',
  '台套',
  '台[/、（(]套[)）]?',
  '套',
  '台',
  '个',
  '人',
  '人次',
  '次',
  '批',
  '批次',
  '团组',
  '平方米',
  '㎡',
  '家',
  '户',
  '件',
] as const;
/** Units behind the figures of running text; 万 alone is 万元 with its 元 lost. First that fits is taken, so longer ones come first. */
export const PROSE_UNITS = [
  ...['万元', '亿元', '元', '万', '%'],
  ...['人次', '批次', '批', '个', '人', '辆', '台（套）', '台', '项', '分', '家', '户', '次', '件'],
] as const;

const MONEY = new RegExp(`(${MONEY_NAMES.join('|')})`);
const STATED = new RegExp(`单位:(?:人民币)?(${MONEY_NAMES.join('|')})`);
/** A money unit or a ratio right behind a number: 12.30万元, 95%. */
const BEHIND = new RegExp(`(${[...MONEY_NAMES, ...RATIO_UNITS].join('|')})$`);
/** A bracket that holds a unit and nothing else: （辆）, (单位：万元). */
const BRACKETED = new RegExp(`[(（](?:单位[:：])?(${[...MONEY_NAMES, ...RATIO_UNITS, ...COUNTED].join('|')})[)）]`);
/** The same amounts are printed over and over: 0.00, totals, the same line in several tables. */
const REMEMBERED = 5_000;

/** The unit of a unit line: 万元 out of "金额单位：万元", 人民币万元; the printed text where no money unit is in it. */
export function tableUnit(printed: string | null): string | null {
  if (printed === null) return null;
  const text = fold(printed);
  return MONEY.exec(text)?.[1] ?? (text || null);
}

/** The money unit that a caption inside the table states: 编制单位：某局 金额单位：万元 -> 万元. */
export function captionUnit(captions: readonly string[]): string | null {
  for (const caption of captions) {
    const stated = STATED.exec(fold(caption));
    if (stated) return stated[1]!;
  }
  return null;
}

/** A cell of a column of units: 万元, 辆, 台(套). */
export function isUnitCell(folded: string): boolean {
  return CELL_UNITS.includes(folded);
}

/** A unit that a label prints in brackets: 车辆数合计（辆） -> 辆. */
export function labelUnit(label: string): string | null {
  if (!label.includes('(') && !label.includes('（')) return null;
  const match = BRACKETED.exec(label) ?? BRACKETED.exec(fold(label));
  return match ? fold(match[1]!).replace(/^台[/、(]套\)?$/, '台/套') : null;
}

/** A money unit, % or ‰ that stands right behind a number; null without. */
export function unitBehind(folded: string): string | null {
  return BEHIND.exec(folded)?.[1] ?? null;
}

/** The power of ten of a money unit; "人民币万元", "单位：万元" and "（万元）" are understood, null where it is no money unit. */
export function moneyPower(unit: string | null): number | null {
  const name = unit === null ? undefined : MONEY.exec(unit)?.[1];
  return name === undefined ? null : MONEY_UNITS[name as MoneyUnit];
}

const amounts = new Map<string, string>();

/** Exact amount in 元, or null where the unit is no money unit by its plain name. */
export function toYuan(value: string | null, unit: string | null): string | null {
  if (value === null || unit === null || !Object.hasOwn(MONEY_UNITS, unit)) return null;
  const key = `${value} ${unit}`;
  let amount = amounts.get(key);
  if (amount === undefined) {
    amount = Decimal.of(value)
      .shift(MONEY_UNITS[unit as MoneyUnit])
      .toFixed();
    if (amounts.size >= REMEMBERED) amounts.clear();
    amounts.set(key, amount);
  }
  return amount;
}
