/**
 * @module Raw pixels -> one grey plane. Seals, stamps and hand notes in red fade to paper while black ink below them
 * stays,
 * because a seal left in costs a tenth and more of the amounts that it crosses. Red print stays.
 */
import type { Bitmap } from '../../read/reader.js';
import { redCells, type RedCells, redPrint } from './red-print.js';

/** One byte a pixel, rows top to bottom; 0 is black. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

export interface GreyPage extends Grey {
  /** Share of dots (0…1) that looked like red ink. */
  redShare: number;
  /** Outlines of what looks like red seals, in pixels. */
  redSeals: { x0: number; y0: number; x1: number; y1: number }[];
}

/** Shading is lighter than ink, and its brightest channel above its luma by more than this. */
const INK = 120;
const SHADE = 20;
/** The red channel above both others by more than this is red ink. */
const RED = 40;

/**
 * Luma for neutral colours; for red the red channel, where red ink is nearly paper and black ink stays black,
 * brightened by how
 * saturated the red is. The brightening grows with the red channel itself, so black letters under a seal stay dark.
 */
export function toGrey(bitmap: Bitmap, fringe = FRINGE): GreyPage {
  const { width, height, channels, data } = bitmap;
  const size = width * height;
  if (data.length < size * channels)
    throw new RangeError(`bitmap of ${width}×${height}×${channels} has only ${data.length} bytes`);
  if (channels === 1) return { width, height, data: data.slice(0, size), redShare: 0, redSeals: [] };
  const out = new Uint8Array(size),
    cells = redCells(width, height, bitmap.dpi);
  let red = 0;
  for (let i = 0, p = 0; i < size; i++, p += 4) {
    const r = data[p]!,
      g = data[p + 1]!,
      b = data[p + 2]!;
    const luma = (r * 77 + g * 150 + b * 29) >> 8;
    const excess = r - Math.max(g, b);
    if (excess <= 12) {
      const most = Math.max(g, b);
      // Light blue, green and yellow behind print are as bright as their brightest channel; dark ink is not touched.
      out[i] = most - luma > SHADE && luma > INK ? luma + (most - luma) * Math.min(1, (luma - INK) / 40) : luma;
      continue;
    }
    if (excess > RED) {
      red++;
      const y = (i / width) | 0;
      cells.counts[((y / cells.size) | 0) * cells.columns + (((i - y * width) / cells.size) | 0)]!++;
    }
    const lift = r > 90 ? (excess * (r - 90)) / 100 : 0;
    const faded = Math.min(255, r + lift);
    const weight = excess >= 36 ? 1 : (excess - 12) / 24;
    out[i] = luma + (faded - luma) * weight;
  }
  const redShare = red / Math.max(1, size);
  if (redShare > 1e-4) fadeFringe(bitmap, out, fringe);
  return { width, height, data: out, redShare, redSeals: red > 0 ? keepPrint(bitmap, out, cells) : [] };
}

/** Red print as dark as its luma, sharp also where colour was stored coarsely. @returns outlines of red seals */
function keepPrint({ width, height, data }: Bitmap, out: Uint8Array, cells: RedCells): GreyPage['redSeals'] {
  const { print, seals } = redPrint(cells),
    { columns, rows, size } = cells;
  const outlines = seals.map((s) => ({ x0: s.x0 * size, y0: s.y0 * size, x1: s.x1 * size, y1: s.y1 * size }));
  if (!print) return outlines;
  for (let cy = 0; cy < rows; cy++)
    for (let cx = 0; cx < columns; cx++) {
      if (print[cy * columns + cx] === 0) continue;
      for (let y = cy * size; y < Math.min(height, (cy + 1) * size); y++)
        for (let x = cx * size; x < Math.min(width, (cx + 1) * size); x++) {
          const p = (y * width + x) * 4;
          out[y * width + x] = (data[p]! * 77 + data[p + 1]! * 150 + data[p + 2]! * 29) >> 8;
        }
    }
  return outlines;
}

/** Dots around red ink this near belong to its edge: JPEG stores colour at half resolution. */
interface Fringe {
  reach: number;
  /** How much lighter light dots there become. */
  fade: number;
}
const FRINGE: Fringe = { reach: 2, fade: 1.3 };
/** Thin strokes in a poor JPEG keep little of their colour; thin print beside them goes with the fringe. */
const WHOLE_FRINGE: Fringe = { reach: 3, fade: 4 };
/** A dot is light where it is lighter than this. */
const LIGHT = 115;

/**
 * Red strokes keep a grey edge where colour was stored coarsely; light dots beside red ones go on to paper, dark ones
 * are print.
 */
function fadeFringe({ width, height, data }: Bitmap, out: Uint8Array, { reach, fade }: Fringe): void {
  const near = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0, p = y * width * 4; x < width; x++, p += 4) {
      if (data[p]! - Math.max(data[p + 1]!, data[p + 2]!) <= 30) continue;
      for (let dy = Math.max(-reach, -y); dy <= reach && y + dy < height; dy++) {
        const row = (y + dy) * width;
        near.fill(1, row + Math.max(0, x - reach), row + Math.min(width, x + reach + 1));
      }
    }
  }
  for (let i = 0; i < out.length; i++) {
    const v = out[i]!;
    if (near[i] === 1 && v > LIGHT) out[i] = Math.min(255, v + (v - LIGHT) * fade);
  }
}

/**
 * Ways to see a picture in colour: its luma as it is; the red channel, in which red ink is nearly paper; red taken
 * out with all of its fringes.
 */
export type Plane = 'luma' | 'red' | 'fringes';

export function planeOf(bitmap: Bitmap, plane: Plane): Grey {
  const { width, height, channels, data } = bitmap;
  if (plane === 'fringes') return toGrey(bitmap, WHOLE_FRINGE);
  const size = width * height;
  if (channels === 1) return { width, height, data: data.slice(0, size) };
  const out = new Uint8Array(size);
  for (let i = 0, p = 0; i < size; i++, p += 4)
    out[i] = plane === 'red' ? data[p]! : (data[p]! * 77 + data[p + 1]! * 150 + data[p + 2]! * 29) >> 8;
  return { width, height, data: out };
}

/** Mean of factor × factor blocks; what does not fill a block at the right and lower edge is dropped. */
export function shrink(grey: Grey, factor: number): Grey {
  if (factor <= 1) return grey;
  const width = Math.max(1, Math.floor(grey.width / factor)),
    height = Math.max(1, Math.floor(grey.height / factor));
  const out = new Uint8Array(width * height),
    row = new Uint32Array(width),
    area = factor * factor;
  for (let y = 0; y < height; y++) {
    row.fill(0);
    for (let dy = 0; dy < factor; dy++) {
      let p = Math.min(grey.height - 1, y * factor + dy) * grey.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let dx = 0; dx < factor; dx++) sum += grey.data[p++] ?? 255;
        row[x] = row[x]! + sum;
      }
    }
    for (let x = 0; x < width; x++) out[y * width + x] = row[x]! / area;
  }
  return { width, height, data: out };
}

export function transpose(grey: Grey): Grey {
  const { width, height, data } = grey;
  const out = new Uint8Array(width * height);
  const BLOCK = 64; // both sides of a block fit the first-level cache
  for (let by = 0; by < height; by += BLOCK) {
    for (let bx = 0; bx < width; bx += BLOCK) {
      const yEnd = Math.min(by + BLOCK, height),
        xEnd = Math.min(bx + BLOCK, width);
      for (let y = by; y < yEnd; y++) for (let x = bx; x < xEnd; x++) out[x * height + y] = data[y * width + x]!;
    }
  }
  return { width: height, height: width, data: out };
}

/** Quarter turns clockwise. */
export function turn(grey: Grey, quarters: 0 | 1 | 2 | 3): Grey {
  if (quarters === 0) return grey;
  if (quarters === 2) return { ...grey, data: grey.data.slice().reverse() };
  const out = transpose(grey);
  if (quarters === 1) {
    for (let y = 0; y < out.height; y++) out.data.subarray(y * out.width, (y + 1) * out.width).reverse();
    return out;
  }
  for (let y = 0; y < out.height >> 1; y++) {
    const top = out.data.slice(y * out.width, (y + 1) * out.width),
      low = out.height - 1 - y;
    out.data.copyWithin(y * out.width, low * out.width, (low + 1) * out.width);
    out.data.set(top, low * out.width);
  }
  return out;
}

/** The threshold that separates dark from light best (Otsu). */
export function otsu(histogram: ArrayLike<number>): number {
  let total = 0,
    sum = 0;
  for (let i = 0; i < 256; i++) {
    total += histogram[i]!;
    sum += i * histogram[i]!;
  }
  let below = 0,
    sumBelow = 0,
    best = 128,
    bestScore = -1;
  for (let t = 0; t < 255; t++) {
    below += histogram[t]!;
    sumBelow += t * histogram[t]!;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const gap = sumBelow / below - (sum - sumBelow) / above;
    const score = below * above * gap * gap;
    if (score > bestScore) {
      bestScore = score;
      best = t;
    }
  }
  return best;
}

export function histogramOf(data: Uint8Array, step = 1): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let i = 0; i < data.length; i += step) histogram[data[i]!]!++;
  return histogram;
}
