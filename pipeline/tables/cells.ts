/** @module A grid and the page's glyphs -> cells with text; what no cell holds is given back. */
import { roundTo } from '../geometry.js';
import type { Box, Glyph } from '../model.js';
import type { Cell } from '../../schemas/index.js';
import { endsInCents, isDigitsAndSigns, isNumberRun, isWholeRun } from '../domain/cell-shapes.js';
import { isCode } from '../domain/codes.js';
import { slot } from './crowd-signs.js';
import type { Grid, Region } from './grid.js';
import { median } from './aligned/words.js';
import { glyphLines, lineText, round, sorted, standsIn } from './lines.js';
import { append } from '../domain/extremes.js';

/** A glyph gap of this share of the font size at a boundary ends one cell's text. */
const BREAK = 0.12;

/** Which region a point stands in: slots looked up by binary search, spans resolved. */
class GridIndex {
  readonly #owner: Int32Array;
  constructor(
    readonly grid: Pick<Grid, 'xs' | 'ys'>,
    regions: readonly Pick<Region, 'row' | 'column' | 'row_span' | 'column_span'>[],
  ) {
    const columns = grid.xs.length - 1;
    this.#owner = new Int32Array(columns * (grid.ys.length - 1)).fill(-1);
    regions.forEach(({ row, column, row_span, column_span }, index) => {
      for (let r = row; r < row + row_span; r++) {
        for (let c = column; c < column + column_span; c++) this.#owner[r * columns + c] = index;
      }
    });
  }

  /** Index of the region at a point, -1 outside. */
  at(x: number, y: number): number {
    const column = slot(this.grid.xs, x);
    const row = slot(this.grid.ys, y);
    return column < 0 || row < 0 ? -1 : this.#owner[row * (this.grid.xs.length - 1) + column]!;
  }
}

/** Puts every glyph of the grid's area into its cell. `rest` holds the glyphs outside. */
export function fillCells(page: number, grid: Grid, glyphs: Glyph[]): { cells: Cell[]; rest: Glyph[] } {
  const index = new GridIndex(grid, grid.cells);
  const held: Glyph[][] = grid.cells.map(() => []);
  const rest: Glyph[] = [];
  const inside: Glyph[] = [];
  for (const g of glyphs) (standsIn(g, grid.box) && !underlies(g, grid.box) ? inside : rest).push(g);
  const usual = median(inside.map((g) => g.size));
  for (const run of runs(inside)) {
    for (const [region, part] of place(run, index, grid)) {
      if (fits(part[0]!, grid.cells[region]!, usual)) append(held[region]!, part);
      else append(rest, part);
    }
  }
  return { cells: grid.cells.map((region, i) => cellOf(page, region, held[i]!)), rest };
}

/** Printed across the bottom edge, standing below it: a page number that the table has run into. */
function underlies(g: Glyph, box: Box): boolean {
  return g.direction === 0 && g.baseline > box[3] + 0.05 * g.size;
}

/**
 * Letters higher than the cell they stand in, or many times larger than the table's others, are printed over the
 * table, not in it: a watermark.
 */
const TOO_HIGH = 1.3;
const TOO_LARGE = 3;

function fits(g: Glyph, region: Region, usual: number): boolean {
  return g.size <= TOO_HIGH * (region.box[3] - region.box[1]) && g.size <= TOO_LARGE * usual;
}

/** Consecutive glyphs without a gap, as they were shown. */
function runs(glyphs: Glyph[]): Glyph[][] {
  const found: Glyph[][] = [];
  let last: Glyph | null = null;
  for (const g of sorted(glyphs, (a, b) => a.order - b.order)) {
    const joins =
      last !== null &&
      g.direction === last.direction &&
      Math.abs(g.baseline - last.baseline) < 0.2 * g.size &&
      g.direction === 0 &&
      g.x0 - last.x1 < BREAK * g.size &&
      g.x0 > last.x0;
    if (joins) found[found.length - 1]!.push(g);
    else found.push([g]);
    last = g;
  }
  return found;
}

/**
 * A run belongs to the cell that holds it. One that crosses a boundary without a gap overflows its cell: a number
 * hangs
 * out to the left of the cell it is aligned in, text that starts at its cell's edge to the right.
 */
function place(run: Glyph[], index: GridIndex, grid: Grid): [number, Glyph[]][] {
  const at = (g: Glyph): number => index.at((g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2);
  const first = at(run[0]!);
  const last = at(run[run.length - 1]!);
  if (first === last && run.every((g) => at(g) === first)) return [[first, run]];
  const sameRow = grid.cells[first]?.row === grid.cells[last]?.row;
  const text = run.map((g) => g.text).join('');
  if (sameRow && first >= 0 && last >= 0 && !fallsApart(run, at, grid)) {
    if (isNumberRun(text) && text.length > 1) return [[last, run]];
    const leftAligned = run[0]!.x0 - grid.cells[first]!.box[0] < run[0]!.size;
    if (leftAligned) return [[first, run]];
  }
  const parts = new Map<number, Glyph[]>();
  for (const g of run) {
    const region = at(g);
    const part = parts.get(region);
    if (part) part.push(g);
    else parts.set(region, [g]);
  }
  return [...parts];
}

/** A glyph that reaches further than this share of the font size over a boundary crosses it. */
const CROSSES = 0.15;
/** Room right of a number (share of the font size) that shows it is not set flush right. */
const ROOM = 0.5;

/**
 * Whether a run is the texts of two cells that touch: an amount flush right, then a code flush left; a code that
 * fills its cell, then
 * its name. No glyph crosses the boundary, and what stands on its two sides is of two kinds, or no number together.
 */
function fallsApart(run: Glyph[], at: (g: Glyph) => number, grid: Grid): boolean {
  const turn = run.findIndex((g, i) => i > 0 && at(g) !== at(run[i - 1]!));
  if (turn < 0) return false;
  const [left, right] = [run[turn - 1]!, run[turn]!];
  const region = grid.cells[at(right)];
  if (!region) return false;
  const boundary = region.box[0];
  if (left.x1 > boundary + CROSSES * left.size || right.x0 < boundary - CROSSES * right.size) return false;
  const text = (glyphs: Glyph[]): string =>
    glyphs
      .map((g) => g.text)
      .join('')
      .normalize('NFKC');
  const [before, after] = [text(run.slice(0, turn)), text(run.slice(turn))];
  if (isDigitsAndSigns(before) !== isDigitsAndSigns(after)) return true;
  if (!isDigitsAndSigns(before)) return false;
  if (!isWholeRun(text(run))) return isWholeRun(before) && isWholeRun(after.replace(/^0+(?=\d)/, ''));
  const end = run[run.length - 1]!;
  return (
    at(end) === at(right) &&
    region.box[2] - end.x1 > ROOM * end.size + (right.x0 - boundary) &&
    isCode(after) &&
    endsInCents(before)
  );
}

export function cellOf(page: number, region: Region, glyphs: Glyph[]): Cell {
  const lines = glyphLines(glyphs);
  const box: Box = [round(region.box[0]), round(region.box[1]), round(region.box[2]), round(region.box[3])];
  return {
    row: region.row,
    column: region.column,
    row_span: region.row_span,
    column_span: region.column_span,
    text: squeezed(lines),
    raw_text: lines.length === 0 ? '' : lines.map((line) => lineText(line, 'raw')).join('\n'),
    page,
    boxes: [box],
    role: 'body',
    source: glyphs.length > 0 && glyphs[0]!.source === 'ocr' ? 'ocr' : 'text_layer',
    confidence: roundTo(
      glyphs.reduce((least, g) => Math.min(least, g.confidence), 1),
      4,
    ),
  };
}

/** The text of lines without the white space in and between them. */
function squeezed(lines: Glyph[][]): string {
  let text = '';
  for (const line of lines) for (const g of line) text += g.text;
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}
