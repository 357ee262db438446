/**
 * @module A page's picture -> the work page: grey, upright, evenly lit, at one resolution, with the way back to the
 * page as displayed.
 *
 * Work pixels map to the content frame (points of the upright page) by 72 / dpi, and the content frame maps to the
 * page as displayed by `matrix`, a turn about the page's centre. Rulings are parallel to the axes only in the content
 * frame.
 */
import type { Box } from '../../model.js';
import type { Bitmap } from '../../read/reader.js';
import { darken, flatten } from './flatten.js';
import { type Grey, type Plane, planeOf, shrink, toGrey, turn } from './pixels.js';
import { imageQuality, type ImageQuality } from './quality.js';
import { skewOf } from './skew.js';
import { apply, compose, inverse, type Matrix, warp } from './warp.js';
import { greatest, least } from '../../domain/extremes.js';

/**
 * What the recogniser and the ruling finder are tuned for; more costs time and gains nothing, less blurs hairlines.
 */
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
  /** Radians by which the sheet leant. */
  angle: number;
  quality: ImageQuality;
  /** Share of red dots taken out. */
  redShare: number;
  /** Outlines of what looks like red seals, in work pixels. */
  redSeals: { x0: number; y0: number; x1: number; y1: number }[];
  /** The same page from one plane of its colours, nothing taken out; made when asked for. */
  plane(name: Plane): Grey;
}

export interface PageSize {
  width: number;
  height: number;
}

/** How a picture is stored in its file, where a rendering of it cannot tell. */
export interface Stored {
  dpi: number;
  /** 1 marks fax and copier scans; null when unknown. */
  bitsPerComponent: number | null;
}

/** @param where the picture lies on the page as displayed, in points */
export function prepare(bitmap: Bitmap, page: PageSize, where: Box, stored: Stored): WorkPage {
  const full = toGrey(bitmap);
  const dpiX = (bitmap.width * 72) / Math.max(1, where[2] - where[0]);
  const quality = imageQuality(full, stored.dpi, stored.bitsPerComponent);
  const factor = Math.max(1, Math.floor((dpiX * 1.05) / WORK_DPI));
  const source = shrink(full, factor);
  flatten(source);
  darken(source);
  const angle = skewOf(source, dpiX / factor);
  const { width, height } = page;
  const dpi = Math.min(WORK_DPI, (MAX_SIDE * 72) / Math.max(width, height));
  const matrix = contentToDisplayed(page, angle, 0);
  // Displayed points -> source pixels; the two scales differ when the file stretches its image.
  const sx = source.width / (where[2] - where[0]),
    sy = source.height / (where[3] - where[1]);
  const toPixels: Matrix = [sx, 0, 0, sy, -where[0] * sx, -where[1] * sy];
  const toPoints: Matrix = [72 / dpi, 0, 0, 72 / dpi, 0, 0];
  const toSource = compose(toPixels, compose(matrix, toPoints));
  const straight = (from: Grey): Grey =>
    warp(from, Math.max(1, Math.round((width * dpi) / 72)), Math.max(1, Math.round((height * dpi) / 72)), toSource);
  const back = inverse(toSource);
  return {
    grey: straight(source),
    dpi,
    width,
    height,
    matrix,
    angle,
    quality,
    redShare: full.redShare,
    redSeals: full.redSeals.map((s) => around(s, factor, back)),
    plane(name) {
      const other = shrink(planeOf(bitmap, name), factor);
      flatten(other);
      return straight(other);
    },
  };
}

type Rect = WorkPage['redSeals'][number];

/** An outline in pixels of the stored picture, in work pixels. */
function around(s: Rect, factor: number, back: Matrix): Rect {
  const corners = [
    [s.x0, s.y0],
    [s.x1, s.y0],
    [s.x0, s.y1],
    [s.x1, s.y1],
  ].map(([x, y]) => apply(back, x! / factor, y! / factor));
  const xs = corners.map(([x]) => x),
    ys = corners.map(([, y]) => y);
  return { x0: least(xs), y0: least(ys), x1: greatest(xs), y1: greatest(ys) };
}

export type Quarters = 0 | 1 | 2 | 3;

/** The work page with its sheet turned: quarters clockwise that make sideways content upright. */
export function turned(work: WorkPage, page: PageSize, quarters: Quarters): WorkPage {
  if (quarters === 0) return work;
  const sideways = quarters % 2 === 1;
  const { width, height } = work.grey;
  return {
    ...work,
    grey: turn(work.grey, quarters),
    plane: (name) => turn(work.plane(name), quarters),
    redSeals: work.redSeals.map((s) => {
      if (quarters === 2) return { x0: width - s.x1, y0: height - s.y1, x1: width - s.x0, y1: height - s.y0 };
      if (quarters === 1) return { x0: height - s.y1, y0: s.x0, x1: height - s.y0, y1: s.x1 };
      return { x0: s.y0, y0: width - s.x1, x1: s.y1, y1: width - s.x0 };
    }),
    width: sideways ? page.height : page.width,
    height: sideways ? page.width : page.height,
    matrix: contentToDisplayed(page, work.angle, quarters),
  };
}

/** Content frame -> displayed page: turn about the centres by the lean and by the quarter turns undone. */
export function contentToDisplayed(page: PageSize, angle: number, quarters: Quarters): Matrix {
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
