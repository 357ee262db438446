/**
 * @module A work page and the lines read on it -> the places where ink stands that gave no text: letters under a
 * seal, pieces that the recogniser
 * refused, strokes too small for a line. A cell with such ink is not blank, whatever its text is.
 */
import type { Cell } from '../../schemas/index.js';
import { UNREAD } from '../domain/unread.js';
import type { Box, PageLayout } from '../model.js';
import type { Grey } from './image/pixels.js';
import type { PixelRuling } from './image/rulings.js';

/** Darker than this is ink. */
const INK = 178;
/** Inches a side of a raster cell, and the share of its dots that makes it inked. */
const CELL = 0.02,
  INKED = 0.11;
/** Square inches of ink of the smallest sign looked for, a dash of 8 points; specks of dust are smaller. */
const LEAST = 0.0009;
/** Inches: what is left of a ruling is as thin as this, and stands as near to it. */
const THIN = 0.022,
  NEAR = 0.03;
/** Inches around a line that was read in which ink belongs to it: serifs, grain. */
const ROOM = 0.02;

export interface Pixels {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Does the middle of `inner` stand in `box`? */
export function holds(box: Pixels, inner: Pixels): boolean {
  const x = (inner.x0 + inner.x1) / 2,
    y = (inner.y0 + inner.y1) / 2;
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
}

/** @param grey with its rulings erased @param read places that gave text @returns in work pixels */
export function unreadInk(
  grey: Grey,
  dpi: number,
  read: readonly Pixels[],
  rulings: readonly PixelRuling[],
): (Pixels & { ink: number })[] {
  const size = Math.max(2, Math.round(CELL * dpi)),
    columns = Math.ceil(grey.width / size),
    rows = Math.ceil(grey.height / size);
  const counts = new Uint16Array(columns * rows);
  for (let y = 0; y < grey.height; y++) {
    const row = ((y / size) | 0) * columns;
    for (let x = 0, p = y * grey.width; x < grey.width; x++, p++)
      if (grey.data[p]! < INK) counts[row + ((x / size) | 0)]!++;
  }
  const room = ROOM * dpi,
    cellAt = (v: number, most: number): number => Math.max(0, Math.min(most, Math.floor(v / size)));
  for (const r of read) {
    const x0 = cellAt(r.x0 - room, columns - 1),
      x1 = cellAt(r.x1 + room, columns - 1);
    for (let y = cellAt(r.y0 - room, rows - 1); y <= cellAt(r.y1 + room, rows - 1); y++)
      counts.fill(0, y * columns + x0, y * columns + x1 + 1);
  }
  const least = Math.max(2, Math.round(size * size * INKED));
  return pieces(counts, columns, rows, least)
    .map((p) => ({ x0: p.x0 * size, y0: p.y0 * size, x1: p.x1 * size, y1: p.y1 * size, ink: p.ink }))
    .filter((p) => p.ink >= LEAST * dpi * dpi && !isRemnant(p, rulings, dpi));
}

/** Inked raster cells that touch, corners too. */
function pieces(counts: Uint16Array, columns: number, rows: number, least: number): (Pixels & { ink: number })[] {
  const found: (Pixels & { ink: number })[] = [];
  const seen = new Uint8Array(counts.length);
  for (let start = 0; start < counts.length; start++) {
    if (seen[start] === 1 || counts[start]! < least) continue;
    const piece = { x0: columns, y0: rows, x1: 0, y1: 0, ink: 0 };
    const cells = [start];
    seen[start] = 1;
    for (let i = 0; i < cells.length; i++) {
      const x = cells[i]! % columns,
        y = (cells[i]! - x) / columns;
      piece.x0 = Math.min(piece.x0, x);
      piece.y0 = Math.min(piece.y0, y);
      piece.x1 = Math.max(piece.x1, x + 1);
      piece.y1 = Math.max(piece.y1, y + 1);
      piece.ink += counts[cells[i]!]!;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx++) {
          const next = ny * columns + nx;
          if (seen[next] === 1 || counts[next]! < least) continue;
          seen[next] = 1;
          cells.push(next);
        }
    }
    found.push(piece);
  }
  return found;
}

/** What erasing left of a ruling: thin, and along it. */
function isRemnant(p: Pixels & { ink: number }, rulings: readonly PixelRuling[], dpi: number): boolean {
  const near = NEAR * dpi;
  return rulings.some((r) => {
    const lying = r.orientation === 'horizontal',
      length = lying ? p.x1 - p.x0 : p.y1 - p.y0,
      [lo, hi] = lying ? [p.y0, p.y1] : [p.x0, p.x1],
      [from, to] = lying ? [p.x0, p.x1] : [p.y0, p.y1];
    // The raster is coarse: what is thin is measured by its ink.
    return (
      p.ink / Math.max(1, length) <= THIN * dpi &&
      lo >= r.at - near &&
      hi <= r.at + near &&
      from < r.to &&
      to > r.from
    );
  });
}

/** The layout with cells that hold unread ink marked: not blank, not sure. Changes its cells. */
export function markUnread(layout: PageLayout): PageLayout {
  const unread = layout.content.unread ?? [];
  if (unread.length === 0) return layout;
  for (const table of layout.tables)
    for (const cell of table.cells) {
      const ink = unread.reduce((sum, u) => (cell.boxes.some((b) => standsIn(u.box, b)) ? sum + u.ink : sum), 0);
      if (ink > 0) mark(cell);
    }
  return layout;
}

/** Beside text unread ink may be a lost digit, a seal's arc or dirt: no reason to trust the text wholly. */
const BESIDE_TEXT = 0.7;
/** Below what any grade but doubtful takes. */
const IN_A_BLANK = 0.3;

function mark(cell: Cell): void {
  if (cell.text !== '') {
    cell.confidence = Math.min(cell.confidence, BESIDE_TEXT);
    return;
  }
  cell.raw_text = UNREAD;
  cell.source = 'ocr';
  cell.confidence = Math.min(cell.confidence, IN_A_BLANK);
}

function standsIn(inner: Box, outer: Box): boolean {
  const x = (inner[0] + inner[2]) / 2,
    y = (inner[1] + inner[3]) / 2;
  return x > outer[0] && x < outer[2] && y > outer[1] && y < outer[3];
}
