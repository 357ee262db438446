/**
 * @module A page's picture and layout -> PNG: rulings red, cells green, words blue, lines of prose orange, drawn
 * pixel by pixel.
 */
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
  // A scan that lies askew was read upright: all of it is turned back onto the page as displayed.
  const {
    width,
    height,
    matrix: m = [1, 0, 0, 1, 0, 0],
  } = content.upright ?? { width: content.width, height: content.height };
  const scale = (picture?.dpi ?? 144) / 72;
  const png = picture ? toPng(picture) : blank(Math.ceil(width * scale), Math.ceil(height * scale));
  const at = (x: number, y: number): readonly [number, number] => [
    Math.round((m[0] * x + m[2] * y + m[4]) * scale),
    Math.round((m[1] * x + m[3] * y + m[5]) * scale),
  ];
  const outline = ([x0, y0, x1, y1]: Box, colour: Colour): void => {
    const corners = [at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)] as const;
    corners.forEach((corner, i) => {
      line(png, corner, corners[(i + 1) % 4] as typeof corner, 1, colour);
    });
  };
  for (const { x0, y0, x1, y1 } of content.glyphs) outline([x0, y0, x1, y1], GLYPH);
  for (const { box } of layout.lines) outline(box, PROSE);
  for (const table of layout.tables)
    for (const cell of table.cells)
      for (const [x0, y0, x1, y1] of cell.boxes) outline([x0 + 1, y0 + 1, x1 - 1, y1 - 1], CELL);
  for (const { orientation, at: where, from, to, hidden } of content.rulings) {
    const [start, end] =
      orientation === 'horizontal' ? [at(from, where), at(to, where)] : [at(where, from), at(where, to)];
    line(png, start, end, 2, hidden ? HIDDEN : RULING);
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

/** From dot to dot, both included; dots beyond the picture are left out. */
function line(
  png: PNG,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  thickness: number,
  [r, g, b]: Colour,
): void {
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
  const isFlat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
  for (let step = 0; step <= steps; step++) {
    for (let beside = 0; beside < thickness; beside++) {
      const x = Math.round(x0 + ((x1 - x0) * step) / steps) + (isFlat ? 0 : beside);
      const y = Math.round(y0 + ((y1 - y0) * step) / steps) + (isFlat ? beside : 0);
      if (x < 0 || y < 0 || x >= png.width || y >= png.height) continue;
      png.data.set([r, g, b, 255], (y * png.width + x) * 4);
    }
  }
}
