/**
 * @module Evaluated identities in; what each says, out: it closes, it is an exception that the rest of its family makes an error, or it
 * is part of a form that we do not understand. One error costs a reader more than ten that are missed: every doubt ends in silence.
 */
import { abs } from './amounts.js';
import type { Evaluated, Family } from './families.js';
import { isUnderstood } from './families.js';
import { type Figure, type Printed, isNonZero } from './figures.js';

export type Ruling =
  | { is: 'closes'; confirms: boolean }
  | { is: 'silent'; why: string }
  /** Not understood: one note for its whole family. */
  | { is: 'open'; why: string /** Too few of its kind: others that ask for the same may settle it. */; few: boolean }
  | { is: 'exception' };

export interface Judging {
  families: ReadonlyMap<string, Family>;
  /** Families that hold a fact by closing. */
  held: ReadonlyMap<string, ReadonlySet<string>>;
  /** By table id. */
  printed: ReadonlyMap<string, Printed>;
  /** Families by slot (column of a row, row of a column) of parts that are not zero where it closes. */
  slots: ReadonlySet<string>;
  /** Totals that another breakdown in the same direction makes up. */
  madeUp: ReadonlySet<string>;
  /** Columns in which most sums fail. */
  misread: ReadonlySet<string>;
}

export const columnKey = ({ fact, column }: Figure): string => `${fact.table_id} ${column}`;

export function ruling(evaluated: Evaluated, judging: Judging): Ruling {
  const { identity, closure, weight } = evaluated;
  if (weight === 0) return { is: 'silent', why: 'nothing but zeros' };
  if (closure === null) return { is: 'silent', why: 'one side is not printed' };
  if (closure.verdict !== 'beyond') return { is: 'closes', confirms: weight > 1 && isNonZero(identity.total) };
  const why = doubtOf(evaluated, judging);
  if (why !== null) return { is: 'open', why, few: false };
  const few = fewOf(evaluated, judging);
  return few === null ? { is: 'exception' } : { is: 'open', why: few, few: true };
}

function doubtOf(evaluated: Evaluated, judging: Judging): string | null {
  const { identity, closure } = evaluated;
  if (identity.doubt !== null) return identity.doubt;
  if (identity.strangers.length > 0)
    return `not understood among the parts: ${[...new Set(identity.strangers.map(nameOf))].slice(0, 4).join(', ')}`;
  if (
    identity.left.some(
      (figure) => isNonZero(figure) && figure.amount !== null && near(figure, closure!.residual, closure!.tolerance),
    )
  )
    return 'the difference is a printed figure that was not counted as a part';
  const figures = [identity.total, ...evaluated.parts.map(({ figure }) => figure)].filter(isNonZero);
  if (figures.some((figure) => judging.misread.has(columnKey(figure)))) return 'most sums of one of its columns fail';
  const overlapping = overlap(evaluated, judging);
  if (overlapping !== null) return `the difference is ${nameOf(overlapping)}, which no closing sum counts as a part`;
  if (judging.madeUp.has(upKey(evaluated))) return 'other parts make up the total';
  const family = judging.families.get(identity.family);
  if (family === undefined) return 'nothing closes';
  if (!isUnderstood(family) && (family.failing > 2 || family.failing > family.closing + 1))
    return `${family.failing} of ${family.failing + family.closing} identities of this kind fail`;
  return null;
}

/** What is missing for a judgement where nothing speaks against the form. */
function fewOf(evaluated: Evaluated, judging: Judging): string | null {
  const { identity } = evaluated;
  const family = judging.families.get(identity.family)!;
  if (isUnderstood(family)) {
    const unseen = evaluated.parts.find(
      ({ figure }) => isNonZero(figure) && !isConfirmed(figure, evaluated, judging),
    );
    return unseen === undefined ? null : `no closing sum of its kind counts ${nameOf(unseen.figure)}`;
  }
  if (codedFamily(evaluated, judging) || (identity.complete && (family.closing > 0 || isNamed(evaluated, judging))))
    return null;
  return smallFamily(evaluated, judging);
}

/** Sums of codes that close in a table and show that its codes add up. */
const CODED_ENOUGH = 2;

/** Codes say by themselves what is a part of what: all levels of one table are one form. */
function codedFamily({ identity, parts }: Evaluated, { families }: Judging): boolean {
  const name = CODED.exec(identity.family)?.[0];
  if (name === undefined || !parts.every(({ figure }) => figure.fact.row_code !== null)) return false;
  let closing = 0;
  let failing = 0;
  for (const family of families.values()) {
    if (!family.name.startsWith(name)) continue;
    closing += family.closing;
    failing += family.failing;
  }
  return closing >= CODED_ENOUGH && failing <= Math.max(1, 0.2 * (closing + failing));
}

/** What a class, or a subtotal of classes, consists of is not said by the form. */
const SCHEMES = / down (?:function|economic|government_economic|subtotals)\b/;

/** 三公 by its names, in a table of which every word is understood: there is but one such sum in a form. */
function isNamed({ identity, parts }: Evaluated, { printed }: Judging): boolean {
  const { fact, dimensions } = identity.total;
  return (
    dimensions?.item === 'three_public' &&
    printed.get(fact.table_id)?.understood === true &&
    parts.every(({ figure }) => figure.amount !== null || !isNonZero(figure))
  );
}

const CODED = /^\S+ down (?:function|economic|government_economic) /;

/** A part that would make the sum close if it were none, and that no closing sum of the family counts. */
function overlap({ identity, parts, closure }: Evaluated, { slots }: Judging): Figure | null {
  if (!isNonZero(identity.total) || parts.length < 2 || SCHEMES.test(identity.family)) return null;
  const found = parts.find(
    ({ figure, sign }) =>
      sign === 1 &&
      isNonZero(figure) &&
      abs(figure.amount!.value + closure!.residual) <= closure!.tolerance &&
      !slots.has(slotKey(identity.family, figure)),
  );
  return found?.figure ?? null;
}

/** One or two of a kind: every word of the table known, and all but one of the figures held by something else. */
function smallFamily({ identity, parts }: Evaluated, judging: Judging): string | null {
  const figures = [identity.total, ...parts.map((part) => part.figure)];
  for (const { fact } of figures)
    if (judging.printed.get(fact.table_id)?.understood !== true)
      return 'few of its kind, and not every word of the table is understood';
  const loose = figures.filter((figure) => isNonZero(figure) && !isHeld(figure, identity.family, judging));
  if (identity.kind === 'within') return loose.length > 1 ? 'neither figure is held' : null;
  if (identity.kind === 'copy') return loose.length > 1 ? 'few of its kind, and neither figure is held' : null;
  if (loose.length > 1) return 'few of its kind, and several of its figures are held by nothing';
  if (loose.length === 0 && isNonZero(identity.total))
    return 'few of its kind, and each of its figures is held by others';
  return null;
}

function isHeld(figure: Figure, but: string, { held }: Judging): boolean {
  const families = held.get(figure.fact.id);
  return families !== undefined && [...families].some((family) => family !== but);
}

function isConfirmed(figure: Figure, { identity }: Evaluated, judging: Judging): boolean {
  return judging.slots.has(slotKey(identity.family, figure)) || isHeld(figure, identity.family, judging);
}

/** A part's place in its family: its column in a sum across, its row in a sum down. */
export function slotKey(family: string, figure: Figure): string {
  return `${family}|${family.includes(' down ') ? figure.row : figure.column}`;
}

export function upKey({ identity }: Evaluated): string {
  return `${identity.total.fact.id}|${/ (down|across) /.exec(identity.family)?.[1] ?? identity.kind}`;
}

function near(figure: Figure, residual: bigint, tolerance: bigint): boolean {
  return abs(abs(figure.amount!.value) - abs(residual)) <= tolerance;
}

const nameOf = ({ fact }: Figure): string => `${fact.row_label} ${fact.column_label}`.trim();
