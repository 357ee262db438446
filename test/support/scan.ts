/**
 * @module Pages of a sample -> the same pages as pictures only, leaning as asked; and crops of printed lines with
 * their text.
 */
import { degrees, PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import type { Glyph, PageContent } from '../../pipeline/model.js';
import { openPdf } from '../../pipeline/read/index.js';
import type { Bitmap } from '../../pipeline/read/reader.js';
import { sample } from '../setup/pdfs.js';

function png(bitmap: Bitmap): Buffer {
  const image = new PNG({ width: bitmap.width, height: bitmap.height });
  for (let i = 0, o = 0; o < image.data.length; i += bitmap.channels, o += 4) {
    for (let c = 0; c < 3; c++) image.data[o + c] = bitmap.data[i + (bitmap.channels === 4 ? c : 0)]!;
    image.data[o + 3] = 255;
  }
  return PNG.sync.write(image);
}

export interface ScanOptions {
  dpi: number /** Clockwise on screen. */;
  lean?: number;
}

/** An image-only document of some pages of a sample, and what the text layer said of them. */
export async function scanOf(
  name: string,
  numbers: readonly number[],
  { dpi, lean = 0 }: ScanOptions,
): Promise<{ bytes: Uint8Array; truth: PageContent[] }> {
  const source = await openPdf(await sample(name), { reader: 'auto' });
  const document = await PDFDocument.create({ updateMetadata: false });
  const truth: PageContent[] = [];
  try {
    for (const number of numbers) {
      const content = await source.readPage(number);
      truth.push(content);
      const { width, height } = content;
      const image = await document.embedPng(png(await source.render(number, { dpi })));
      // pdf-lib turns counter-clockwise about the image's lower left corner; this keeps the page's centre in place.
      const a = (-lean * Math.PI) / 180,
        c = Math.cos(a),
        s = Math.sin(a);
      document.addPage([width, height]).drawImage(image, {
        x: width / 2 - (c * width) / 2 + (s * height) / 2,
        y: height / 2 - (s * width) / 2 - (c * height) / 2,
        width,
        height,
        rotate: degrees(-lean),
      });
    }
  } finally {
    await source.close();
  }
  return { bytes: await document.save({ addDefaultPage: false }), truth };
}

/** Printed lines of a page, by baseline; a gap of two letters parts them. */
function printedLines(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs]
    .filter((g) => g.text.trim() !== '')
    .sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0)) {
    const line = lines.at(-1),
      last = line?.at(-1);
    if (line && last && Math.abs(last.baseline - glyph.baseline) < 1 && glyph.x0 - last.x1 < glyph.size * 2)
      line.push(glyph);
    else lines.push([glyph]);
  }
  return lines;
}

/** One grey picture a printed line, 48 rows high, and its text. */
export async function lineCrops(name: string, number: number): Promise<{ text: string; crop: Bitmap }[]> {
  const file = await openPdf(await sample(name), { reader: 'auto' });
  try {
    const page = await file.readPage(number);
    const bitmap = await file.render(number, { dpi: 200 });
    return printedLines(page.glyphs).map((line) => {
      const text = line.map((g) => g.text).join('');
      const x0 = Math.min(...line.map((g) => g.x0)) - 2,
        x1 = Math.max(...line.map((g) => g.x1)) + 2;
      const size = Math.max(...line.map((g) => g.size)),
        base = line[0]!.baseline;
      return { text, crop: cut(bitmap, x0, base - size * 0.95, x1, base + size * 0.3, 48) };
    });
  } finally {
    await file.close();
  }
}

function cut(bitmap: Bitmap, x0: number, y0: number, x1: number, y1: number, height: number): Bitmap {
  const scale = bitmap.dpi / 72,
    step = ((y1 - y0) * scale) / height,
    width = Math.max(16, Math.round(((x1 - x0) * scale) / step));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sx = Math.min(bitmap.width - 2, Math.max(0, x0 * scale + (x + 0.5) * step - 0.5)),
        sy = Math.min(bitmap.height - 2, Math.max(0, y0 * scale + (y + 0.5) * step - 0.5));
      const px = Math.floor(sx),
        py = Math.floor(sy),
        fx = sx - px,
        fy = sy - py;
      const at = (dx: number, dy: number): number =>
        bitmap.data[((py + dy) * bitmap.width + px + dx) * bitmap.channels]!;
      data[y * width + x] =
        (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy;
    }
  return { width, height, channels: 1, data, dpi: (bitmap.dpi * height) / ((y1 - y0) * scale) };
}
