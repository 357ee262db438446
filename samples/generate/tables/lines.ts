/**
 * @module Lines of sketched tables with what they say: functions, economic items and projects of a cube, and the two
 * halves of a summary.
 */
import { economicName, functionName } from '../code-names.js';
import type { Cube } from '../figures/cube.js';
import type { Coordinates, Line } from '../meaning.js';
import type { Sketch } from '../stress/forms/sketch.js';

/** One line of a body: its cells in a sketch's words, and what it says in each group. */
export interface BodyLine {
  cells: string;
  says: (Line | null)[];
}

/** n places whose figures are looked up. */
export const places = (n: number): string => Array.from({ length: n }, () => '=').join('|');

export function line(cells: string, n: number, means: Coordinates, place: Partial<Line> = {}): BodyLine {
  return { cells: `${cells}|${places(n)}`, says: [{ means, ...place }] };
}

export interface CodeLines {
  /** What every line of the run shares: the institution. */
  within?: Coordinates;
  /** Lengths of the codes that are printed. */
  levels: readonly number[];
  /** Places a line. */
  n: number;
  /** The printed lead of a line. */
  lead: (code: string, name: string) => string;
  /** How the label names its code: "[208]…", where there is no column of codes. */
  place?: (code: string) => Partial<Line>;
}

/** A line for every function that has money at some coordinates. */
export function functionLines(cube: Cube, at: Coordinates, s: CodeLines): BodyLine[] {
  return cube
    .codes('function', { ...at, ...s.within }, s.levels)
    .map((code) =>
      line(s.lead(code, functionName(code)), s.n, { ...s.within, function: code }, s.place?.(code) ?? {}),
    );
}

export function economicLines(cube: Cube, at: Coordinates, s: CodeLines): BodyLine[] {
  return cube
    .codes('economic', { ...at, ...s.within }, s.levels)
    .map((code) =>
      line(s.lead(code, economicName(code)), s.n, { ...s.within, economic: code }, s.place?.(code) ?? {}),
    );
}

export interface Half {
  label: string;
  means: Coordinates;
}

/** Two halves side by side, `right` with n places; an empty label prints an empty line. */
export function halves(left: readonly Half[], right: readonly Half[], n = 1): BodyLine[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const a = left[i];
    const b = right[i];
    const side = (x: Half | undefined, k: number) => (x?.label ? `${x.label}|${places(k)}` : `${'|'.repeat(k)}`);
    return {
      cells: `${side(a, 1)}|${side(b, n)}`,
      says: [a?.label ? { means: a.means } : null, b?.label ? { means: b.means } : null],
    };
  });
}

/** Halves whose last lines stand level with one another. */
export function level(body: readonly Half[], feet: readonly Half[], rows: number): Half[] {
  const gap = Array.from({ length: rows - body.length - feet.length }, (): Half => ({ label: '', means: {} }));
  return [...body, ...gap, ...feet];
}

export type Drawing = Omit<Sketch, 'body' | 'means'> & {
  lines: readonly BodyLine[];
  columns?: Readonly<Record<number, Coordinates>>;
  table: Coordinates;
};

export function sketched({ lines, columns = {}, table, ...rest }: Drawing): Sketch {
  return {
    ...rest,
    body: lines.map((l) => l.cells),
    means: { table, columns, lines: lines.map((l) => l.says) },
  };
}

/** What neighbouring columns say, from the first of them on. */
export function columns(first: number, list: readonly Coordinates[]): Record<number, Coordinates> {
  return Object.fromEntries(list.map((c, i) => [first + i, c]));
}
