/**
 * @module Glyphs in paint order -> whether one repeats a glyph already drawn at nearly the same place (bold by
 * offset, shadow).
 */
import type { Glyph } from '../model.js';

/** Cell of the look-up grid in points: mostly one cell holds every place that a copy may have. */
const CELL = 8;
const MAX_TOLERANCE = CELL / 2;
/** Float noise at the border of a cell. */
const NOISE = 0.01;

/** A glyph as painted, and when it was painted last. */
export interface Drawn {
  glyph: Glyph;
  sequence: number;
  white: boolean;
}

export class DrawnGlyphs {
  readonly #cells = new Map<number, Drawn[]>();

  /** True when this is a new glyph; false when it doubles one. */
  add(drawn: Drawn): boolean {
    const { glyph } = drawn;
    // Offset copies stand within a fifth of the size; neighbours of the same character are an advance apart.
    const sideways = glyph.direction === 90 || glyph.direction === 270;
    const advance = sideways ? glyph.y1 - glyph.y0 : glyph.x1 - glyph.x0;
    const across = Math.min(0.2 * glyph.size, MAX_TOLERANCE);
    const along = Math.min(across, 0.4 * advance);
    const dx = sideways ? across : along;
    const dy = sideways ? along : across;
    const right = Math.floor((glyph.x0 + dx + NOISE) / CELL);
    const bottom = Math.floor((glyph.y0 + dy + NOISE) / CELL);
    for (let column = Math.floor((glyph.x0 - dx - NOISE) / CELL); column <= right; column++) {
      for (let row = Math.floor((glyph.y0 - dy - NOISE) / CELL); row <= bottom; row++) {
        const cell = this.#cells.get(key(glyph.raw, column, row));
        if (cell === undefined) continue;
        for (const other of cell) {
          if (!isSame(other.glyph, glyph, dx, dy)) continue;
          const { sequence } = other;
          // The first copy keeps its place, so that the order in which a reader finds copies does not matter; a white
          // one is none.
          if (other.white === drawn.white ? drawn.sequence < sequence : other.white) {
            Object.assign(other, drawn);
            this.#place(other);
          }
          // What was painted over before the last copy is not covered.
          other.sequence = Math.max(sequence, drawn.sequence);
          return false;
        }
      }
    }
    this.#place(drawn);
    return true;
  }

  #place(drawn: Drawn): void {
    const { glyph } = drawn;
    const home = key(glyph.raw, Math.floor(glyph.x0 / CELL), Math.floor(glyph.y0 / CELL));
    const cell = this.#cells.get(home);
    if (cell === undefined) this.#cells.set(home, [drawn]);
    else if (!cell.includes(drawn)) cell.push(drawn);
  }
}

function isSame(a: Glyph, b: Glyph, dx: number, dy: number): boolean {
  return (
    a.raw === b.raw &&
    a.direction === b.direction &&
    Math.abs(a.x0 - b.x0) <= dx &&
    Math.abs(a.y0 - b.y0) <= dy &&
    Math.abs(a.size - b.size) <= 0.2 * b.size
  );
}

/** Collisions only cost a comparison. A small integer, which a Map finds fastest. */
function key(raw: string, column: number, row: number): number {
  return (((raw.codePointAt(0) ?? 0) * 31 + column) * 509 + row) & 0x3fffffff;
}
