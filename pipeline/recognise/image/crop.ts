/**
 * @module A segment of a work page -> a small grey picture of one line for a recogniser, and where its columns lie.
 */
import type { Bitmap } from '../../read/reader.js';
import type { Grey } from './pixels.js';
import type { Segment } from './segments.js';
import { warp } from './warp.js';

export interface CropOptions {
  /** Rows of the crop. */
  height: number;
  /** Paper above and below the letters, as a share of their height. */
  marginY: number;
  /** Paper before and after, as a share of the letters' height. */
  marginX: number;
  /** Less than 1 narrows the letters: recognisers cost by width. */
  squeeze: number;
}

export interface Crop {
  bitmap: Bitmap;
  /** Work pixels of the crop's left and right edge. */
  x0: number;
  x1: number;
}

export function cropOf(grey: Grey, dpi: number, segment: Segment, options: CropOptions): Crop {
  const middle = (segment.y0 + segment.y1) / 2;
  // A dash or a dot keeps the room of a whole letter around it, or it would be blown up into one.
  const tall = Math.max(segment.y1 - segment.y0, segment.em * 0.8);
  const y0 = middle - tall * (0.5 + options.marginY),
    y1 = middle + tall * (0.5 + options.marginY);
  const x0 = segment.x0 - tall * options.marginX,
    x1 = segment.x1 + tall * options.marginX;
  const scale = options.height / (y1 - y0);
  const width = Math.max(16, Math.round((x1 - x0) * scale * options.squeeze));
  const stepX = (x1 - x0) / width,
    stepY = (y1 - y0) / options.height;
  // Letters much larger than the crop are averaged first: bilinear alone would skip dots.
  const factor = Math.floor(Math.min(stepX, stepY));
  const source =
    factor >= 2 ? reduced(grey, Math.floor(x0), Math.floor(y0), Math.ceil(x1), Math.ceil(y1), factor) : grey;
  const ox = factor >= 2 ? Math.floor(x0) : 0,
    oy = factor >= 2 ? Math.floor(y0) : 0,
    f = factor >= 2 ? factor : 1;
  const { data } = warp(source, width, options.height, [stepX / f, 0, 0, stepY / f, (x0 - ox) / f, (y0 - oy) / f]);
  return { bitmap: { width, height: options.height, channels: 1, data, dpi: dpi * scale }, x0, x1 };
}

function reduced(grey: Grey, x0: number, y0: number, x1: number, y1: number, factor: number): Grey {
  const width = Math.ceil((x1 - x0) / factor),
    height = Math.ceil((y1 - y0) / factor);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy++)
        for (let dx = 0; dx < factor; dx++) {
          const px = x0 + x * factor + dx,
            py = y0 + y * factor + dy;
          sum += px >= 0 && py >= 0 && px < grey.width && py < grey.height ? grey.data[py * grey.width + px]! : 255;
        }
      data[y * width + x] = sum / (factor * factor);
    }
  }
  return { width, height, data };
}
