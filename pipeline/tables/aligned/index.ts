/**
 * @module The aligned driver: tables without a grid (three lines, rows alone, nothing at all), divided by where
 * their words stand.
 */
import type { Glyph, Ruling } from '../../model.js';
import { crowding } from '../crowded.js';
import { standsIn } from '../lines.js';
import type { Candidate, FormWords, Grid, PageView } from '../port.js';
import { TOLERANCES as T } from '../tolerances.js';
import { type Division, divide } from './division.js';
import type { Found } from './found.js';
import { stretchesOf } from './regions.js';
import { linesFrom, linesOf, phrases } from './words.js';
import { zonesOf } from './zones.js';

/**
 * @param glyphs those that no better candidate holds @param printed their lines @param view its rulings are those
 * outside such candidates
 */
export function alignedCandidates(
  view: PageView,
  glyphs: readonly Glyph[],
  printed: readonly (readonly Glyph[])[],
): Candidate[] {
  const upright = glyphs.every((g) => g.direction === 0 && g.text !== ' ');
  const found: Candidate[] = [];
  for (const lines of zonesOf(upright ? linesFrom(printed, view.forms) : linesOf(glyphs, view.forms))) {
    for (const stretch of stretchesOf(lines, view.horizontals, view.forms, view.before)) {
      const division = divide(stretch, view.forms);
      if (division && holds(division, stretch)) {
        found.push({
          grid: division.grid,
          held: division.held,
          doubtful: division.doubtful,
          method: 'aligned',
          score: stretch.score,
          evidence: [stretch.evidence],
        });
      }
    }
  }
  return found;
}

/** The text within a grid that does not divide it, read by alignment between the grid's rules. */
export function alignedInside(
  grid: Grid,
  horizontals: readonly Ruling[],
  glyphs: readonly Glyph[],
  forms: FormWords,
): Candidate | null {
  const [x0, y0, x1, y1] = grid.box;
  const lines = linesOf(
    glyphs.filter((g) => standsIn(g, grid.box)),
    forms,
  );
  const inside = horizontals.filter(
    (h) => h.at > y0 - 2 && h.at < y1 + 2 && h.from > x0 - T.sameEnds && h.to < x1 + T.sameEnds,
  );
  const wide = (h: Ruling): boolean => h.to - h.from > T.wholeRule * (x1 - x0);
  const stretch = { lines, x0, x1, rules: inside.filter(wide), partial: inside.filter((h) => !wide(h)) };
  const division = divide(stretch, forms);
  if (!division || division.grid.xs.length <= grid.xs.length) return null;
  return crowding(lines, division.grid) > T.crowded / 2
    ? null
    : {
        grid: division.grid,
        held: division.held,
        doubtful: division.doubtful,
        method: 'aligned',
        score: 0.8,
        evidence: ['figures side by side in the cells of a grid'],
      };
}

/** Whether the division reads as a table: rows that fill several columns. */
function holds({ grid, held, body }: Division, stretch: Found): boolean {
  const rows = grid.ys.length - 1;
  if (rows < 2) return false;
  const filled = new Map<number, number>();
  grid.cells.forEach((c, i) => {
    if (held[i]!.length > 0) filled.set(c.row, (filled.get(c.row) ?? 0) + 1);
  });
  const several = [...filled.values()].filter((n) => n >= 2).length;
  if (stretch.evidence === 'header words of a form') return several >= 1;
  return several >= 0.5 * filled.size && body.some((b) => phrases(b.words, T.columnGap).length >= 2);
}
