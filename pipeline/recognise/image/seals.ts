/**
 * @module A work page -> the round seals on it, whatever their colour: rings found by where the gradients of their
 * edges meet, fitted as ellipses
 * (a stamp is pressed askew, a sheet stretched), kept where ink follows the ring for most of the way.
 */
import { type Grey, shrink } from './pixels.js';
import type { PixelRuling } from './rulings.js';
import { append } from '../../domain/extremes.js';

export interface Seal {
  /** Centre and half axes, in work pixels. */
  x: number;
  y: number;
  rx: number;
  ry: number;
  /** The ring's ink at its darkest across the stroke, usually: 0 is black. */
  level: number;
  /** The ring's ink in the middle of the stroke, usually. */
  middle: number;
}

/**
 * Half the width of official seals in inches, from the small ones of bureaus' offices to the large ones of
 * governments.
 */
const RADIUS = [0.52, 1.12] as const;
/** Dots an inch that rings are looked for at. */
const COARSE_DPI = 60;
/** Step between radii tried, in coarse dots: as wide as an ellipse of 1.1 to 1 strays from its circle. */
const RADIUS_STEP = 4;
/** Darkness must change by this over two coarse dots to be an edge. */
const EDGE = 40;
/** Share of a ring's edges that must meet in one place to look closer. */
const MEET = 0.3;
/** Looked at closer at most. */
const CANDIDATES = 6;
/** Directions in which a ring is followed. */
const RAYS = 240;
/** A ring's stroke, in inches. */
const STROKE = [0.012, 0.1] as const;
/** It may stray from the fitted ellipse by this much of its radius. */
const STRAY = 0.035;
/** Shorter arcs, in rays, are letters that happen to stand there. */
const ARC = 7;
/** Share of the way that a ring must be seen: tables and print hide some of it. */
const SEEN = 0.5;
/** Darker than this is ink. */
const INK = 190;

export function sealsOf(grey: Grey, dpi: number): Seal[] {
  const factor = Math.max(1, Math.round(dpi / COARSE_DPI)),
    small = shrink(grey, factor);
  const found: Seal[] = [];
  for (const { x, y, r } of centres(small, dpi / factor)) {
    if (found.some((s) => Math.hypot(s.x - x * factor, s.y - y * factor) < s.rx)) continue;
    const seal = fitted(grey, dpi, x * factor, y * factor, r * factor);
    if (seal) found.push(seal);
  }
  return found;
}

/** Places where the gradients of many edges meet at one distance, best first. */
function centres({ width, height, data }: Grey, dpi: number): { x: number; y: number; r: number }[] {
  const [least, most] = [Math.round(RADIUS[0] * dpi), Math.round(RADIUS[1] * dpi)];
  const bands = Math.ceil((most - least) / RADIUS_STEP),
    columns = (width >> 1) + 1,
    rows = (height >> 1) + 1;
  const votes = Array.from({ length: bands }, () => new Uint16Array(columns * rows));
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, p = y * width + 1; x < width - 1; x++, p++) {
      const gx = data[p + 1]! - data[p - 1]!,
        gy = data[p + width]! - data[p - width]!,
        strength = Math.hypot(gx, gy);
      if (strength < EDGE) continue;
      // Outer and inner edge point opposite ways.
      for (const side of [1, -1])
        for (let band = 0; band < bands; band++) {
          const r = least + (band + 0.5) * RADIUS_STEP,
            cx = Math.round((x + (side * gx * r) / strength) / 2),
            cy = Math.round((y + (side * gy * r) / strength) / 2);
          if (cx >= 0 && cy >= 0 && cx < columns && cy < rows) votes[band]![cy * columns + cx]!++;
        }
    }
  const peaks: { x: number; y: number; r: number; share: number }[] = [];
  votes.forEach((plane, band) => {
    const r = least + (band + 0.5) * RADIUS_STEP;
    for (let y = 2; y < rows - 2; y++)
      for (let x = 2; x < columns - 2; x++) {
        if (plane[y * columns + x]! === 0) continue;
        let sum = 0;
        for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) sum += plane[(y + dy) * columns + x + dx]!;
        const share = sum / (2 * Math.PI * r);
        if (share >= MEET) peaks.push({ x: x * 2, y: y * 2, r, share });
      }
  });
  peaks.sort((a, b) => b.share - a.share || a.y - b.y || a.x - b.x);
  const best: typeof peaks = [];
  for (const peak of peaks) {
    if (best.length >= CANDIDATES) break;
    if (
      !best.some((b) => Math.hypot(b.x - peak.x, b.y - peak.y) < b.r * 0.5 && Math.abs(b.r - peak.r) <= RADIUS_STEP)
    )
      best.push(peak);
  }
  return best;
}

/** The ellipse through a ring's stroke around a rough centre, or null where there is no ring. */
function fitted(grey: Grey, dpi: number, x: number, y: number, r: number): Seal | null {
  let seal: Seal = { x, y, rx: r, ry: r, level: 0, middle: 0 },
    reach = 0.16;
  for (let pass = 0; pass < 4; pass++) {
    const points = strokeAlong(grey, dpi, seal, reach).filter((p) => p !== null);
    if (points.length < RAYS * SEEN * 0.8) return null;
    const next = ellipseThrough(points, seal);
    if (!next) return null;
    seal = { ...seal, ...next };
    reach = pass === 0 ? 0.09 : STRAY * 1.6;
  }
  const ratio = seal.rx / seal.ry;
  if (ratio < 0.8 || ratio > 1.25 || Math.min(seal.rx, seal.ry) < RADIUS[0] * dpi * 0.9) return null;
  if (Math.max(seal.rx, seal.ry) > RADIUS[1] * dpi * 1.1) return null;
  const ring = strokeAlong(grey, dpi, seal, STRAY),
    seen = inArcs(ring);
  if (seen.length < RAYS * SEEN) return null;
  const usual = (of: (p: Point) => number): number => seen.map(of).sort((a, b) => a - b)[seen.length >> 1]!;
  return { ...seal, level: usual((p) => p.level), middle: usual((p) => p.middle) };
}

interface Point {
  x: number;
  y: number;
  level: number;
  middle: number;
}

/**
 * Where a stroke of a ring's thickness crosses each ray within `reach` of the ellipse, nearest to it first; null
 * where none does.
 */
function strokeAlong(grey: Grey, dpi: number, seal: Seal, reach: number): (Point | null)[] {
  const out: (Point | null)[] = [];
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= grey.width || y >= grey.height ? 255 : grey.data[y * grey.width + x]!;
  for (let i = 0; i < RAYS; i++) {
    const angle = (i / RAYS) * 2 * Math.PI,
      c = Math.cos(angle),
      s = Math.sin(angle);
    const radius = 1 / Math.hypot(c / seal.rx, s / seal.ry),
      from = Math.floor(radius * (1 - reach)),
      to = Math.ceil(radius * (1 + reach));
    let best: Point | null = null,
      nearest = Number.POSITIVE_INFINITY;
    for (let t = from, start = -1, darkest = 255; t <= to + 1; t++) {
      const v = t <= to ? at(Math.round(seal.x + c * t), Math.round(seal.y + s * t)) : 255;
      if (v < INK) {
        if (start < 0) {
          start = t;
          darkest = 255;
        }
        darkest = Math.min(darkest, v);
        continue;
      }
      if (start < 0) continue;
      const thick = (t - start) / dpi,
        middle = (start + t - 1) / 2;
      if (thick >= STROKE[0] && thick <= STROKE[1] && Math.abs(middle - radius) < nearest) {
        nearest = Math.abs(middle - radius);
        const [mx, my] = [seal.x + c * middle, seal.y + s * middle];
        best = { x: mx, y: my, level: darkest, middle: at(Math.round(mx), Math.round(my)) };
      }
      start = -1;
    }
    out.push(best);
  }
  return out;
}

/** Points of arcs long enough to be a ring's. */
function inArcs(ring: readonly (Point | null)[]): Point[] {
  const first = ring.indexOf(null);
  const turned = first < 0 ? [...ring] : [...ring.slice(first), ...ring.slice(0, first)];
  const seen: Point[] = [];
  let arc: Point[] = [];
  for (const p of [...turned, null]) {
    if (p) {
      arc.push(p);
      continue;
    }
    if (arc.length >= ARC) append(seen, arc);
    arc = [];
  }
  return seen;
}

/**
 * Least squares of A·x² + B·y² + C·x + D·y = 1 around the old centre, then once more without the points that stray.
 */
function ellipseThrough(points: readonly Point[], old: Seal): Pick<Seal, 'x' | 'y' | 'rx' | 'ry'> | null {
  let kept = points;
  let best: Pick<Seal, 'x' | 'y' | 'rx' | 'ry'> | null = null;
  for (let pass = 0; pass < 2; pass++) {
    const unit = (old.rx + old.ry) / 2;
    const rows = kept.map((p) => {
      const x = (p.x - old.x) / unit,
        y = (p.y - old.y) / unit;
      return [x * x, y * y, x, y];
    });
    const solved = leastSquares(rows);
    if (!solved) return best;
    const [a, b, c, d] = solved as [number, number, number, number];
    if (a <= 0 || b <= 0) return best;
    const cx = -c / (2 * a),
      cy = -d / (2 * b),
      k = 1 + a * cx * cx + b * cy * cy;
    best = { x: old.x + cx * unit, y: old.y + cy * unit, rx: Math.sqrt(k / a) * unit, ry: Math.sqrt(k / b) * unit };
    const { x, y, rx, ry } = best;
    const stray = (p: Point): number => Math.abs(Math.hypot((p.x - x) / rx, (p.y - y) / ry) - 1);
    const sorted = kept.map(stray).sort((p, q) => p - q),
      limit = Math.max(0.015, sorted[Math.floor(sorted.length * 0.7)]!);
    kept = kept.filter((p) => stray(p) <= limit);
  }
  return best;
}

/** Solves rows · v = 1 in the sense of least squares; null where they do not say. */
function leastSquares(rows: readonly number[][]): number[] | null {
  const n = 4,
    m = Array.from({ length: n }, () => new Array<number>(n + 1).fill(0));
  for (const row of rows)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) m[i]![j]! += row[i]! * row[j]!;
      m[i]![n]! += row[i]!;
    }
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let k = i + 1; k < n; k++) if (Math.abs(m[k]![i]!) > Math.abs(m[pivot]![i]!)) pivot = k;
    if (Math.abs(m[pivot]![i]!) < 1e-9) return null;
    [m[i], m[pivot]] = [m[pivot]!, m[i]!];
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const f = m[k]![i]! / m[i]![i]!;
      for (let j = i; j <= n; j++) m[k]![j]! -= f * m[i]![j]!;
    }
  }
  return m.map((row, i) => row[n]! / row[i]!);
}

/** A seal on the page turned by so many quarters clockwise. @param page before it is turned */
export function turnedSeal(seal: Seal, page: Pick<Grey, 'width' | 'height'>, quarters: 0 | 1 | 2 | 3): Seal {
  const { x, y, rx, ry } = seal;
  if (quarters === 1) return { ...seal, x: page.height - y, y: x, rx: ry, ry: rx };
  if (quarters === 2) return { ...seal, x: page.width - x, y: page.height - y };
  if (quarters === 3) return { ...seal, x: y, y: page.width - x, rx: ry, ry: rx };
  return seal;
}

/** How near a ruling keeps to the ring, in inches, and along how much of its length, to be a piece of it. */
const KEEPS = 0.05,
  ALONG = 0.6;

/**
 * Rulings that are no arc of a ring and no stroke within one: where a ring runs upright or level it looks like a
 * ruling.
 */
export function withoutArcs(rulings: readonly PixelRuling[], seals: readonly Seal[], dpi: number): PixelRuling[] {
  if (seals.length === 0) return [...rulings];
  const goesOn = (r: PixelRuling): boolean =>
    rulings.some((o) => o !== r && o.orientation === r.orientation && Math.abs(o.at - r.at) <= 4);
  return rulings.filter((r) => {
    const length = r.to - r.from;
    return !seals.some((seal) => {
      const shareAt = (along: number): number => {
        const [x, y] = r.orientation === 'horizontal' ? [along, r.at] : [r.at, along];
        return Math.hypot((x - seal.x) / seal.rx, (y - seal.y) / seal.ry);
      };
      const half = Math.min(seal.rx, seal.ry);
      if (length > half * 1.3) return false;
      if (shareAt(r.from) < 1.03 && shareAt(r.to) < 1.03 && !goesOn(r)) return true;
      let near = 0;
      const steps = 20;
      for (let i = 0; i <= steps; i++)
        if (Math.abs(shareAt(r.from + (length * i) / steps) - 1) * half <= KEEPS * dpi) near++;
      return near > steps * ALONG;
    });
  });
}
