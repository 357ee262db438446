/**
 * @module The code and label columns of one column group in; the names that each row carries out: pairs of codes and a label, each on
 * the axis that its header names (科目编码 a classification, 单位代码 an institution).
 */
import { type Axis, axisOf } from '../domain/lexicon/axes.js';
import { labelKey } from '../domain/labels.js';
import type { Header } from './header.js';

/** One thing that a row says what it is of: its code columns (类|款|项 are several) and its label column. */
export interface NameColumns {
  axis: Axis;
  codes: number[];
  label: number | null;
  /** 单位（科目）名称: institutions and classes in one column. */
  mixed: boolean;
}

const LEVEL_OF_CODE = /^(?:类|款|项)$/;
const MIXED = /(?:单位|部门).*科目|科目.*单位|资金使用单位/;

/** @param codes columns of codes, @param labels columns of names; both left to right */
export function nameColumns(header: Header, codes: readonly number[], labels: readonly number[]): NameColumns[] {
  const isCode = new Set(codes);
  const names: NameColumns[] = [];
  let open: NameColumns | null = null;
  for (const c of [...codes, ...labels].sort((a, b) => a - b)) {
    const path = header.paths[c]!.map((cell) => cell.text);
    const axis = axisOf(path)?.axis ?? 'item';
    const mixed = MIXED.test(path.join('/'));
    if (isCode.has(c)) {
      if (open !== null && open.label === null && belongsTo(header, open, c)) open.codes.push(c);
      else if (open !== null && open.codes.length === 0 && open.axis === axis && axis !== 'item') open.codes.push(c);
      else names.push((open = { axis, codes: [c], label: null, mixed }));
    } else if (
      open !== null &&
      open.label === null &&
      (open.axis === axis || open.axis === 'item' || axis === 'item')
    ) {
      open.label = c;
      open.mixed ||= mixed;
      open.axis = open.mixed ? 'item' : open.axis === 'item' ? axis : open.axis;
    } else names.push((open = { axis, codes: [], label: c, mixed }));
  }
  // The only words that a group has name its rows, whatever their header is called (按支出性质).
  if (names.length > 0 && names.every((each) => each.axis === 'attribute')) names.at(-1)!.axis = 'item';
  return names;
}

/** 类|款|项 stand side by side below one header; a code column apart from them (单位编码 before 科目编码) is another code. */
function belongsTo(header: Header, open: NameColumns, column: number): boolean {
  const left = open.codes.at(-1)!;
  if (column !== left + 1) return false;
  const leaf = labelKey(header.paths[column]!.at(-1)?.text ?? '');
  const shared = new Set(header.paths[left]!);
  return LEVEL_OF_CODE.test(leaf) || header.paths[column]!.some((cell) => shared.has(cell) && cell.column_span <= 4);
}
