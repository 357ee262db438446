/** @module A loaded page -> its stored images, and the pixels of the one that is all there is on it. */
import { type Box, intersect } from '../../geometry.js';
import { concat, type Matrix, type PageGeometry, transformBox } from '../geometry.js';
import type { Bitmap, PageImage, StoredImage } from '../reader.js';
import type { Pdfium } from './library.js';

/** One image must cover this share of the page to count as the page. */
const COVERAGE = 0.85;
const TEXT = 1,
  PATH = 2,
  IMAGE = 3,
  FORM = 5;
const INVISIBLE = 3,
  CLIP_ONLY = 7;
const UNKNOWN_COLOURS = 0;
/** Deeper nesting of forms is an attack or a loop. */
const MAX_DEPTH = 24;

interface Placed {
  object: number;
  matrix: Matrix;
  coverage: number;
}

interface Painted {
  images: Placed[];
  /** Is anything but images painted: letters, lines, fills, shadings? */
  more: boolean;
}

/** What a page paints, in paint order. Letters without ink, as recognisers lay them under a scan, are not painted. */
function paintedOn(lib: Pdfium, page: number, geometry: PageGeometry): Painted {
  const { c, scratch } = lib;
  const painted: Painted = { images: [], more: false };
  const whole: Box = [0, 0, geometry.width, geometry.height];
  const visit = (object: number, outer: Matrix, depth: number): void => {
    const type = c.FPDFPageObj_GetType(object);
    if (type === FORM) {
      const matrix = concat(matrixOf(lib, object), outer),
        count = depth < MAX_DEPTH ? c.FPDFFormObj_CountObjects(object) : 0;
      for (let i = 0; i < count; i++) visit(c.FPDFFormObj_GetObject(object, i), matrix, depth + 1);
    } else if (type === IMAGE) {
      const matrix = concat(matrixOf(lib, object), outer);
      const [x0, y0, x1, y1] = intersect(transformBox(matrix, [0, 0, 1, 1]), whole);
      const coverage = (Math.max(0, x1 - x0) * Math.max(0, y1 - y0)) / (geometry.width * geometry.height);
      if (coverage > 0) painted.images.push({ object, matrix, coverage });
    } else if (type === TEXT) {
      const mode = c.FPDFTextObj_GetTextRenderMode(object);
      if (mode !== INVISIBLE && mode !== CLIP_ONLY) painted.more = true;
    } else if (type === PATH) {
      c.FPDFPath_GetDrawMode(object, scratch, scratch + 4);
      if (lib.i32(0) !== 0 || lib.i32(4) !== 0) painted.more = true;
    } else painted.more = true;
  };
  const count = c.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) visit(c.FPDFPage_GetObject(page, i), geometry.toDisplay, 0);
  return painted;
}

/**
 * The stored image that is the page: nothing else is painted there. Layered scans (a background with stencils of the
 * print over it, strips,
 * a stamp laid on later) are shown by the rendered page only.
 */
export function pageImage(lib: Pdfium, page: number, geometry: PageGeometry): PageImage | null {
  const { images, more } = paintedOn(lib, page, geometry);
  const [only] = images;
  if (!only || more || images.length > 1 || only.coverage < COVERAGE) return null;
  if (lib.c.FPDFPage_GetAnnotCount(page) > 0 || lib.c.FPDFPageObj_HasTransparency(only.object) !== 0) return null;
  if (isStencil(lib, page, only.object)) return null;
  return extract(lib, page, only.object, only.matrix, only.coverage);
}

/** How finely a page's images are stored, largest first: what a rendered picture cannot tell of itself. */
export function storedImages(lib: Pdfium, page: number, geometry: PageGeometry): StoredImage[] {
  return paintedOn(lib, page, geometry)
    .images.map(({ object, matrix, coverage }) => {
      lib.c.FPDFImageObj_GetImageMetadata(object, page, lib.scratch);
      const width = lib.u32(0),
        bits = lib.u32(16);
      return {
        coverage: Math.min(1, coverage),
        dpi: (width / Math.max(1e-6, Math.hypot(matrix[0], matrix[1]))) * 72,
        bitsPerPixel: bits,
      };
    })
    .sort((a, b) => b.coverage - a.coverage);
}

/** A mask painted in one colour: its stored bits do not say which of them is ink. */
function isStencil(lib: Pdfium, page: number, object: number): boolean {
  lib.c.FPDFImageObj_GetImageMetadata(object, page, lib.scratch);
  return lib.u32(16) === 1 && lib.u32(20) === UNKNOWN_COLOURS;
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

/**
 * A tenth of a degree: scans straightened by turning the image lean more, and their own pixels would put boxes points
 * away.
 */
const LEAN = 0.0017;

/**
 * Turns stored rows into displayed ones. The image's unit square stands with row 0 at y = 1; displayed coordinates
 * run down,
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
