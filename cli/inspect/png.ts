/** @module A page's picture and layout -> PNG: rulings red, cells green, words blue, lines of prose orange, drawn pixel by pixel. */
import { PNG } from 'pngjs';
import type { Box, PageLayout } from '../../pipeline/model.js';
import type { Bitmap } from '../../pipeline/read/reader.js';

type Colour = readonly [number, number, number];
const RULING: Colour = [220, 0, 0];
const HIDDEN: Colour = [150, 150, 150];
const CELL: Colour = [0, 150, 0];
const GLYPH: Colour = [90, 90, 255];
const PROSE: Colour = [255, 150, 0];

/** Where a reader cannot draw, 144 dpi of white stand in for the picture. */
export async function drawLayout(layout: PageLayout, picture: Bitmap | null): Promise<Uint8Array> {
  const { content } = layout;
  const scale = (picture?.dpi ?? 144) / 72;
  const png = picture ? toPng(picture) : blank(Math.ceil(content.width * scale), Math.ceil(content.height * scale));
  const outline = (box: Box, colour: Colour): void => {
    const [x0, y0, x1, y1] = box.map((value) => Math.round(value * scale)) as unknown as Box;
    rectangle(png, x0, y0, x1, y0, colour);
    rectangle(png, x0, y1, x1, y1, colour);
    rectangle(png, x0, y0, x0, y1, colour);
    rectangle(png, x1, y0, x1, y1, colour);
  };
  for (const { x0, y0, x1, y1 } of content.glyphs) outline([x0, y0, x1, y1], GLYPH);
  for (const { box } of layout.lines) outline(box, PROSE);
  for (const table of layout.tables) for (const cell of table.cells) for (const [x0, y0, x1, y1] of cell.boxes) outline([x0 + 1, y0 + 1, x1 - 1, y1 - 1], CELL);
  for (const { orientation, at, from, to, hidden } of content.rulings) {
    const [x0, y0, x1, y1] = (orientation === 'horizontal' ? [from, at, to, at] : [at, from, at, to]).map((value) => Math.round(value * scale)) as unknown as Box;
    rectangle(png, x0, y0, x1 + (orientation === 'vertical' ? 1 : 0), y1 + (orientation === 'horizontal' ? 1 : 0), hidden ? HIDDEN : RULING);
  }
  return PNG.sync.write(png);
}

export function encodePng(bitmap: Bitmap): Uint8Array {
  return PNG.sync.write(toPng(bitmap));
}

function toPng({ width, height, channels, data }: Bitmap): PNG {
  const png = blank(width, height);
  if (channels === 4) {
    png.data.set(data.subarray(0, width * height * 4));
    return png;
  }
  for (let i = 0; i < width * height; i++) png.data.fill(data[i] ?? 255, i * 4, i * 4 + 3);
  return png;
}

function blank(width: number, height: number): PNG {
  const png = new PNG({ width, height });
  png.data.fill(255);
  return png;
}

/** Filled, corners included, cut at the edges. */
function rectangle(png: PNG, x0: number, y0: number, x1: number, y1: number, [r, g, b]: Colour): void {
  for (let y = Math.max(0, y0); y <= Math.min(png.height - 1, y1); y++) {
    for (let x = Math.max(0, x0); x <= Math.min(png.width - 1, x1); x++) {
      const at = (y * png.width + x) * 4;
      png.data[at] = r;
      png.data[at + 1] = g;
      png.data[at + 2] = b;
      png.data[at + 3] = 255;
    }
  }
}
