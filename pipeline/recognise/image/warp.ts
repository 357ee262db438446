/** @module A grey image in its own pixels -> the same at the working resolution and upright, in one resampling. */
import type { Grey } from './pixels.js';

/** [a, b, c, d, e, f]: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** First `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const k = a * d - b * c;
  return [d / k, -b / k, -c / k, a / k, (c * f - d * e) / k, (b * e - a * f) / k];
}

/**
 * Binary places of the fixed-point positions in the inner loop: a page of 8,000 pixels fits 31 bits, and a row drifts
 * by a tenth of one.
 */
const PLACES = 16;
const ONE = 1 << PLACES;

/** Bilinear; outside the source is paper. @param toSource maps a target pixel's centre to source pixels */
export function warp(source: Grey, width: number, height: number, toSource: Matrix): Grey {
  const out = new Uint8Array(width * height).fill(255);
  const [a, b, c, d, e, f] = toSource;
  const { data, width: sw, height: sh } = source;
  const stepX = Math.round(a * ONE),
    stepY = Math.round(b * ONE);
  for (let y = 0; y < height; y++) {
    const sx = a * 0.5 + c * (y + 0.5) + e - 0.5,
      sy = b * 0.5 + d * (y + 0.5) + f - 0.5;
    const [from, to] = inside(sx, a, sw, sy, b, sh, width);
    // The rim of half a pixel repeats the outermost dots.
    for (let x = Math.max(0, from - 2); x < Math.min(width, to + 2); x++) {
      if (x >= from && x < to) {
        x = to - 1;
        continue;
      }
      const cx = Math.round(sx + a * x),
        cy = Math.round(sy + b * x);
      if (cx >= 0 && cy >= 0 && cx < sw && cy < sh) out[y * width + x] = data[cy * sw + cx]!;
    }
    let fx = Math.round((sx + a * from) * ONE),
      fy = Math.round((sy + b * from) * ONE);
    for (let x = from, p = y * width + from; x < to; x++, p++, fx += stepX, fy += stepY) {
      const i = (fy >> PLACES) * sw + (fx >> PLACES),
        wx = (fx >> 8) & 255,
        wy = (fy >> 8) & 255;
      const top = data[i]! * (256 - wx) + data[i + 1]! * wx,
        low = data[i + sw]! * (256 - wx) + data[i + sw + 1]! * wx;
      out[p] = (top * (256 - wy) + low * wy) >> 16;
    }
  }
  return { width, height, data: out };
}

/** Target columns whose four source dots all lie in the source. */
function inside(
  sx: number,
  a: number,
  sw: number,
  sy: number,
  b: number,
  sh: number,
  width: number,
): [number, number] {
  let from = 0,
    to = width;
  for (const [start, step, size] of [
    [sx, a, sw],
    [sy, b, sh],
  ] as const) {
    // Kept off the very edge: the fixed-point position may drift by a tenth of a dot.
    const least = 0.2,
      most = size - 1.2;
    if (Math.abs(step) < 1e-12) {
      if (start < least || start > most) return [0, 0];
      continue;
    }
    const p = (least - start) / step,
      q = (most - start) / step;
    from = Math.max(from, Math.ceil(Math.min(p, q)));
    to = Math.min(to, Math.floor(Math.max(p, q)) + 1);
  }
  return from < to ? [from, to] : [0, 0];
}
