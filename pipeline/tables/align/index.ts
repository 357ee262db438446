/** @module What ruled tables leave of a page -> tables set by alignment: three-line tables, figures in columns. */
import type { Cell } from '../../../schemas/index.js';
import { roundTo } from '../../geometry.js';
import type { Glyph, PageTable, Ruling } from '../../model.js';
import type { Grid } from '../grid.js';
import { boxOf, glyphLines, lineText, round, standsIn } from '../lines.js';
import { columnBoundaries, placeSegment } from './columns.js';
import { type AlignedRegion, alignedRegions } from './regions.js';
import { isFigure, linesAcross, median, type SegmentLine, segmentLines } from './segments.js';

export interface AlignedTables {
  tables: PageTable[];
  /** Glyphs that no table took. */
  rest: Glyph[];
}

/** @param printed lines of the glyphs @param horizontals joined horizontal rulings that no grid holds */
export function alignedTables(
  page: number,
  glyphs: Glyph[],
  printed: readonly Glyph[][],
  horizontals: Ruling[],
): AlignedTables {
  const tables: PageTable[] = [];
  const taken = new Set<Glyph>();
  const across = glyphs.every((g) => g.direction === 0) ? printed : linesAcross(glyphs);
  for (const region of alignedRegions(segmentLines(across), horizontals)) {
    const table = tableOf(page, region);
    if (!table) continue;
    tables.push(table);
    for (const line of region.lines) for (const s of line.segments) for (const g of s.glyphs) taken.add(g);
  }
  return { tables, rest: taken.size === 0 ? glyphs : glyphs.filter((g) => !taken.has(g)) };
}

/** A column of a grid in which nearly every line falls into this many pieces is several columns that no ruling divides. */
const FEWEST_PIECES = 3;
const NEARLY_EVERY = 0.7;

/**
 * A grid that draws only some of its columns (a rule after the labels, none between the figures), read by alignment between its
 * horizontal rulings; null for a grid that rules its columns.
 */
export function underRuledTable(page: number, grid: Grid, glyphs: Glyph[]): PageTable | null {
  if (grid.xs.length > 5) return null;
  const [x0, , x1] = grid.box;
  const inside = glyphs.filter((g) => standsIn(g, grid.box));
  const undivided = grid.xs.slice(1).some((right, i) => {
    const lines = segmentLines(
      linesAcross(inside.filter((g) => (g.x0 + g.x1) / 2 > grid.xs[i]! && (g.x0 + g.x1) / 2 < right)),
    );
    return (
      lines.length >= 3 &&
      lines.filter((l) => l.segments.length >= FEWEST_PIECES).length >= NEARLY_EVERY * lines.length
    );
  });
  return undivided ? tableOf(page, { lines: segmentLines(linesAcross(inside)), rules: grid.ys, x0, x1 }) : null;
}

interface Slot {
  column: number;
  span: number;
  glyphs: Glyph[];
}

function tableOf(page: number, region: AlignedRegion): PageTable | null {
  const xs = columnBoundaries(region.lines, region.x0, region.x1);
  const columns = xs.length - 1;
  if (columns < 2) return null;
  const bodyStart = region.lines.findIndex(
    (l) => l.segments.slice(1).some((s) => isFigure(s.text)) && l.segments.length > columns / 2,
  );
  const placed = region.lines.map((line, i) => ({
    line,
    slots: line.segments.flatMap((s, k) => placeSegment(s, xs, i < bodyStart && (k > 0 || columns < 3))),
  }));
  const rows = rowsOf(placed, region, bodyStart);
  if (rows.length < 2) return null;
  const ys = rows.map((r) => Math.min(...r.lines.map((l) => l.y0)));
  const bottoms = rows.map((r) => Math.max(...r.lines.map((l) => l.y1)));
  const edges = [
    Math.min(ys[0]!, region.rules[0] ?? Infinity),
    ...ys.slice(1).map((y, i) => (y + bottoms[i]!) / 2),
    Math.max(bottoms[bottoms.length - 1]!, region.rules[region.rules.length - 1] ?? -Infinity),
  ].map(round);
  const cells = rows.flatMap((row, r) => rowCells(page, row.slots, r, xs, edges));
  return {
    page,
    box: [round(xs[0]!), edges[0]!, round(xs[columns]!), edges[edges.length - 1]!],
    method: 'aligned',
    xs: xs.map(round),
    ys: edges,
    cells,
    openTop: false,
    openBottom: false,
  };
}

interface Row {
  lines: SegmentLine[];
  slots: Slot[];
}

/** Lines to rows: a wrapped label or header joins the row it belongs to. */
function rowsOf(placed: { line: SegmentLine; slots: Slot[] }[], region: AlignedRegion, bodyStart: number): Row[] {
  const rows: Row[] = [];
  const pitch = median(placed.slice(1).map((p, i) => p.line.baseline - placed[i]!.line.baseline));
  placed.forEach(({ line, slots }, i) => {
    const last = rows[rows.length - 1];
    const before = placed[i - 1];
    const ruled =
      before !== undefined &&
      region.rules.some((y) => y > before.line.baseline - 1 && y < line.baseline - 0.5 * line.size);
    const near =
      before !== undefined && line.baseline - before.line.baseline <= 1.25 * Math.min(pitch, 1.5 * line.size);
    const joins =
      last !== undefined &&
      !ruled &&
      near &&
      (i < bodyStart
        ? !spans(slots) && !spans(before!.slots) && before!.slots.length + slots.length > 2
        : wraps(slots, before!.slots));
    if (joins) {
      last.lines.push(line);
      last.slots.push(...slots);
    } else rows.push({ lines: [line], slots: [...slots] });
  });
  return rows;
}

function spans(slots: Slot[]): boolean {
  return slots.some((s) => s.span > 1);
}

/** A line without a label and without figures, under one that has text in the same columns. */
function wraps(slots: Slot[], above: Slot[]): boolean {
  const text = (s: Slot): string => s.glyphs.map((g) => g.text).join('');
  if (slots.some((s) => isFigure(text(s)))) return false;
  if (slots.every((s) => s.column > 0)) return slots.every((s) => above.some((a) => a.column === s.column));
  return slots.length === 1 && above.length > 1 && /^[a-z(（]/.test(text(slots[0]!));
}

function rowCells(page: number, slots: Slot[], row: number, xs: number[], ys: number[]): Cell[] {
  const cells: Cell[] = [];
  const columns = xs.length - 1;
  for (let column = 0; column < columns; ) {
    const here = slots.filter((s) => s.column === column);
    const span = Math.min(Math.max(1, ...here.map((s) => s.span)), columns - column);
    const inside = slots.filter((s) => s.column >= column && s.column < column + span);
    const glyphs = inside.flatMap((s) => s.glyphs);
    const lines = glyphLines(glyphs);
    cells.push({
      row,
      column,
      row_span: 1,
      column_span: span,
      text: lines
        .map((l) => lineText(l, 'text'))
        .join('')
        .replace(/\s+/g, ''),
      raw_text: lines.map((l) => lineText(l, 'raw')).join('\n'),
      page,
      boxes: [
        glyphs.length > 0 ? boxOf(glyphs) : [round(xs[column]!), ys[row]!, round(xs[column + span]!), ys[row + 1]!],
      ],
      role: 'body',
      source: glyphs[0]?.source ?? 'text_layer',
      confidence: glyphs.length === 0 ? 1 : roundTo(Math.min(...glyphs.map((g) => g.confidence)), 4),
    });
    column += span;
  }
  return cells;
}
