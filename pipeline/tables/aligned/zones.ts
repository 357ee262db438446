/**
 * @module Printed lines of a page -> lines cut where prose is set in columns side by side, so that a table in one
 * column and the prose
 * beside it are looked at apart.
 */
import { TOLERANCES as T } from '../tolerances.js';
import { type Line, lineOf, type Word } from './words.js';

/** A column of prose: its edges, and from where to where it is printed. */
interface Zone {
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  lines: number;
}

/** @returns the lines of each zone, then those of none; one group where no two columns of prose stand side by side */
export function zonesOf(lines: readonly Line[]): Line[][] {
  const zones = sideBySide(proseColumns(lines));
  if (zones.length === 0) return [[...lines]];
  const cut: Line[][] = [...zones.map((): Line[] => []), []];
  for (const line of lines) {
    const parts = cut.map((): Word[] => []);
    for (const w of line.words) parts[zoneOf(w, line, zones)]!.push(w);
    parts.forEach((words, i) => {
      if (words.length > 0) cut[i]!.push(words.length === line.words.length ? line : lineOf(words));
    });
  }
  return cut;
}

function zoneOf(w: Word, line: Line, zones: readonly Zone[]): number {
  const found = zones.findIndex(
    (z) =>
      w.x0 > z.x0 - w.size && (w.x0 + w.x1) / 2 < z.x1 && line.baseline > z.top - 2 && line.baseline < z.bottom + 2,
  );
  return found < 0 ? zones.length : found;
}

/** Long phrases that begin, and mostly end, at the same x, line after line. */
function proseColumns(lines: readonly Line[]): Zone[] {
  const zones: Zone[] = [];
  for (const [i, line] of lines.entries()) {
    if (besideFigures(line, lines[i - 1], lines[i + 1])) continue;
    for (const p of line.parts) {
      const letters = p.text.replace(/[\d.,%()-]/g, '').length;
      if (p.x1 - p.x0 < T.proseWidth * p.size || letters < T.proseLetters) continue;
      const zone = zones.find(
        (z) => Math.abs(z.x0 - p.x0) < 1.2 * p.size && Math.abs(z.x1 - p.x1) < 0.35 * (z.x1 - z.x0),
      );
      if (zone) {
        zone.x1 = Math.max(zone.x1, p.x1);
        zone.bottom = line.baseline;
        zone.lines++;
      } else zones.push({ x0: p.x0, x1: p.x1, top: line.baseline, bottom: line.baseline, lines: 1 });
    }
  }
  return zones.filter((z) => z.lines >= T.proseLines);
}

/** A wrapped label beside a row of figures is no prose. */
function besideFigures(line: Line, ...neighbours: (Line | undefined)[]): boolean {
  return [line, ...neighbours].some(
    (l) =>
      l !== undefined &&
      Math.abs(l.baseline - line.baseline) < T.overlapping * line.size &&
      l.words.filter((w) => w.figure).length >= 3,
  );
}

function sideBySide(zones: readonly Zone[]): Zone[] {
  return zones
    .filter((a) =>
      zones.some(
        (b) =>
          a !== b &&
          (a.x1 <= b.x0 || b.x1 <= a.x0) &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > T.proseOverlap,
      ),
    )
    .sort((a, b) => a.x0 - b.x0 || a.top - b.top);
}
