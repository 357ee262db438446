/** @module The subpaths of one painted path (displayed coordinates) -> bars: thin ones are lines, others surfaces. */
import type { Box } from '../model.js';

/** One painted rectangle, or the bounding box of another shape. */
export interface Bar {
  x0: number; y0: number; x1: number; y1: number;
  kind: 'stroke' | 'fill' | 'outline';
  /** A surface, not a line. */
  area: boolean;
  /** The shape is exactly this rectangle. */
  rectangle?: boolean;
}

interface Subpath { xs: number[]; ys: number[]; curved: boolean[]; closed: boolean; }

/** Collects path operators; reusable. Coordinates are displayed points. */
export class Outline {
  subpaths: Subpath[] = [];
  #current: Subpath | null = null;

  reset(): void { this.subpaths = []; this.#current = null; }

  moveTo(x: number, y: number): void {
    this.#current = { xs: [x], ys: [y], curved: [false], closed: false };
    this.subpaths.push(this.#current);
  }

  lineTo(x: number, y: number): void { this.#to(x, y, false); }

  /** Only the end points count: nothing curved is a ruling, and a curve's bulge is no boundary. */
  curveTo(x: number, y: number): void { this.#to(x, y, true); }

  close(): void {
    const path = this.#current;
    if (!path) return;
    path.closed = true;
    const [x, y] = [path.xs[0]!, path.ys[0]!];
    if (path.xs.at(-1) !== x || path.ys.at(-1) !== y) { path.xs.push(x); path.ys.push(y); path.curved.push(false); }
    // What follows a closed subpath without a new start begins where it began.
    this.#current = null;
    this.#restart = [x, y];
  }

  /** Bounding box of all points; empty (inverted) without any. */
  bounds(): Box {
    const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const path of this.subpaths) {
      const { x0, y0, x1, y1 } = bounds(path);
      box[0] = Math.min(box[0], x0); box[1] = Math.min(box[1], y0); box[2] = Math.max(box[2], x1); box[3] = Math.max(box[3], y1);
    }
    return box;
  }

  #restart: [number, number] | null = null;

  #to(x: number, y: number, curved: boolean): void {
    if (!this.#current) {
      const [sx, sy] = this.#restart ?? [x, y];
      this.moveTo(sx, sy);
    }
    const path = this.#current!;
    path.xs.push(x); path.ys.push(y); path.curved.push(curved);
  }
}

/** Thinner than this (points) a painted shape is a line. */
export const THIN = 3;
/** Largest sideways run, in points, of a segment that still counts as parallel to an axis. */
const SKEW = 0.35;
/** Shorter strokes are dots or parts of drawn letters. */
const MIN_STROKE = 0.5;
/** Strokes and shapes of no width are drawn one device pixel wide. */
export const HAIRLINE = 0.1;

export function isThin(width: number, height: number): boolean {
  const thin = Math.min(width, height);
  const long = Math.max(width, height);
  return thin <= THIN && long >= 1 && long >= 1.75 * thin;
}

export function barsOf(outline: Outline, how: 'stroke' | 'fill', width: number): Bar[] {
  return how === 'stroke' ? strokes(outline, Math.max(width, HAIRLINE)) : fills(outline);
}

function strokes(outline: Outline, width: number): Bar[] {
  const bars: Bar[] = [];
  for (const path of outline.subpaths) {
    const kind = rectangleOf(path) ? 'outline' : 'stroke';
    for (let i = 1; i < path.xs.length; i++) {
      if (path.curved[i]) continue;
      const bar = strokeBar(path.xs[i - 1]!, path.ys[i - 1]!, path.xs[i]!, path.ys[i]!, width, kind);
      if (bar) bars.push(bar);
    }
  }
  return bars;
}

function strokeBar(xa: number, ya: number, xb: number, yb: number, width: number, kind: Bar['kind']): Bar | null {
  const dx = Math.abs(xb - xa);
  const dy = Math.abs(yb - ya);
  const long = Math.max(dx, dy);
  if (Math.min(dx, dy) > SKEW || long === 0 || (long < MIN_STROKE && width < MIN_STROKE)) return null;
  const half = width / 2;
  const horizontal = dx >= dy;
  const x0 = horizontal ? Math.min(xa, xb) : (xa + xb) / 2 - half;
  const x1 = horizontal ? Math.max(xa, xb) : (xa + xb) / 2 + half;
  const y0 = horizontal ? (ya + yb) / 2 - half : Math.min(ya, yb);
  const y1 = horizontal ? (ya + yb) / 2 + half : Math.max(ya, yb);
  // Some producers paint surfaces, or lines across, with one very wide stroke.
  const thin = isThin(x1 - x0, y1 - y0) || width <= THIN;
  return { x0, y0, x1, y1, kind, area: !thin, rectangle: true };
}

function fills(outline: Outline): Bar[] {
  const bars: Bar[] = [];
  const { subpaths } = outline;
  for (let i = 0; i < subpaths.length; i++) {
    const path = subpaths[i]!;
    if (path.xs.length < 2) continue;
    const box = bounds(path);
    const rectangle = rectangleOf(path);
    const next = subpaths[i + 1];
    if (rectangle && next && rectangleOf(next)) {
      const frame = frameOf(box, bounds(next));
      if (frame) { bars.push(...frame); i++; continue; }
    }
    bars.push({ ...box, kind: 'fill', area: !isThin(box.x1 - box.x0, box.y1 - box.y0), rectangle });
  }
  return bars;
}

type Bounds = Pick<Bar, 'x0' | 'y0' | 'x1' | 'y1'>;

function bounds(path: Subpath): Bounds {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < path.xs.length; i++) {
    x0 = Math.min(x0, path.xs[i]!); x1 = Math.max(x1, path.xs[i]!);
    y0 = Math.min(y0, path.ys[i]!); y1 = Math.max(y1, path.ys[i]!);
  }
  return { x0, y0, x1, y1 };
}

/** Four straight sides parallel to the axes (the closing side may be implied). */
function rectangleOf(path: Subpath): boolean {
  const { xs, ys } = path;
  const closes = xs.length === 5 && Math.abs(xs[0]! - xs[4]!) < 0.01 && Math.abs(ys[0]! - ys[4]!) < 0.01;
  if ((xs.length !== 4 && !closes) || path.curved.some(Boolean)) return false;
  for (let i = 0; i < 4; i++) {
    const j = (i + 1) % 4;
    const dx = Math.abs(xs[i]! - xs[j]!);
    const dy = Math.abs(ys[i]! - ys[j]!);
    if (Math.min(dx, dy) > 0.05) return false;
  }
  return true;
}

/** A rectangle and a slightly smaller one inside it, filled together: a border drawn as a frame, its inside is not painted. */
function frameOf(a: Bounds, b: Bounds): Bar[] | null {
  const [outer, inner] = a.x1 - a.x0 >= b.x1 - b.x0 ? [a, b] : [b, a];
  const gaps = [inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1];
  if (gaps.some((gap) => gap <= 0 || gap > THIN) || isThin(inner.x1 - inner.x0, inner.y1 - inner.y0)) return null;
  const side = (x0: number, y0: number, x1: number, y1: number): Bar => ({ x0, y0, x1, y1, kind: 'fill', area: false, rectangle: true });
  return [
    side(outer.x0, outer.y0, outer.x1, inner.y0), side(outer.x0, inner.y1, outer.x1, outer.y1),
    side(outer.x0, outer.y0, inner.x0, outer.y1), side(inner.x1, outer.y0, outer.x1, outer.y1),
  ];
}
