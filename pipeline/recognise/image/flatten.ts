/**
 * @module A grey page under uneven light (book spines, phone shots, grey paper) -> paper white everywhere, and faint
 * print dark. Changes its input.
 */
import type { Grey } from './pixels.js';

/** Pixels a side; larger than a letter, so that ink never fills a block's bright part. */
const BLOCK = 48;
/** The paper's brightness is taken above this share of a block's dots. */
const PAPER_QUANTILE = 0.8;

/**
 * The paper's brightness on a coarse raster, smoothed; dark blocks (pictures, solid fills) take their neighbours'
 * paper.
 */
function paper(grey: Grey): { map: Float32Array; columns: number; rows: number } {
  const columns = Math.ceil(grey.width / BLOCK),
    rows = Math.ceil(grey.height / BLOCK);
  let map = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let by = 0; by < rows; by++) {
    for (let bx = 0; bx < columns; bx++) {
      histogram.fill(0);
      let count = 0;
      for (let y = by * BLOCK; y < Math.min(grey.height, (by + 1) * BLOCK); y += 3) {
        const end = Math.min(grey.width, (bx + 1) * BLOCK);
        for (let x = bx * BLOCK; x < end; x += 3) {
          histogram[grey.data[y * grey.width + x]!]!++;
          count++;
        }
      }
      let seen = 0,
        level = 255;
      while (level > 0 && seen < count * (1 - PAPER_QUANTILE)) seen += histogram[level--]!;
      map[by * columns + bx] = level + 1;
    }
  }
  for (let pass = 0; pass < 2; pass++) {
    const next = new Float32Array(map.length);
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) {
        let best = 0,
          sum = 0,
          n = 0;
        for (let dy = -1; dy <= 1; dy++)
          for (let dx = -1; dx <= 1; dx++) {
            const yy = y + dy,
              xx = x + dx;
            if (yy < 0 || xx < 0 || yy >= rows || xx >= columns) continue;
            const v = map[yy * columns + xx]!;
            best = Math.max(best, v);
            sum += v;
            n++;
          }
        next[y * columns + x] = pass === 0 ? best : sum / n;
      }
    }
    map = next;
  }
  return { map, columns, rows };
}

/** Divides by the paper's brightness. A page that is white already is left as it is. */
export function flatten(grey: Grey): void {
  const { map, columns, rows } = paper(grey);
  if (map.every((v) => v >= 253)) return;
  // 8 binary places: integer arithmetic, exact to a level.
  const gains = new Uint16Array(grey.width);
  for (let y = 0; y < grey.height; y++) {
    const fy = Math.min(rows - 1, Math.max(0, y / BLOCK - 0.5)),
      y0 = Math.floor(fy),
      y1 = Math.min(rows - 1, y0 + 1),
      wy = fy - y0;
    if (y % 8 === 0) {
      for (let x = 0; x < grey.width; x++) {
        const fx = Math.min(columns - 1, Math.max(0, x / BLOCK - 0.5)),
          x0 = Math.floor(fx),
          x1 = Math.min(columns - 1, x0 + 1),
          wx = fx - x0;
        const top = map[y0 * columns + x0]! * (1 - wx) + map[y0 * columns + x1]! * wx;
        const low = map[y1 * columns + x0]! * (1 - wx) + map[y1 * columns + x1]! * wx;
        // Paper darker than this is no paper: a black photograph is not stretched to white.
        gains[x] = 65280 / Math.max(90, top * (1 - wy) + low * wy);
      }
    }
    const p = y * grey.width;
    for (let x = 0; x < grey.width; x++) {
      const v = (grey.data[p + x]! * gains[x]!) >> 8;
      grey.data[p + x] = Math.min(255, v);
    }
  }
}

/**
 * Print darker than this needs no help: the darkest of thin worn print is under 90, of grey print over 140; more
 * contrast makes grain of shading.
 */
const DARK_ENOUGH = 120;
/** Lighter than this are paper and its grain. */
const PRINT = 200;
/** The core of strokes is as dark as this share of what is print. */
const CORE = 0.02;
/** Fewer dots of print than this say nothing. */
const SOME = 500;

/**
 * Faint grey print (worn toner, thin copies) as dark as usual; what lies in the margins, such as a lid's shadow, is
 * not asked.
 */
export function darken(grey: Grey): void {
  const { width, height, data } = grey,
    histogram = new Uint32Array(256);
  for (let y = Math.floor(height * 0.08); y < height * 0.92; y += 2) {
    for (let x = Math.floor(width * 0.08), p = y * width + x; x < width * 0.92; x++, p++) histogram[data[p]!]!++;
  }
  let print = 0;
  for (let v = 0; v < PRINT; v++) print += histogram[v]!;
  if (print < SOME) return;
  let core = 0;
  for (let seen = 0; core < PRINT; core++) {
    seen += histogram[core]!;
    if (seen >= print * CORE) break;
  }
  if (core <= DARK_ENOUGH) return;
  const gain = (255 - DARK_ENOUGH * 0.6) / (255 - core);
  const levels = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.round(255 - (255 - v) * gain)));
  for (let i = 0; i < data.length; i++) data[i] = levels[data[i]!]!;
}
