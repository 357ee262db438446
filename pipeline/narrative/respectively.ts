/** @module Names in a row, then 分别 and figures in a row: which figure is whose. */
import type { Figure } from '../domain/prose-figures.js';

/** What may stand between two names, or two figures, of one row. */
const JOINED = /^(?:[、，；]|[、，]?(?:和|及|与|以及))$/;
const RESPECTIVELY = /分别/;

export function isJoint(between: string): boolean {
  return JOINED.test(between);
}

/** Says that each figure of the row belongs to another name. */
export function saysRespectively(gap: string): boolean {
  return RESPECTIVELY.test(gap);
}

/** How many figures stand in a row from figures[first] on, with joints alone between them. */
export function rowLength(text: string, figures: Figure[], first: number): number {
  let length = 1;
  while (
    first + length < figures.length &&
    isJoint(text.slice(figures[first + length - 1]!.to, figures[first + length]!.from))
  )
    length++;
  return length;
}
