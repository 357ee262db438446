/**
 * @module The coordinates that a table's title, columns and rows give a figure, put together into the dimensions that
 * the truth states. They are declared beside the printed words, so that the truth owes nothing to a reader.
 */
import type { Dimensions } from '../../schemas/index.js';

/**
 * One part's share of the coordinates. Null takes away what a part before it gave; `unknown`: the words leave the
 * vocabulary of dimensions.md, so the truth has null, while the figure is still counted by what else is said.
 */
export type Coordinates = { [K in keyof Dimensions]?: Dimensions[K] | null } & { unknown?: true };

/** What one line of a sketch says in one of its groups; code and label where they are not those of the cells. */
export interface Line {
  means: Coordinates;
  code?: string | null;
  label?: string;
}

/** Lines that say what they are: a code of a classification, 合计, or one of the labels. */
export interface ByLabel {
  code?: 'function' | 'economic';
  labels?: Readonly<Record<string, Coordinates>>;
}

/** The meaning of a sketched table: by column, and by line of its body and group. */
export interface Meaning {
  table: Coordinates;
  columns: Readonly<Record<number, Coordinates>>;
  /** One entry a line of the body, with one a group; null: the group prints nothing there. */
  lines: readonly (readonly (Line | null)[])[] | ByLabel;
}

/** Where a line stands, and what it prints: its code, else its label, none where a lone row needs none. */
interface Printed {
  line: number;
  group: number;
  code: string;
  label: string;
  lone: boolean;
}

const TOTAL = /^(?:合计|总计)$/;

/** What the line of a group says. */
export function lineOf({ lines }: Meaning, { line, group, code, label, lone }: Printed): Line | null {
  if (isListed(lines)) return lines[line]?.[group] ?? null;
  if (lines.code && code !== '') return { means: { [lines.code]: code } };
  if (label === '') return null;
  const means = lines.labels?.[label] ?? (lone || TOTAL.test(label) ? {} : undefined);
  if (means === undefined) throw new Error(`meaning: nothing is said of the line "${label}"`);
  return { means };
}

function isListed(lines: Meaning['lines']): lines is readonly (readonly (Line | null)[])[] {
  return Array.isArray(lines);
}

/** The table's, the column's, the line's: later parts win: { vintage: "current" } and { vintage: null } give no vintage. */
export function together(...parts: readonly (Coordinates | undefined)[]): Coordinates {
  const all: Coordinates = Object.assign({}, ...parts);
  return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== null && v !== undefined)) as Coordinates;
}

/** What the truth states. */
export function published({ unknown, ...rest }: Coordinates): Dimensions | null {
  return unknown ? null : (rest as Dimensions);
}
