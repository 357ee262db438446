/**
 * @module A region's lines and rules -> a grid: rows from bands of lines, columns from the gutters, the header's
 * cells with their spans.
 */
import type { Glyph, Ruling } from '../../model.js';
import type { FormWords, Grid, Region } from '../port.js';
import { TOLERANCES as T } from '../tolerances.js';
import { type Band, bandsOf } from './bands.js';
import { boundariesOf, type Interval, intervalsOf } from './columns.js';
import { headerCells } from './header.js';
import { type Column, columnsWith } from './header-columns.js';
import { blocksOf } from './header-blocks.js';
import { placed, type Slot } from './placing.js';
import { type Line, phrases } from './words.js';
import { append, greatest, least } from '../../domain/extremes.js';

/** A stretch of a page to be divided. */
export interface Stretch {
  lines: Line[];
  x0: number;
  x1: number;
  /** Rulings as wide as the stretch, and those that divide a header. */
  rules: Ruling[];
  partial: Ruling[];
  /** Column boundaries known from elsewhere: the page before, edges of fills, verticals. */
  xs?: readonly number[];
}

/** A grid with the glyphs of its regions where the division knows better than their boxes. */
export interface Division {
  grid: Grid;
  held: Glyph[][];
  /** Regions in which two figures stand, with what they are. */
  doubtful: Map<number, string>;
  /** Bands of the body, for those who judge the division. */
  body: Band[];
  bodyStart: number;
}

export function divide(stretch: Stretch, forms: FormWords): Division | null {
  const { lines, rules, partial } = stretch;
  if (lines.length === 0) return null;
  const ys = rules.map((r) => r.at);
  const start = bodyStart(lines, ys, forms);
  // Header words set a little lower than the row of column numbers beside them.
  const late = (l: Line, i: number): boolean =>
    start > 0 &&
    i >= start &&
    i < start + 3 &&
    !isData(l) &&
    l.words.every((w) => forms.isHeader(w.text) && !forms.isTotal(w.text));
  const head = lines.filter((l, i) => i < start || late(l, i));
  const body = bandsOf(
    lines.filter((l, i) => i >= start && !late(l, i)),
    [...ys, ...partial.map((p) => p.at)],
  );
  const known =
    stretch.xs &&
    fits(body, stretch.xs) &&
    fits(
      head.map((l) => ({ lines: [l], words: phrases(l.words, T.phraseGap), y0: l.y0, y1: l.y1 })),
      stretch.xs,
    )
      ? stretch.xs
      : null;
  const intervals = known ? [] : intervalsOf(body.filter((b) => counts(b, body) && !isNumbering(b)));
  const gutters = known
    ? known.slice(1, -1).map((x): [number, number] => [x - 3, x + 3])
    : intervals.slice(1).map((v, i): [number, number] => [intervals[i]!.x1, v.x0]);
  const blocks = blocksOf(head, gutters, [...partial, ...rules], forms);
  const { columns, parents } = known ? columnsWith(asIntervals(known), blocks) : columnsWith(intervals, blocks);
  if (columns.length < 2) return null;
  const xs =
    known && columns.length === known.length - 1
      ? [...known]
      : boundariesOf(separate(columns), stretch.x0, stretch.x1);
  const header =
    head.length === 0 ? { rows: 0, cells: [], levels: [] as number[] } : headerCells(columns, parents, xs, partial);
  return assemble(stretch, head, header, body, xs, groupsOf(columns));
}

/** Columns that a header cell or an overlong word makes overlap meet in the middle. */
function separate(columns: readonly Column[]): Column[] {
  return columns
    .map((c) => ({ ...c }))
    .map((c, i, all) => {
      const next = all[i + 1];
      if (next && next.x0 < c.x1) {
        const x = (c.x1 + next.x0) / 2;
        c.x1 = x;
        next.x0 = x;
      }
      return c;
    });
}

const asIntervals = (xs: readonly number[]): Interval[] =>
  xs.slice(0, -1).map((x, i) => ({ x0: x + 0.5, x1: xs[i + 1]! - 0.5, words: [] }));

/** Headings of sections, one phrase alone and no figure, say nothing of columns, unless there is little else. */
function counts(band: Band, all: readonly Band[]): boolean {
  if (band.lines.every((l) => l.parts.length > 1)) return true;
  const several = all.filter((b) => phrases(b.words, T.columnGap).length > 1).length;
  return phrases(band.words, T.columnGap).length > 1 || several < 2;
}

/** The row that numbers the columns, 1 2 3: set in the middle of them, whatever edge the figures below keep to. */
function isNumbering(band: Band): boolean {
  const numbers = band.words
    .filter((w) => w.figure)
    .map((w) => (/^\d{1,2}$/.test(w.text) ? Number(w.text) : Number.NaN));
  return numbers.length >= 2 && numbers.every((n, i) => (i === 0 ? n <= 2 : n === numbers[i - 1]! + 1));
}

const YEAR = /^(19|20)\d\d[a-z]?$/;

/** The line at which data begin: the first with a code, or with a figure that is no year. */
function bodyStart(lines: readonly Line[], ys: readonly number[], forms: FormWords): number {
  const data = lines.findIndex((l) => l.words.some((w) => forms.isCode(w.text)) || isData(l));
  const headed = (l: Line): boolean =>
    !isData(l) && l.words.some((w) => forms.isHeader(w.text) && !forms.isTotal(w.text));
  // The first rule below text, unless header words follow it before any data.
  const second = ys.find((y) => {
    const next = lines.findIndex((l) => l.baseline > y + 1);
    return (
      lines.some((l) => l.baseline < y + 1) &&
      !lines.slice(next < 0 ? lines.length : next, data < 0 ? lines.length : data).some(headed)
    );
  });
  const below = second === undefined ? -1 : lines.findIndex((l) => l.baseline > second + 1);
  if (data < 0) {
    if (below > 0) return below;
    if (!lines.some((l) => l.words.some((w) => forms.isHeader(w.text)))) return Math.min(1, lines.length);
    // A form without data: its header, and the total row.
    const total = lines.findIndex((l, i) => i > 0 && l.words.every((w) => forms.isTotal(w.text)));
    return total < 0 ? lines.length : total;
  }
  // The first rule below text closes the header, if what stands above it are no data.
  if (below > 0 && below <= data) return below;
  // A wrapped label, set higher than the figures beside it, begins the row.
  // Rows of labels alone may come before the first figures: the header ends with its last words, and the lines they wrap over.
  let start = data;
  const left = least(lines.map((l) => l.words[0]!.x0));
  const last = lines.findLastIndex((l, i) => i < data && headed(l));
  for (let i = last + 1; last >= 0 && i < data; i++) {
    if (lines[i]!.baseline - lines[i - 1]!.baseline < T.headerLeading * lines[i]!.size) continue;
    if (lines[i]!.words[0]!.x0 > left + 1.5 * lines[i]!.size) break;
    return i;
  }
  while (
    start > 0 &&
    lines[data]!.baseline - lines[start - 1]!.baseline < T.overlapping * lines[data]!.size &&
    !ys.some((y) => y > lines[start - 1]!.baseline && y < lines[data]!.baseline) &&
    lines[start - 1]!.words.length <= 2 &&
    !lines[start - 1]!.words.some((w) => forms.isHeader(w.text))
  )
    start--;
  return start;
}

function isData(line: Line): boolean {
  const figures = line.words.filter((w) => w.figure);
  return (
    figures.length > 0 &&
    !figures.every((w) => YEAR.test(w.text)) &&
    (figures.length > 1 || line.words.length > 1 || line.words[0]!.figure)
  );
}

/** Columns that the header alone divides: what stands in them spans them. */
function groupsOf(columns: readonly Column[]): [number, number][] {
  const groups: [number, number][] = [];
  columns.forEach((c, i) => {
    if (c.group === null) return;
    const last = groups[groups.length - 1];
    if (last && columns[last[0]]!.group === c.group) last[1] = i;
    else groups.push([i, i]);
  });
  return groups;
}

function grouped(row: Map<number, Slot>, groups: readonly [number, number][]): Map<number, Slot> {
  for (const [from, to] of groups) {
    const glyphs: Glyph[] = [];
    const figures: string[] = [];
    let words = 0;
    for (let c = from; c <= to; c++) {
      append(glyphs, row.get(c)?.glyphs ?? []);
      append(figures, row.get(c)?.figures ?? []);
      words += row.get(c)?.words ?? 0;
      row.delete(c);
    }
    if (glyphs.length > 0) row.set(from, { span: to - from + 1, glyphs, figures, words });
  }
  return row;
}

/** Whether the words keep to boundaries known from elsewhere. */
function fits(body: readonly Band[], xs: readonly number[]): boolean {
  const words = body.flatMap((b) => b.words);
  const out = words.filter((w) => {
    const over = xs.filter((x) => w.x0 < x - 0.3 * w.size && w.x1 > x + 0.3 * w.size);
    return over.length > 0;
  }).length;
  return out <= T.bridging * 0.5 * words.length;
}

function assemble(
  stretch: Stretch,
  head: readonly Line[],
  header: ReturnType<typeof headerCells>,
  body: Band[],
  xs: number[],
  groups: readonly [number, number][],
): Division | null {
  const columns = xs.length - 1;
  const slots = body.map((band) => grouped(placed(band, xs), groups));
  const used = slots.flatMap((row) => [...row.keys()]);
  if (body.length + header.rows < 2 || (used.length === 0 && header.rows === 0)) return null;
  const rules = stretch.rules
    .map((r) => r.at)
    .concat(stretch.partial.map((r) => r.at))
    .sort((a, b) => a - b);

  const top = Math.min(rules[0] ?? Infinity, stretch.lines[0]!.y0);
  const ys = [top];
  // Header rows: between the first lines of their cells.
  for (let r = 1; r < header.rows; r++) {
    const y = Number.isFinite(header.levels[r]!) ? header.levels[r]! - 0.9 * (head[0]?.size ?? 8) : ys[r - 1]! + 1;
    ys.push(Math.max(ys[r - 1]! + 0.5, y));
  }
  let above = head.length > 0 ? greatest(head.map((l) => l.y1)) : null;
  for (const band of body) {
    if (above !== null) {
      const between = [above, band.y0].sort((a, b) => a - b) as [number, number];
      const rule = rules.find((y) => y > between[0] - 2.5 && y < between[1] + 2.5);
      ys.push(Math.max(ys[ys.length - 1]! + 0.01, rule ?? (above + band.y0) / 2));
    }
    above = band.y1;
  }
  ys.push(Math.max(above ?? top + 1, rules[rules.length - 1] ?? -Infinity));
  const cells: Region[] = [];
  const held: Glyph[][] = [];
  const doubtful = new Map<number, string>();
  const add = (row: number, row_span: number, column: number, column_span: number, glyphs: Glyph[]): void => {
    cells.push({
      row,
      row_span,
      column,
      column_span,
      box: [xs[column]!, ys[row]!, xs[column + column_span]!, ys[row + row_span]!],
    });
    held.push(glyphs);
  };
  for (const c of header.cells) add(c.row, c.row_span, c.column, c.column_span, c.block?.glyphs ?? []);
  slots.forEach((row, i) => {
    for (let column = 0; column < columns; ) {
      const slot = row.get(column);
      const span = Math.min(slot?.span ?? 1, columns - column);
      if (slot && slot.figures.length > 1 && slot.figures.length === slot.words)
        doubtful.set(cells.length, slot.figures.join(' '));
      add(header.rows + i, 1, column, span, slot?.glyphs ?? []);
      column += span;
    }
  });
  return {
    grid: {
      box: [xs[0]!, ys[0]!, xs[columns]!, ys[ys.length - 1]!],
      xs,
      ys,
      cells,
      openTop: false,
      openBottom: false,
    },
    held,
    doubtful,
    body,
    bodyStart: header.rows,
  };
}
