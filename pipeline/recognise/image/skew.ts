/**
 * @module A grey page -> by how much its lines lean, from how sharply dark dots fall into rows and columns at each
 * angle.
 */
import { histogramOf, otsu, shrink, type Grey } from './pixels.js';

/** Scanners feed sheets askew by one or two degrees; beyond this the page is something else. */
const MAX_DEGREES = 4;
const COARSE = 0.25;
const FINE = 0.02;
/** Enough dots for a stable answer; more only cost time. */
const MAX_POINTS = 50_000;

/** Bins a dot. */
const PARTS = 4;

/**
 * Squares of what falls into every window of one dot's width: the same wherever a line lies between dots, so no angle
 * wins by its phase.
 */
function energy(bins: Uint32Array): number {
  let sum = 0,
    window = 0;
  for (let i = 0; i < bins.length; i++) {
    window += bins[i]! - (i >= PARTS ? bins[i - PARTS]! : 0);
    sum += window * window;
  }
  return sum;
}

/**
 * Radians by which lines drop to the right (positive: clockwise lean on screen).
 * @param dpi of the grey page
 */
export function skewOf(grey: Grey, dpi: number): number {
  const small = shrink(grey, Math.max(1, Math.round(dpi / 110)));
  const threshold = Math.min(otsu(histogramOf(small.data)), 200);
  const xs: number[] = [],
    ys: number[] = [];
  const marginX = Math.round(small.width * 0.02),
    marginY = Math.round(small.height * 0.02);
  for (let y = marginY; y < small.height - marginY; y++) {
    for (let x = marginX; x < small.width - marginX; x++) {
      if (small.data[y * small.width + x]! < threshold) {
        xs.push(x - small.width / 2);
        ys.push(y - small.height / 2);
      }
    }
  }
  if (xs.length < 200) return 0;
  const stride = Math.max(1, Math.ceil(xs.length / MAX_POINTS));
  const reach = Math.ceil(Math.hypot(small.width, small.height) / 2) + 2;
  const rows = new Uint32Array(2 * reach * PARTS),
    columns = new Uint32Array(2 * reach * PARTS);
  const sharpness = (degrees: number): number => {
    const radians = (degrees * Math.PI) / 180,
      c = Math.cos(radians) * PARTS,
      s = Math.sin(radians) * PARTS,
      middle = reach * PARTS;
    rows.fill(0);
    columns.fill(0);
    for (let i = 0; i < xs.length; i += stride) {
      const x = xs[i]!,
        y = ys[i]!;
      rows[(y * c - x * s + middle) | 0]!++;
      columns[(x * c + y * s + middle) | 0]!++;
    }
    return energy(rows) + energy(columns);
  };
  let best = 0,
    bestScore = sharpness(0);
  const consider = (degrees: number): void => {
    const score = sharpness(degrees);
    if (score > bestScore) {
      bestScore = score;
      best = degrees;
    }
  };
  for (let d = -MAX_DEGREES; d <= MAX_DEGREES; d += COARSE) consider(d);
  const centre = best;
  for (let d = centre - COARSE; d <= centre + COARSE; d += FINE * 3) consider(d);
  const closer = best;
  for (const d of [-2, -1, 1, 2]) consider(closer + d * FINE);
  return Math.abs(best) < FINE / 2 ? 0 : (best * Math.PI) / 180;
}
