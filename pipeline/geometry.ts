/**
 * @module Boxes and rounded lengths: the one geometry of all stages. Imports nothing. PDF points, origin at the top left.
 * Matrices of PDF pages stand in read/geometry.ts, which also rounds what a reader has added up.
 */

/** [x0, y0, x1, y1] */
export type Box = [number, number, number, number];

declare const FRAME: unique symbol;

/**
 * In the frame of the page's content: what reading, layout and checks measure in. A scan that lies askew or on its side is read upright,
 * so that its frame is not that of the page as displayed. A box made of four numbers is taken for either; one is never taken for the other.
 */
export type ContentBox = Box & { readonly [FRAME]?: 'content' };
/** On the page as displayed: what is published and drawn. recognise/displayed.ts leads from the one to the other. */
export type DisplayedBox = Box & { readonly [FRAME]?: 'displayed' };

/** @example roundTo(0.12345, 3) -> 0.123 */
export function roundTo(value: number, digits: 2 | 3 | 4): number {
  const factor = digits === 2 ? 100 : digits === 3 ? 1000 : 10000;
  return Math.round(value * factor) / factor;
}

/** Hundredths of a point: finer differences are noise between readers. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

export function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}

export function centreOf([x0, y0, x1, y1]: Box): [x: number, y: number] {
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}

/** May be empty (x1 < x0 or y1 < y0). */
export function intersect(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

interface Extent {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The least box that holds all of them, in hundredths. */
export function boxAround(parts: readonly Extent[]): Box {
  let x0 = Infinity,
    y0 = Infinity,
    x1 = -Infinity,
    y1 = -Infinity;
  for (const part of parts) {
    if (part.x0 < x0) x0 = part.x0;
    if (part.y0 < y0) y0 = part.y0;
    if (part.x1 > x1) x1 = part.x1;
    if (part.y1 > y1) y1 = part.y1;
  }
  return [hundredths(x0), hundredths(y0), hundredths(x1), hundredths(y1)];
}

/** Whether a glyph's centre stands in a box, edges included. */
export function standsIn(part: Extent, box: readonly number[]): boolean {
  const x = (part.x0 + part.x1) / 2,
    y = (part.y0 + part.y1) / 2;
  return x >= box[0]! && x <= box[2]! && y >= box[1]! && y <= box[3]!;
}

/** Whether the centre of a box stands in another, edges left out. */
export function holdsCentre(outer: Box, inner: Box): boolean {
  const [x, y] = centreOf(inner);
  return x > outer[0] && x < outer[2] && y > outer[1] && y < outer[3];
}
