/**
 * @module The tables of a recognised page and the labels that such forms print -> the same tables, where a label was
 * read nearly as one known label and
 * as no other with that label as its text. What was read stands in raw_text. Numbers are never touched.
 */
import type { Cell } from '../../schemas/index.js';
import type { FormLabels } from '../domain/form-labels.js';
import { editDistance, fold } from '../domain/labels.js';
import type { PageLayout } from '../model.js';

/** A label that was read as surely as this in every letter is what is printed, misprint or not. */
const SURE = 0.97;
/** Shorter labels differ from one another by one letter. */
const SHORT = 3;
/** A label this long may have two letters wrong. */
const LONG = 10;
/** A settled label is no surer than this. */
const SETTLED = 0.9;

/** 一、 二十一、 1. （一） 其中： before a label; recognisers take 十 for +, 一 for a dash, and lose the comma. */
const NUMBERED =
  /^(?:([一二三四五六七八九十+—－一\-|l]{1,3})([、,，.．·:]?)|(\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|其中[:：]))(?=[\u4e00-\u9fff“"])/;

export type Known = FormLabels;

export function settleLabels(layout: PageLayout, known: Known): PageLayout {
  if (layout.content.textSource !== 'ocr') return layout;
  const tables = layout.tables.map((table) => ({
    ...table,
    cells: columnNumbers(
      numberings(
        table.cells.map((cell) => settled(cell, known)),
        known,
      ),
    ),
  }));
  return { ...layout, tables };
}

function settled(cell: Cell, known: Known): Cell {
  if (cell.source !== 'ocr' || !/[\u4e00-\u9fff]/.test(cell.text)) return cell;
  const text = settledLabel(cell.text, known, cell.confidence >= SURE);
  return text === cell.text ? cell : { ...cell, text, confidence: Math.min(cell.confidence, SETTLED) };
}

/** @param sure every letter was read surely: only what stands before the label is settled */
export function settledLabel(text: string, known: Known, sure: boolean): string {
  if (known.all.has(text) || known.all.has(fold(text))) return text;
  const [whole, numeral, comma, other] = NUMBERED.exec(text) ?? ['', undefined, undefined, undefined];
  // 一般公共预算 begins with no number.
  // The comma is lost: the number ends where a known label begins.
  for (let n = 1; numeral !== undefined && comma === '' && n <= numeral.length; n++)
    if (known.numbered.has(text.slice(n))) return `${counted(numeral.slice(0, n))}、${text.slice(n)}`;
  const unnumbered = comma === '' && !sure ? nearest(text, known.all) : null;
  if (unnumbered !== null) return unnumbered;
  const label = text.slice(whole.length);
  const candidates = numeral === undefined ? known.all : known.numbered;
  const meant = candidates.has(label) ? label : sure ? null : nearest(label, candidates);
  if (meant === null) return text;
  if (numeral === undefined) return (other ?? '') + meant;
  return `${counted(numeral)}、${meant}`;
}

/** Signs that recognisers take numerals for. */
const counted = (numeral: string): string =>
  [...numeral].map((c) => (c === '+' ? '十' : /[一二三四五六七八九十]/.test(c) ? c : '一')).join('');

/** Letters of a seal behind a label, or a piece of its ring. */
const TAIL = 2;
const WITH_TAIL = 4;

function nearest(label: string, known: ReadonlySet<string>): string | null {
  if (label.length < SHORT) return null;
  const limit = label.length >= LONG ? 2 : 1;
  let best: string | null = null,
    least = limit + 1;
  for (const candidate of /\d/.test(label) ? [] : known) {
    if (candidate.length < SHORT || Math.abs(candidate.length - label.length) > 1) continue;
    const distance = editDistance(label, candidate, limit);
    if (distance < least) {
      least = distance;
      best = candidate;
    } else if (distance === least && distance <= limit && fold(candidate) !== fold(best ?? '')) best = null;
  }
  if (least <= limit) return best;
  for (let cut = 1; cut <= TAIL && label.length - cut >= WITH_TAIL; cut++)
    if (known.has(label.slice(0, -cut))) return label.slice(0, -cut);
  return null;
}

/**
 * So many numbers in sequence, and so large a share of what a row prints beside words, make it a row of column
 * numbers.
 */
const SEQUENCE = 3;
const SEQUENCE_SHARE = 0.6;
/** A column number that was not read but follows from its neighbours. */
const FOLLOWS = 0.5;

/**
 * 栏次 1 2 3 …: a number that was misread between others in sequence is the one that is missing there. Else its
 * column's header would have a word more.
 */
export function columnNumbers(cells: readonly Cell[]): Cell[] {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells)
    if (cell.row_span === 1 && cell.raw_text !== '' && !/[\u4e00-\u9fff]{2}/.test(cell.text))
      rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const settled = new Map<Cell, Cell>();
  for (const row of rows.values()) {
    row.sort((a, b) => a.column - b.column);
    const follows = (offset: number): Cell[] => row.filter((cell, i) => cell.text === String(i + offset));
    const offset = [0, 1, 2].sort((a, b) => follows(b).length - follows(a).length)[0]!,
      right = follows(offset);
    if (right.length < SEQUENCE || right.length < row.length * SEQUENCE_SHARE) continue;
    row.forEach((cell, i) => {
      if (right.includes(cell) || cell.source !== 'ocr' || cell.text.length > 4) return;
      if (cell.confidence >= SURE && /^\d+$/.test(cell.text)) return;
      settled.set(cell, { ...cell, text: String(i + offset), confidence: Math.min(cell.confidence, FOLLOWS) });
    });
  }
  return cells.map((cell) => settled.get(cell) ?? cell);
}

/** Rows in a row that a seal may have taken the numbers from. */
const APART = 8;
const COUNTED = /^([一二三四五六七八九十]{1,3})、/;
const DIGITS = '一二三四五六七八九';

/** 二十三 -> 23; null for what is no such number. */
function countOf(text: string): number | null {
  const numeral = COUNTED.exec(text)?.[1];
  const parts = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(numeral ?? '-');
  if (!parts || numeral === '') return null;
  const [, tens, ten, ones] = parts;
  return (ten ? (tens ? DIGITS.indexOf(tens) + 1 : 1) * 10 : 0) + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}

function numeralOf(count: number): string {
  const tens = Math.floor(count / 10),
    ones = count % 10;
  return `${tens > 1 ? DIGITS[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones - 1] : ''}`;
}

/**
 * 一、 二、 三、 down a column: a known label between its neighbours' numbers whose own was lost or misread has the one
 * that is missing there.
 */
export function numberings(cells: readonly Cell[], known: Known): Cell[] {
  const columns = new Map<number, Cell[]>();
  for (const cell of cells) columns.set(cell.column, [...(columns.get(cell.column) ?? []), cell]);
  const settled = new Map<Cell, Cell>();
  for (const column of columns.values()) {
    column.sort((a, b) => a.row - b.row);
    const counts = column.map((cell) => countOf(cell.text));
    column.forEach((cell, i) => {
      if (cell.source !== 'ocr') return;
      const above = counts.findLastIndex((count, k) => k < i && k >= i - APART && count !== null),
        below = counts.findIndex((count, k) => k > i && k <= i + APART && count !== null);
      if (above < 0 || below < 0 || counts[below]! - counts[above]! !== below - above) return;
      const count = counts[above]! + i - above;
      if (counts[i] === count) return;
      const label = cell.text.replace(COUNTED, '').replace(/^[^\u4e00-\u9fff]+/, '');
      if (!known.numbered.has(label)) return;
      const text = `${numeralOf(count)}、${label}`;
      settled.set(cell, { ...cell, text, confidence: Math.min(cell.confidence, SETTLED) });
    });
  }
  return cells.map((cell) => settled.get(cell) ?? cell);
}
