/** @module Glyphs in paint order -> whether one repeats a glyph already drawn at nearly the same place (bold by offset, shadow). */
import type { Glyph } from '../model.js';

/** Cell of the look-up grid in points; twice the largest tolerance, so that four cells hold every candidate. */
const CELL = 8;
const MAX_TOLERANCE = CELL / 2;

/** Offset copies stand within a fifth of the size; neighbours of the same character are an advance apart. */
function tolerance(glyph: Glyph): { along: number; across: number } {
  const sideways = glyph.direction === 90 || glyph.direction === 270;
  const advance = sideways ? glyph.y1 - glyph.y0 : glyph.x1 - glyph.x0;
  return {
    along: Math.min(0.2 * glyph.size, 0.4 * advance, MAX_TOLERANCE),
    across: Math.min(0.2 * glyph.size, MAX_TOLERANCE),
  };
}

/** A glyph as painted, and when it was painted last. */
export interface Drawn { glyph: Glyph; sequence: number; white: boolean; }

export class DrawnGlyphs {
  readonly #cells = new Map<number, Drawn[]>();

  /** True when this is a new glyph; false when it doubles one. */
  add(drawn: Drawn): boolean {
    const { glyph } = drawn;
    const { along, across } = tolerance(glyph);
    const sideways = glyph.direction === 90 || glyph.direction === 270;
    const dx = sideways ? across : along;
    const dy = sideways ? along : across;
    const left = Math.floor((glyph.x0 - MAX_TOLERANCE) / CELL);
    const top = Math.floor((glyph.y0 - MAX_TOLERANCE) / CELL);
    for (let column = left; column <= left + 1; column++) {
      for (let row = top; row <= top + 1; row++) {
        for (const other of this.#cells.get(key(glyph.raw, column, row)) ?? []) {
          if (!isSame(other.glyph, glyph, dx, dy)) continue;
          const { sequence } = other;
          // The first copy keeps its place, so that the order in which a reader finds copies does not matter; a white one is none.
          if (other.white === drawn.white ? drawn.sequence < sequence : other.white) Object.assign(other, drawn);
          // What was painted over before the last copy is not covered.
          other.sequence = Math.max(sequence, drawn.sequence);
          return false;
        }
      }
    }
    const home = key(glyph.raw, Math.floor(glyph.x0 / CELL), Math.floor(glyph.y0 / CELL));
    const cell = this.#cells.get(home);
    if (cell) cell.push(drawn);
    else this.#cells.set(home, [drawn]);
    return true;
  }
}

function isSame(a: Glyph, b: Glyph, dx: number, dy: number): boolean {
  return a.raw === b.raw && a.direction === b.direction && Math.abs(a.x0 - b.x0) <= dx && Math.abs(a.y0 - b.y0) <= dy &&
    Math.abs(a.size - b.size) <= 0.2 * b.size;
}

/** Collisions only cost a comparison. */
function key(raw: string, column: number, row: number): number {
  return ((raw.codePointAt(0) ?? 0) * 4096 + (column & 4095)) * 4096 + (row & 4095);
}
