/** @module A loaded page -> pixels: rendered, or the stored image that covers it. */
import type { Box } from '../../model.js';
import { intersect } from '../../geometry.js';
import { type Matrix, type PageGeometry, concat, transformBox } from '../geometry.js';
import { type Bitmap, type PageImage, ReadError, type RenderOptions } from '../reader.js';
import type { Pdfium } from './library.js';

/** Longest side of a rendered page unless the caller says otherwise. */
const MAX_SIDE = 8000;
const BGRX = 3;
const RENDER_ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;

export function renderPage(lib: Pdfium, page: number, { dpi, maxSide = MAX_SIDE }: RenderOptions): Bitmap {
  const { c } = lib;
  const widthPt = c.FPDF_GetPageWidthF(page);
  const heightPt = c.FPDF_GetPageHeightF(page);
  const scale = Math.min(dpi / 72, maxSide / Math.max(widthPt, heightPt, 1));
  const width = Math.max(1, Math.round(widthPt * scale));
  const height = Math.max(1, Math.round(heightPt * scale));
  const stride = width * 4;
  const pixels = c.malloc(stride * height);
  if (pixels === 0)
    throw new ReadError(
      'page_failed',
      `A picture of ${width}×${height} does not fit PDFium's memory; render at fewer dots per inch`,
    );
  const bitmap = c.FPDFBitmap_CreateEx(width, height, BGRX, pixels, stride);
  try {
    c.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff | 0);
    c.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_ANNOTATIONS | REVERSE_BYTE_ORDER);
    const data = lib.bytes().slice(pixels, pixels + stride * height);
    // The unused byte of the format is left undefined: the page is opaque.
    for (let i = 3; i < data.length; i += 4) data[i] = 255;
    return { width, height, channels: 4, data, dpi: scale * 72 };
  } finally {
    c.FPDFBitmap_Destroy(bitmap);
    c.free(pixels);
  }
}

/** One image must cover this share of the page to count as the page. */
const COVERAGE = 0.85;
const IMAGE = 3;
const FORM = 5;

export function pageImage(lib: Pdfium, page: number, geometry: PageGeometry): PageImage | null {
  const images: { object: number; matrix: Matrix; coverage: number }[] = [];
  const whole: Box = [0, 0, geometry.width, geometry.height];
  const visit = (object: number, outer: Matrix, depth: number): void => {
    const type = lib.c.FPDFPageObj_GetType(object);
    if (type !== IMAGE && (type !== FORM || depth > 4)) return;
    const matrix = concat(matrixOf(lib, object), outer);
    if (type === FORM) {
      const count = lib.c.FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count; i++) visit(lib.c.FPDFFormObj_GetObject(object, i), matrix, depth + 1);
      return;
    }
    const [x0, y0, x1, y1] = intersect(transformBox(matrix, [0, 0, 1, 1]), whole);
    const coverage = (Math.max(0, x1 - x0) * Math.max(0, y1 - y0)) / (geometry.width * geometry.height);
    images.push({ object, matrix, coverage });
  };
  const count = lib.c.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) visit(lib.c.FPDFPage_GetObject(page, i), geometry.toDisplay, 0);
  const [best, ...others] = images.filter((image) => image.coverage >= COVERAGE);
  // Layered scans (mixed raster content) paint a page with several images: only the rendered page shows them all.
  if (!best || others.length > 0) return null;
  return extract(lib, page, best.object, best.matrix, best.coverage);
}

function matrixOf(lib: Pdfium, object: number): Matrix {
  if (lib.c.FPDFPageObj_GetMatrix(object, lib.scratch) === 0) return [1, 0, 0, 1, 0, 0];
  return [lib.f32(0), lib.f32(4), lib.f32(8), lib.f32(12), lib.f32(16), lib.f32(20)];
}

function extract(lib: Pdfium, page: number, object: number, matrix: Matrix, coverage: number): PageImage | null {
  const { c } = lib;
  // width, height, horizontal dpi, vertical dpi, bits per pixel, colour space, marked content
  if (c.FPDFImageObj_GetImageMetadata(object, page, lib.scratch) === 0) return null;
  const bitsPerPixel = lib.u32(16);
  const handle = c.FPDFImageObj_GetBitmap(object);
  if (handle === 0) return null;
  try {
    const stored = pixelsOf(lib, handle);
    if (!stored) return null;
    const oriented = orient(stored, matrix);
    if (!oriented) return null;
    const displayed = Math.abs(matrix[0]) > Math.abs(matrix[1]) ? Math.abs(matrix[0]) : Math.abs(matrix[2]);
    return {
      bitmap: { ...oriented, dpi: (oriented.width / displayed) * 72 },
      bitsPerComponent: bitsPerPixel === 1 ? 1 : 8,
      coverage: Math.min(1, coverage),
    };
  } finally {
    c.FPDFBitmap_Destroy(handle);
  }
}

type Pixels = Omit<Bitmap, 'dpi'>;

/** PDFium gives grey (1), BGR (2), BGRx (3) or BGRA (4). */
function pixelsOf(lib: Pdfium, handle: number): Pixels | null {
  const { c } = lib;
  const format = c.FPDFBitmap_GetFormat(handle);
  const width = c.FPDFBitmap_GetWidth(handle);
  const height = c.FPDFBitmap_GetHeight(handle);
  const stride = c.FPDFBitmap_GetStride(handle);
  const start = c.FPDFBitmap_GetBuffer(handle);
  const source = lib.bytes();
  const step = format === 1 ? 1 : format === 2 ? 3 : format === 3 || format === 4 || format === 5 ? 4 : 0;
  if (step === 0 || width <= 0 || height <= 0) return null;
  const channels = step === 1 ? 1 : 4;
  const data = new Uint8Array(width * height * channels);
  let to = 0;
  for (let y = 0; y < height; y++) {
    let from = start + y * stride;
    if (step === 1) {
      data.set(source.subarray(from, from + width), to);
      to += width;
      continue;
    }
    for (let x = 0; x < width; x++, from += step, to += 4) {
      data[to] = source[from + 2]!;
      data[to + 1] = source[from + 1]!;
      data[to + 2] = source[from]!;
      data[to + 3] = 255;
    }
  }
  return { width, height, channels, data };
}

/** A tenth of a degree: scans straightened by turning the image lean more, and their own pixels would put boxes points away. */
const LEAN = 0.0017;

/**
 * Turns stored rows into displayed ones. The image's unit square stands with row 0 at y = 1; displayed coordinates run down,
 * so an upright image has a > 0 and d < 0 there. Null for images that are not turned by a multiple of 90 degrees.
 */
function orient(image: Pixels, [a, b, c, d]: Matrix): Pixels | null {
  const straight = Math.abs(b) + Math.abs(c) < LEAN * (Math.abs(a) + Math.abs(d));
  const quarter = Math.abs(a) + Math.abs(d) < LEAN * (Math.abs(b) + Math.abs(c));
  if (!straight && !quarter) return null;
  if (straight && a > 0 && d < 0) return image;
  const { width, height, channels, data } = image;
  const [w, h] = straight ? [width, height] : [height, width];
  const out = new Uint8Array(data.length);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      // Stored column runs along (a, b), stored row against (c, d).
      const column = straight ? (a > 0 ? x : width - 1 - x) : b > 0 ? y : width - 1 - y;
      const row = straight ? (d < 0 ? y : height - 1 - y) : c < 0 ? x : height - 1 - x;
      const from = (row * width + column) * channels;
      const to = (y * w + x) * channels;
      for (let k = 0; k < channels; k++) out[to + k] = data[from + k]!;
    }
  }
  return { width: w, height: h, channels, data: out };
}
