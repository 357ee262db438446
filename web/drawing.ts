/** @module A page's picture -> PNG, whole or cut out around boxes with the boxes outlined. */
import { PNG } from 'pngjs';
import type { Bitmap } from '../pipeline/read/reader.js';
import type { Box } from '../schemas/index.js';
import { greatest, least } from '../pipeline/domain/extremes.js';

/** Context around the boxes in points: enough to see the neighbouring figures and most row labels. */
const MARGIN = { x: 40, y: 16 };
const LEAST = { width: 300, height: 56 };
const OUTLINE = [214, 69, 18] as const;

/**
 * Whole pages are drawn while somebody waits: RGBA as it is, since taking the alpha out costs three times what it
 * saves.
 */
export function encode({ width, height, channels, data }: Bitmap, { small = false } = {}): Uint8Array {
  const png = new PNG({ width, height });
  if (channels === 4) png.data.set(data.subarray(0, width * height * 4));
  else for (let i = 0; i < width * height; i++) png.data.fill(data[i] ?? 255, i * 4, i * 4 + 3);
  if (channels === 1) for (let i = 3; i < png.data.length; i += 4) png.data[i] = 255;
  // The library's own strategy (run lengths) suits photographs; for print the general one is smaller and as fast.
  return PNG.sync.write(png, {
    colorType: small ? 2 : 6,
    deflateLevel: small ? 9 : 1,
    deflateStrategy: 0,
    filterType: 0,
  });
}

/** @param boxes in points of the page as displayed */
export function cutOut(page: Bitmap, boxes: readonly Box[]): Uint8Array {
  const scale = page.dpi / 72;
  const [x0, y0, x1, y1] = frame(boxes, page.width / scale, page.height / scale).map((value) =>
    Math.round(value * scale),
  ) as unknown as Box;
  const cut: Bitmap = {
    width: x1 - x0,
    height: y1 - y0,
    channels: 4,
    dpi: page.dpi,
    data: new Uint8Array((x1 - x0) * (y1 - y0) * 4).fill(255),
  };
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const from = (y * page.width + x) * page.channels;
      const to = ((y - y0) * cut.width + x - x0) * 4;
      for (let channel = 0; channel < 3; channel++)
        cut.data[to + channel] = fewerShades(page.data[page.channels === 4 ? from + channel : from] ?? 255);
    }
  }
  for (const [left, top, right, bottom] of boxes) {
    outline(
      cut,
      Math.round(left * scale) - x0 - 2,
      Math.round(top * scale) - y0 - 2,
      Math.round(right * scale) - x0 + 1,
      Math.round(bottom * scale) - y0 + 1,
    );
  }
  return encode(cut, { small: true });
}

/** Sixteen shades a channel look the same and take half the bytes in a report that must fit a mail. */
function fewerShades(value: number): number {
  return Math.round(value / 17) * 17;
}

/** The boxes with some page around them, at least LEAST large, inside the page. */
function frame(boxes: readonly Box[], width: number, height: number): Box {
  const spread = (low: number, high: number, margin: number, least: number, end: number): [number, number] => {
    const grow = Math.max(margin, (least - (high - low)) / 2);
    const from = Math.max(0, Math.min(low - grow, end - least));
    return [from, Math.min(end, Math.max(high + grow, from + least))];
  };
  const [x0, x1] = spread(
    least(boxes.map((b) => b[0])),
    greatest(boxes.map((b) => b[2])),
    MARGIN.x,
    LEAST.width,
    width,
  );
  const [y0, y1] = spread(
    least(boxes.map((b) => b[1])),
    greatest(boxes.map((b) => b[3])),
    MARGIN.y,
    LEAST.height,
    height,
  );
  return [x0, y0, x1, y1];
}

/** Two pixels wide, cut at the edges. */
function outline({ width, height, data }: Bitmap, x0: number, y0: number, x1: number, y1: number): void {
  const dot = (x: number, y: number): void => {
    if (x >= 0 && y >= 0 && x < width && y < height) data.set(OUTLINE, (y * width + x) * 4);
  };
  for (let line = 0; line < 2; line++) {
    for (let x = x0; x <= x1; x++) {
      dot(x, y0 + line);
      dot(x, y1 - line);
    }
    for (let y = y0; y <= y1; y++) {
      dot(x0 + line, y);
      dot(x1 - line, y);
    }
  }
}
