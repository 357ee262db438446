/** @module The rows that every summary ends with, and function lines taken from the functional rows below them. */
import type { CodedRow, Sides } from '../accounts.js';

export const none = { total: '', abroad: '', reception: '', vehicles: '', purchase: '', running: '' };

export interface Ends {
  income: string;
  expenditure: string;
  opening?: string;
  closing?: string;
  grand: string;
  surplus?: string;
  blank?: boolean;
  grandLabel?: string;
}

export function summarySides(sources: string[], classes: Record<string, string>, e: Ends): Sides {
  return {
    sources,
    functions: Object.fromEntries(Object.entries(classes).map(([k, v]) => [k, [v]])),
    tail: [
      { left: '本年收入合计', leftValue: e.income, right: '本年支出合计', rightValues: [e.expenditure], bold: true },
      { left: e.surplus ?? '使用非财政拨款结余（含专用结余）', leftValue: '', right: '结余分配', rightValues: [''] },
      { left: '年初结转和结余', leftValue: e.opening ?? '', right: '年末结转和结余', rightValues: [e.closing ?? ''] },
      ...(e.blank === false ? [] : [{ left: '', leftValue: '', right: '', rightValues: [] }]),
      {
        left: e.grandLabel ?? '总计',
        leftValue: e.grand,
        right: e.grandLabel ?? '总计',
        rightValues: [e.grand],
        bold: true,
      },
    ],
  };
}

export function appropriationSides(sources: string[], classes: Record<string, string>, e: Ends): Sides {
  const two = (v: string | undefined) => [v ?? '', v ?? ''];
  return {
    sources,
    functions: Object.fromEntries(Object.entries(classes).map(([k, v]) => [k, two(v)])),
    tail: [
      {
        left: '本年收入合计',
        leftValue: e.income,
        right: '本年支出合计',
        rightValues: two(e.expenditure),
        bold: true,
      },
      {
        left: '年初财政拨款结转和结余',
        leftValue: e.opening ?? '',
        right: '年末财政拨款结转和结余',
        rightValues: two(e.closing),
      },
      { left: '一般公共预算财政拨款', leftValue: e.opening ?? '', right: '', rightValues: [] },
      { left: '政府性基金预算财政拨款', leftValue: '', right: '', rightValues: [] },
      { left: '国有资本经营预算财政拨款', leftValue: '', right: '', rightValues: [] },
      {
        left: e.grandLabel ?? '总计',
        leftValue: e.grand,
        right: e.grandLabel ?? '总计',
        rightValues: two(e.grand),
        bold: true,
      },
    ],
  };
}

/** First n columns; blanks of the project column become 0.00 where the form prints zeros. */
export function firstColumns(rows: CodedRow[], n: number, nothing = ''): CodedRow[] {
  return rows.map((r) => ({ ...r, values: r.values.slice(0, n).map((v) => v || (r.code === '' ? v : nothing)) }));
}

/** Income rows that are all fiscal appropriation: total and appropriation columns alike. */
export function appropriationIncome(rows: CodedRow[]): CodedRow[] {
  return rows.map((r) => ({ ...r, values: [r.values[0] ?? '', r.values[0] ?? '', '', '', '', '', ''] }));
}
