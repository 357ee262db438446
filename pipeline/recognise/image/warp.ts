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
    outer[0] * inner[0] + outer[2] * inner[1], outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3], outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4], outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** Bilinear; outside the source is paper. @param toSource maps a target pixel's centre to source pixels */
export function warp(source: Grey, width: number, height: number, toSource: Matrix): Grey {
  const out = new Uint8Array(width * height);
  const [a, b, c, d, e, f] = toSource;
  const { data, width: sw, height: sh } = source;
  for (let y = 0; y < height; y++) {
    let sx = a * 0.5 + c * (y + 0.5) + e - 0.5, sy = b * 0.5 + d * (y + 0.5) + f - 0.5;
    let p = y * width;
    for (let x = 0; x < width; x++, sx += a, sy += b, p++) {
      const x0 = Math.floor(sx), y0 = Math.floor(sy);
      if (x0 < 0 || y0 < 0 || x0 >= sw - 1 || y0 >= sh - 1) {
        const cx = Math.round(sx), cy = Math.round(sy);
        out[p] = cx >= 0 && cy >= 0 && cx < sw && cy < sh ? data[cy * sw + cx]! : 255;
        continue;
      }
      const fx = ((sx - x0) * 256) | 0, fy = ((sy - y0) * 256) | 0, i = y0 * sw + x0;
      const top = data[i]! * (256 - fx) + data[i + 1]! * fx;
      const bottom = data[i + sw]! * (256 - fx) + data[i + sw + 1]! * fx;
      out[p] = (top * (256 - fy) + bottom * fy) >> 16;
    }
  }
  return { width, height, data: out };
}
