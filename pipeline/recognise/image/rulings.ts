/**
 * @module A work page -> drawn lines parallel to its axes, in work pixels. A ruling is a run of dots darker than those above and
 * below it, long and thin; short ones count only where they join others at both ends.
 */
import { transpose, type Grey } from './pixels.js';

export interface PixelRuling {
  orientation: 'horizontal' | 'vertical';
  at: number;
  from: number;
  to: number;
  width: number;
}

/** All lengths are inches of the page times dpi. */
interface Scale {
  /** Shortest run of dots looked at. */
  run: number;
  /** Longer than any stroke of a letter in text size: a ruling by itself. */
  sure: number;
  /** Gap bridged between pieces of one line. */
  bridge: number;
  /** Thickest line. */
  thick: number;
  /** How near an end must come to a crossing line to meet it. */
  meet: number;
  /** How far above and below a dot is compared. */
  reach: number;
}

const scaleOf = (dpi: number): Scale => ({
  run: dpi * 0.14, sure: dpi * 0.42, bridge: dpi * 0.06, thick: dpi * 0.05, meet: dpi * 0.03, reach: Math.max(3, Math.round(dpi * 0.02)),
});

/** As dark as print. */
const DARK = 120;
/** How much darker than its surroundings a faint line must be. */
const VALLEY = 24;
/** Lighter than this is a hole in a line. */
const FADED = 190;
/** Dots averaged along the line. */
const STEP = 4;
/** A line is evenly dark; where a run falls below this share of its mean darkness it ends. */
const EVEN = 0.45;
/** A line whose seen pieces make less than this of its length is a row of letters. */
const MIN_SEEN = 0.9;

export function rulingsOf(grey: Grey, dpi: number): PixelRuling[] {
  const scale = scaleOf(dpi);
  const turned = transpose(grey);
  const horizontal = join(blobs(grey, scale), scale);
  const vertical = join(blobs(turned, scale), scale);
  return settle(horizontal, vertical, scale, (l) => unbroken(grey, l), (l) => unbroken(turned, l));
}

interface Line { at: number; from: number; to: number; width: number; /** Dots of the line that were seen, without bridged gaps. */ seen: number; }

interface Blob { from: number; to: number; area: number; moment: number; top: number; bottom: number; parent: number; }

/** Mean of `STEP` × 1 dots: along a line noise averages out, across it nothing is lost. */
function squeeze(grey: Grey): Grey {
  const width = Math.floor(grey.width / STEP), { height } = grey;
  const out = new Uint8Array(width * height);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0, p = y * grey.width; x < width; x++, p += STEP) {
      out[o++] = (grey.data[p]! + grey.data[p + 1]! + grey.data[p + 2]! + grey.data[p + 3]!) >> 2;
    }
  }
  return { width, height, data: out };
}

interface Run { from: number; to: number; blob: number; }

/** Unbroken runs of one row that are darker than the rows above and below, or dark; cut where they fade, as between two letters. */
function runsOf(row: Uint8Array, up: Uint8Array, down: Uint8Array, shortest: number): Run[] {
  const runs: Run[] = [];
  const width = row.length;
  for (let x = 0; x < width; x++) {
    if (!hit(x)) continue;
    const from = x;
    let sum = 0;
    while (x < width && hit(x)) sum += 255 - row[x++]!;
    if (x - from < shortest) continue;
    const faint = 255 - (sum / (x - from)) * EVEN;
    for (let i = from, start = from; i <= x; i++) {
      if (i < x && row[i]! < faint) continue;
      if (i - start >= shortest) runs.push({ from: start, to: i, blob: -1 });
      start = i + 1;
    }
  }
  return runs;

  function hit(x: number): boolean {
    const v = row[x]!;
    return v < DARK || (v < 255 - VALLEY && v + VALLEY < up[x]! && v + VALLEY < down[x]!);
  }
}

/** Horizontal runs, grouped where they touch. */
function blobs(full: Grey, scale: Scale): Line[] {
  const { width, height, data } = squeeze(full);
  const found: Blob[] = [];
  const root = (i: number): number => {
    while (found[i]!.parent !== i) { found[i]!.parent = found[found[i]!.parent]!.parent; i = found[i]!.parent; }
    return i;
  };
  const rowAt = (y: number): Uint8Array => data.subarray(y * width, (y + 1) * width);
  let above: Run[] = [];
  for (let y = 1; y < height - 1; y++) {
    const runs = runsOf(rowAt(y), rowAt(Math.max(0, y - scale.reach)), rowAt(Math.min(height - 1, y + scale.reach)), scale.run / STEP);
    let k = 0;
    for (const run of runs) {
      const length = (run.to - run.from) * STEP;
      run.blob = found.length;
      found.push({ from: run.from * STEP, to: run.to * STEP, area: length, moment: length * (y + 0.5), top: y, bottom: y + 1, parent: run.blob });
      while (k > 0 && above[k - 1]!.to > run.from) k--;
      while (k < above.length && above[k]!.to < run.from) k++;
      for (let j = k; j < above.length && above[j]!.from <= run.to; j++) {
        const a = root(above[j]!.blob), b = root(run.blob);
        if (a !== b) found[Math.max(a, b)]!.parent = Math.min(a, b);
      }
    }
    above = runs;
  }
  const whole = new Map<number, Blob>();
  found.forEach((blob, i) => {
    const r = root(i), into = whole.get(r);
    if (!into) { whole.set(r, { ...blob }); return; }
    into.from = Math.min(into.from, blob.from);
    into.to = Math.max(into.to, blob.to);
    into.area += blob.area;
    into.moment += blob.moment;
    into.top = Math.min(into.top, blob.top);
    into.bottom = Math.max(into.bottom, blob.bottom);
  });
  const lines: Line[] = [];
  for (const blob of whole.values()) {
    const length = blob.to - blob.from, thickness = blob.area / length;
    // A solid fill or a picture is thick; a tangle of letters is taller than its ink.
    if (thickness > scale.thick || blob.bottom - blob.top > scale.thick * 1.5 + length * 0.01) continue;
    lines.push({ at: blob.moment / blob.area, from: blob.from, to: blob.to, width: Math.max(1, thickness), seen: length });
  }
  return lines;
}

/** Pieces of one line that follow one another become one. */
function join(lines: Line[], scale: Scale): Line[] {
  const sorted = [...lines].sort((a, b) => a.from - b.from || a.at - b.at);
  const out: Line[] = [];
  for (const line of sorted) {
    const before = out.findLast((o) => Math.abs(o.at - line.at) <= 3.5 && line.from - o.to <= scale.bridge && line.from - o.to >= -scale.sure);
    if (!before) { out.push({ ...line }); continue; }
    const a = before.to - before.from, b = line.to - line.from;
    before.at = (before.at * a + line.at * b) / (a + b);
    before.width = Math.max(before.width, line.width);
    before.seen += Math.min(b, Math.max(0, line.to - before.to));
    before.to = Math.max(before.to, line.to);
  }
  return out.filter((l) => l.seen >= (l.to - l.from) * MIN_SEEN);
}

/** Is there ink all along the line? A letter's stroke stops short of the cell's edges. */
function unbroken(grey: Grey, l: Line): boolean {
  const y = Math.round(l.at - 0.5), from = Math.ceil(l.from), to = Math.floor(l.to);
  if (y < 2 || y >= grey.height - 2) return false;
  let holes = 0;
  for (let x = from; x < to; x++) {
    let darkest = 255;
    for (let dy = -2; dy <= 2; dy++) darkest = Math.min(darkest, grey.data[(y + dy) * grey.width + x]!);
    if (darkest > FADED) holes++;
  }
  return holes <= (to - from) * 0.01;
}

/** Keeps sure lines, and short ones that meet crossing lines at both ends; draws ends to the crossing line they nearly meet. */
function settle(horizontal: Line[], vertical: Line[], scale: Scale, wholeH: (l: Line) => boolean, wholeV: (l: Line) => boolean): PixelRuling[] {
  const length = (l: Line): number => l.to - l.from;
  const meets = (l: Line, end: number, others: Line[]): Line | undefined => {
    let best: Line | undefined;
    for (const o of others) {
      if (Math.abs(o.at - end) > scale.meet + o.width / 2 || l.at < o.from - scale.meet || l.at > o.to + scale.meet) continue;
      if (!best || Math.abs(o.at - end) < Math.abs(best.at - end)) best = o;
    }
    return best;
  };
  let h = horizontal.filter((l) => length(l) >= scale.sure), v = vertical.filter((l) => length(l) >= scale.sure);
  // Letters stand on their own feet: a vertical of a letter's size counts only where it ties two horizontals together, and the other way round.
  const tied = (l: Line, others: Line[], whole: (l: Line) => boolean): boolean => {
    const a = meets(l, l.from, others), b = meets(l, l.to, others);
    return a !== undefined && b !== undefined && a !== b && whole({ ...l, from: Math.min(a.at, b.at), to: Math.max(a.at, b.at) });
  };
  for (let pass = 0; pass < 2; pass++) {
    const moreH = horizontal.filter((l) => !h.includes(l) && tied(l, v, wholeH)), moreV = vertical.filter((l) => !v.includes(l) && tied(l, h, wholeV));
    if (moreH.length === 0 && moreV.length === 0) break;
    h = [...h, ...moreH];
    v = [...v, ...moreV];
  }
  const snap = (l: Line, others: Line[]): Line => ({ ...l, from: meets(l, l.from, others)?.at ?? l.from, to: meets(l, l.to, others)?.at ?? l.to });
  const made = (orientation: PixelRuling['orientation'], lines: Line[]): PixelRuling[] =>
    lines.map(({ seen: _, ...l }) => ({ orientation, ...l })).sort((a, b) => a.at - b.at || a.from - b.from);
  return [...made('horizontal', h.map((l) => snap(l, v))), ...made('vertical', v.map((l) => snap(l, h)))];
}
