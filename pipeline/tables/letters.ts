/**
 * @module Joined rulings and glyphs -> the rulings without the strokes of letters: some programs draw bold text a
 * second time as outlines.
 */
import type { Glyph, Ruling } from '../model.js';

/**
 * A stroke of a letter is at most this long, and ends at most this far outside its glyph (shares of the font
 * size).
 */
const LONGEST = 1.1;
const OUTSIDE = 0.12;
/** Larger letters (pt) are watermarks over whole cells, whose borders are no strokes of theirs. */
const LARGEST = 36;
/** Height of the bands in which glyphs are looked up (pt). */
const BAND = 16;

export function withoutLetterStrokes(
  horizontals: Ruling[],
  verticals: Ruling[],
  glyphs: readonly Glyph[],
): [horizontals: Ruling[], verticals: Ruling[]] {
  const largest = glyphs.reduce((most, g) => (g.size <= LARGEST ? Math.max(most, g.size) : most), 0);
  const short = (r: Ruling): boolean => r.to - r.from <= LONGEST * largest;
  if (!horizontals.some(short) || !verticals.some(short)) return [horizontals, verticals];
  const bands = new Map<number, Glyph[]>();
  for (const g of glyphs) {
    if (g.size > LARGEST) continue;
    for (let band = Math.floor((g.y0 - g.size) / BAND); band <= Math.floor((g.y1 + g.size) / BAND); band++) {
      const known = bands.get(band);
      if (known) known.push(g);
      else bands.set(band, [g]);
    }
  }
  const near = (r: Ruling): Glyph[] =>
    bands.get(Math.floor((r.orientation === 'horizontal' ? r.at : (r.from + r.to) / 2) / BAND)) ?? [];
  const kept = (r: Ruling): boolean => !short(r) || !near(r).some((g) => holds(g, r));
  return [horizontals.filter(kept), verticals.filter(kept)];
}

/** Borders and underlines run beside a glyph's box or along its edge; strokes of the letter run inside. */
function holds(g: Glyph, r: Ruling): boolean {
  if (r.to - r.from > LONGEST * g.size) return false;
  const out = OUTSIDE * g.size,
    bottom = g.y1 - (OUTSIDE / 2) * g.size;
  return r.orientation === 'horizontal'
    ? r.from >= g.x0 - out && r.to <= g.x1 + out && r.at > g.y0 && r.at < bottom
    : r.at > g.x0 && r.at < g.x1 && r.from >= g.y0 - out && r.to <= g.y1 + out;
}
