/** @module The subpaths of one painted path (displayed coordinates) -> bars: thin ones are lines, others surfaces. */
import type { Box } from '../model.js';

/** One painted rectangle, or the bounding box of another shape. */
export interface Bar {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  kind: 'stroke' | 'fill' | 'outline';
  /** A surface, not a line. */
  area: boolean;
  /** The shape is exactly this rectangle. */
  rectangle?: boolean;
}

/**
 * Collects path operators; reusable, and its arrays are reused: pages have thousands of paths of one rectangle.
 * Coordinates are displayed points.
 */
export class Outline {
  /** The points of all subpaths, one subpath after the other. */
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  /** Whether a curve leads to the point. */
  readonly curved: boolean[] = [];
  /** How many points count; what the arrays hold beyond is of an earlier path. */
  points = 0;
  /** Subpaths there are. */
  count = 0;
  readonly #starts: number[] = [];
  #open = false;
  // What follows a closed subpath without a new start begins where it began.
  #restart: [number, number] | null = null;

  reset(): void {
    this.points = 0;
    this.count = 0;
    this.#open = false;
    this.#restart = null;
  }

  /** Index of a subpath's first point. */
  start(subpath: number): number {
    return this.#starts[subpath]!;
  }
  /** Index after a subpath's last point. */
  end(subpath: number): number {
    return subpath + 1 < this.count ? this.#starts[subpath + 1]! : this.points;
  }

  moveTo(x: number, y: number): void {
    this.#starts[this.count++] = this.points;
    this.#open = true;
    this.#point(x, y, false);
  }

  lineTo(x: number, y: number): void {
    this.#to(x, y, false);
  }

  /** Only the end points count: nothing curved is a ruling, and a curve's bulge is no boundary. */
  curveTo(x: number, y: number): void {
    this.#to(x, y, true);
  }

  close(): void {
    if (!this.#open) return;
    const first = this.start(this.count - 1);
    const x = this.xs[first]!;
    const y = this.ys[first]!;
    if (this.xs[this.points - 1] !== x || this.ys[this.points - 1] !== y) this.#point(x, y, false);
    this.#open = false;
    this.#restart = [x, y];
  }

  /** Bounding box of all points; empty (inverted) without any. */
  bounds(): Box {
    const { x0, y0, x1, y1 } = bounds(this, 0, this.points);
    return [x0, y0, x1, y1];
  }

  #to(x: number, y: number, curved: boolean): void {
    if (!this.#open) {
      const [sx, sy] = this.#restart ?? [x, y];
      this.moveTo(sx, sy);
    }
    this.#point(x, y, curved);
  }

  #point(x: number, y: number, curved: boolean): void {
    const i = this.points++;
    this.xs[i] = x;
    this.ys[i] = y;
    this.curved[i] = curved;
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

/** Gives each bar of a stroked path to `take`. @param width of the stroke */
export function eachStroke(outline: Outline, width: number, take: (bar: Bar) => void): void {
  const painted = Math.max(width, HAIRLINE);
  const { xs, ys, curved } = outline;
  for (let subpath = 0; subpath < outline.count; subpath++) {
    const end = outline.end(subpath);
    const kind = isRectangle(outline, subpath) ? 'outline' : 'stroke';
    for (let i = outline.start(subpath) + 1; i < end; i++) {
      if (curved[i]) continue;
      const bar = strokeBar(xs[i - 1]!, ys[i - 1]!, xs[i]!, ys[i]!, painted, kind);
      if (bar) take(bar);
    }
  }
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

/** Gives each bar of a filled path to `take`. */
export function eachFill(outline: Outline, take: (bar: Bar) => void): void {
  const { count } = outline;
  for (let i = 0; i < count; i++) {
    const start = outline.start(i);
    const end = outline.end(i);
    if (end - start < 2) continue;
    const { x0, y0, x1, y1 } = bounds(outline, start, end);
    const rectangle = isRectangle(outline, i);
    if (rectangle && i + 1 < count && isRectangle(outline, i + 1)) {
      const frame = frameOf({ x0, y0, x1, y1 }, bounds(outline, outline.start(i + 1), outline.end(i + 1)));
      if (frame) {
        frame.forEach(take);
        i++;
        continue;
      }
    }
    take({ x0, y0, x1, y1, kind: 'fill', area: !isThin(x1 - x0, y1 - y0), rectangle });
  }
}

type Bounds = Pick<Bar, 'x0' | 'y0' | 'x1' | 'y1'>;

function bounds({ xs, ys }: Outline, start: number, end: number): Bounds {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (let i = start; i < end; i++) {
    x0 = Math.min(x0, xs[i]!);
    x1 = Math.max(x1, xs[i]!);
    y0 = Math.min(y0, ys[i]!);
    y1 = Math.max(y1, ys[i]!);
  }
  return { x0, y0, x1, y1 };
}

/** Four straight sides parallel to the axes (the closing side may be implied). */
function isRectangle(outline: Outline, subpath: number): boolean {
  const { xs, ys, curved } = outline;
  const start = outline.start(subpath);
  const points = outline.end(subpath) - start;
  if (
    points !== 4 &&
    !(points === 5 && Math.abs(xs[start]! - xs[start + 4]!) < 0.01 && Math.abs(ys[start]! - ys[start + 4]!) < 0.01)
  )
    return false;
  for (let i = 0; i < points; i++) if (curved[start + i]) return false;
  for (let i = 0; i < 4; i++) {
    const a = start + i;
    const b = start + ((i + 1) % 4);
    if (Math.min(Math.abs(xs[a]! - xs[b]!), Math.abs(ys[a]! - ys[b]!)) > 0.05) return false;
  }
  return true;
}

/**
 * A rectangle and a slightly smaller one inside it, filled together: a border drawn as a frame, its inside is not
 * painted.
 */
function frameOf(a: Bounds, b: Bounds): Bar[] | null {
  const [outer, inner] = a.x1 - a.x0 >= b.x1 - b.x0 ? [a, b] : [b, a];
  const gaps = [inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1];
  if (gaps.some((gap) => gap <= 0 || gap > THIN) || isThin(inner.x1 - inner.x0, inner.y1 - inner.y0)) return null;
  const side = (x0: number, y0: number, x1: number, y1: number): Bar => ({
    x0,
    y0,
    x1,
    y1,
    kind: 'fill',
    area: false,
    rectangle: true,
  });
  return [
    side(outer.x0, outer.y0, outer.x1, inner.y0),
    side(outer.x0, inner.y1, outer.x1, outer.y1),
    side(outer.x0, outer.y0, inner.x0, outer.y1),
    side(inner.x1, outer.y0, outer.x1, outer.y1),
  ];
}
