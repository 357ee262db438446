/** @module PDF matrices and page boxes: user space -> the page as displayed (origin top left, points). */
import type { Box, Rotation } from '../model.js';

/** [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export function concat(inner: Matrix, outer: Matrix): Matrix {
  // Indices, not destructuring: every page object passes here.
  const a = inner[0],
    b = inner[1],
    c = inner[2],
    d = inner[3],
    e = inner[4],
    f = inner[5];
  const A = outer[0],
    B = outer[1],
    C = outer[2],
    D = outer[3];
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + outer[4],
    e * B + f * D + outer[5],
  ];
}

export function applyX(m: Matrix, x: number, y: number): number {
  return m[0] * x + m[2] * y + m[4];
}
export function applyY(m: Matrix, x: number, y: number): number {
  return m[1] * x + m[3] * y + m[5];
}

/** Bounding box of a rectangle after a matrix. */
export function transformBox(m: Matrix, [x0, y0, x1, y1]: Box): Box {
  const ax = applyX(m, x0, y0),
    bx = applyX(m, x1, y0),
    cx = applyX(m, x0, y1),
    dx = applyX(m, x1, y1);
  const ay = applyY(m, x0, y0),
    by = applyY(m, x1, y0),
    cy = applyY(m, x0, y1),
    dy = applyY(m, x1, y1);
  return [Math.min(ax, bx, cx, dx), Math.min(ay, by, cy, dy), Math.max(ax, bx, cx, dx), Math.max(ay, by, cy, dy)];
}

export const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];

export interface PageGeometry {
  width: number;
  height: number;
  rotation: Rotation;
  /** User space to the page as displayed. */
  toDisplay: Matrix;
}

/** @param box the visible page box in user space (crop box within media box) @param rotate any multiple of 90, clockwise */
export function pageGeometry([x0, y0, x1, y1]: Box, rotate: number): PageGeometry {
  const rotation = ((((Math.round(rotate / 90) * 90) % 360) + 360) % 360) as Rotation;
  const w = x1 - x0;
  const h = y1 - y0;
  const toDisplay: Matrix =
    rotation === 0
      ? [1, 0, 0, -1, -x0, y1]
      : rotation === 90
        ? [0, 1, 1, 0, -y0, -x0]
        : rotation === 180
          ? [-1, 0, 0, 1, x1, -y0]
          : [0, -1, -1, 0, y1, x1];
  const swapped = rotation === 90 || rotation === 270;
  return { width: round2(swapped ? h : w), height: round2(swapped ? w : h), rotation, toDisplay };
}

/** Moves the halfway points off the numbers that producers write (72.05, 72.125): there, float noise would decide. */
const OFF_HALF = 0.137;

/**
 * Glyph places, to a tenth of a point. The two readers add up advances in different precision and end some thousandths apart; on a
 * coarser grid that seldom shows.
 */
export function roundPlace(value: number): number {
  const rounded = Math.round(value * 10 + OFF_HALF) / 10;
  return rounded === 0 ? 0 : rounded;
}

/** Hundredths of a point, for rulings, areas and page sizes: neither reader adds anything up there. */
export function round2(value: number): number {
  const rounded = Math.round(value * 100 + OFF_HALF) / 100;
  return rounded === 0 ? 0 : rounded;
}
