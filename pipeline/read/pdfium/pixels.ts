/** @module A loaded page -> its picture, rendered: all that is painted on it. */
import { type Bitmap, ReadError, type RenderOptions } from '../reader.js';
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
