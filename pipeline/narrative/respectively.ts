/** @module Names in a row, then 分别 and figures in a row: which figure is whose. */
import type { Figure } from '../domain/prose-figures.js';
import type { SentenceEvent } from './events.js';

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

/** The figures that stand in a row from the event on, with joints alone between them; looks no further than the row. */
export function rowOfFigures(text: string, events: readonly SentenceEvent[], from: number): Figure[] {
  const row: Figure[] = [];
  for (let at = from; at < events.length; at++) {
    const event = events[at]!;
    if (event.what !== 'figure') continue;
    const last = row.at(-1);
    if (last && !isJoint(text.slice(last.to, event.figure.from))) break;
    row.push(event.figure);
  }
  return row;
}
