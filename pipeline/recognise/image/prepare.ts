/**
 * @module A page's picture -> the work page: grey, upright, evenly lit, at one resolution, with the way back to the page as displayed.
 *
 * Work pixels map to the content frame (points of the upright page) by 72 / dpi, and the content frame maps to the
 * page as displayed by `matrix`, a turn about the page's centre. Rulings are parallel to the axes only in the content frame.
 */
import type { Box } from '../../model.js';
import type { Bitmap } from '../../read/reader.js';
import { darken, flatten } from './flatten.js';
import { shrink, toGrey, type Grey } from './pixels.js';
import { imageQuality, type ImageQuality } from './quality.js';
import { skewOf } from './skew.js';
import { compose, warp, type Matrix } from './warp.js';

/** What the recogniser and the ruling finder are tuned for; more costs time and gains nothing, less blurs hairlines. */
export const WORK_DPI = 300;
/** A wall chart is worked on in fewer dots an inch: 8 pixels a byte is memory. */
const MAX_SIDE = 8000;

export interface WorkPage {
  grey: Grey;
  dpi: number;
  /** Size of the content frame in points. */
  width: number;
  height: number;
  /** Content frame (points) -> page as displayed (points). */
  matrix: Matrix;
  quality: ImageQuality;
  /** Share of red dots taken out. */
  redShare: number;
}

export interface PageSize {
  width: number;
  height: number;
}

/**
 * @param where the picture lies on the page as displayed, in points
 * @param quarters clockwise turns that make sideways content upright
 */
export function prepare(
  bitmap: Bitmap,
  page: PageSize,
  where: Box,
  bitsPerComponent: number | null,
  quarters: 0 | 1 | 2 | 3 = 0,
): WorkPage {
  const full = toGrey(bitmap);
  const dpiX = (bitmap.width * 72) / Math.max(1, where[2] - where[0]);
  const quality = imageQuality(full, dpiX, bitsPerComponent);
  const factor = Math.max(1, Math.floor((dpiX * 1.05) / WORK_DPI));
  const source = shrink(full, factor);
  flatten(source);
  darken(source);
  const angle = skewOf(source, dpiX / factor);
  const sideways = quarters % 2 === 1;
  const width = sideways ? page.height : page.width,
    height = sideways ? page.width : page.height;
  const dpi = Math.min(WORK_DPI, (MAX_SIDE * 72) / Math.max(width, height));
  const matrix = contentToDisplayed(page, angle, quarters);
  // Displayed points -> source pixels; the two scales differ when the file stretches its image.
  const sx = source.width / (where[2] - where[0]),
    sy = source.height / (where[3] - where[1]);
  const toPixels: Matrix = [sx, 0, 0, sy, -where[0] * sx, -where[1] * sy];
  const toPoints: Matrix = [72 / dpi, 0, 0, 72 / dpi, 0, 0];
  const grey = warp(
    source,
    Math.max(1, Math.round((width * dpi) / 72)),
    Math.max(1, Math.round((height * dpi) / 72)),
    compose(toPixels, compose(matrix, toPoints)),
  );
  return { grey, dpi, width, height, matrix, quality, redShare: full.redShare };
}

/** Content frame -> displayed page: turn about the centres by the lean and by the quarter turns undone. */
export function contentToDisplayed(page: PageSize, angle: number, quarters: 0 | 1 | 2 | 3): Matrix {
  const sideways = quarters % 2 === 1;
  const width = sideways ? page.height : page.width,
    height = sideways ? page.width : page.height;
  const turn = angle - (quarters * Math.PI) / 2;
  const c = Math.cos(turn),
    s = Math.sin(turn);
  return [
    c,
    s,
    -s,
    c,
    page.width / 2 - (c * width) / 2 + (s * height) / 2,
    page.height / 2 - (s * width) / 2 - (c * height) / 2,
  ];
}
