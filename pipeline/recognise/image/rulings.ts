/**
 * @module A work page -> drawn lines parallel to its axes, in work pixels. A ruling is a run of dots darker than
 * those above and
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
  run: dpi * 0.14,
  sure: dpi * 0.42,
  bridge: dpi * 0.06,
  thick: dpi * 0.05,
  meet: dpi * 0.03,
  reach: Math.max(3, Math.round(dpi * 0.02)),
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
/** A line by itself no longer than this many sure lengths may be made of a title's letters. */
const TITLE = 3.5;
/** Share of a line along which strokes leave it, in letters. */
const STROKES = 0.12;
/** Letters between two rows reach over six tenths of the way at most. */
const WORN = 0.7;
/** A line whose seen pieces make less than this of its length is a row of letters. */
const MIN_SEEN = 0.9;

export function rulingsOf(grey: Grey, dpi: number): PixelRuling[] {
  const scale = scaleOf(dpi);
  const turned = transpose(grey);
  const horizontal = mend(join(blobs(grey, scale), scale), grey, scale);
  const vertical = mend(join(blobs(turned, scale), scale), turned, scale);
  return settle({ lines: horizontal, grey }, { lines: vertical, grey: turned }, scale);
}

interface Line {
  at: number;
  from: number;
  to: number;
  width: number /** Dots of the line that were seen, without bridged gaps. */;
  seen: number;
}

interface Blob {
  from: number;
  to: number;
  area: number;
  moment: number;
  top: number;
  bottom: number;
  parent: number;
}

/** Mean of `STEP` × 1 dots: along a line noise averages out, across it nothing is lost. */
function squeeze(grey: Grey): Grey {
  const width = Math.floor(grey.width / STEP),
    { height } = grey;
  const out = new Uint8Array(width * height);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0, p = y * grey.width; x < width; x++, p += STEP) {
      out[o++] = (grey.data[p]! + grey.data[p + 1]! + grey.data[p + 2]! + grey.data[p + 3]!) >> 2;
    }
  }
  return { width, height, data: out };
}

interface Run {
  from: number;
  to: number;
  blob: number;
}

/**
 * Unbroken runs of one row that are darker than the rows above and below, or dark; cut where they fade, as between
 * two letters.
 */
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
    while (found[i]!.parent !== i) {
      found[i]!.parent = found[found[i]!.parent]!.parent;
      i = found[i]!.parent;
    }
    return i;
  };
  const rowAt = (y: number): Uint8Array => data.subarray(y * width, (y + 1) * width);
  let above: Run[] = [];
  for (let y = 1; y < height - 1; y++) {
    const runs = runsOf(
      rowAt(y),
      rowAt(Math.max(0, y - scale.reach)),
      rowAt(Math.min(height - 1, y + scale.reach)),
      scale.run / STEP,
    );
    let k = 0;
    for (const run of runs) {
      const length = (run.to - run.from) * STEP;
      run.blob = found.length;
      found.push({
        from: run.from * STEP,
        to: run.to * STEP,
        area: length,
        moment: length * (y + 0.5),
        top: y,
        bottom: y + 1,
        parent: run.blob,
      });
      while (k > 0 && above[k - 1]!.to > run.from) k--;
      while (k < above.length && above[k]!.to < run.from) k++;
      for (let j = k; j < above.length && above[j]!.from <= run.to; j++) {
        const a = root(above[j]!.blob),
          b = root(run.blob);
        if (a !== b) found[Math.max(a, b)]!.parent = Math.min(a, b);
      }
    }
    above = runs;
  }
  const whole = new Map<number, Blob>();
  found.forEach((blob, i) => {
    const r = root(i),
      into = whole.get(r);
    if (!into) {
      whole.set(r, { ...blob });
      return;
    }
    into.from = Math.min(into.from, blob.from);
    into.to = Math.max(into.to, blob.to);
    into.area += blob.area;
    into.moment += blob.moment;
    into.top = Math.min(into.top, blob.top);
    into.bottom = Math.max(into.bottom, blob.bottom);
  });
  const lines: Line[] = [];
  for (const blob of whole.values()) {
    const length = blob.to - blob.from,
      thickness = blob.area / length;
    // A solid fill or a picture is thick; a tangle of letters is taller than its ink.
    if (thickness > scale.thick || blob.bottom - blob.top > scale.thick * 1.5 + length * 0.01) continue;
    lines.push({
      at: blob.moment / blob.area,
      from: blob.from,
      to: blob.to,
      width: Math.max(1, thickness),
      seen: length,
    });
  }
  return lines;
}

/** Pieces of one line that follow one another become one. */
function join(lines: Line[], scale: Scale): Line[] {
  const sorted = [...lines].sort((a, b) => a.from - b.from || a.at - b.at);
  const out: Line[] = [];
  for (const line of sorted) {
    const before = out.findLast(
      (o) => Math.abs(o.at - line.at) <= 3.5 && line.from - o.to <= scale.bridge && line.from - o.to >= -scale.sure,
    );
    if (!before) {
      out.push({ ...line });
      continue;
    }
    const a = before.to - before.from,
      b = line.to - line.from;
    before.at = (before.at * a + line.at * b) / (a + b);
    before.width = Math.max(before.width, line.width);
    before.seen += Math.min(b, Math.max(0, line.to - before.to));
    before.to = Math.max(before.to, line.to);
  }
  return out.filter((l) => l.seen >= (l.to - l.from) * MIN_SEEN);
}

/**
 * A worn line's pieces: between two of its long ones ink goes on for most of the way, further than any letter between
 * them reaches.
 */
function mend(lines: Line[], grey: Grey, scale: Scale): Line[] {
  const out = [...lines].sort((a, b) => a.from - b.from || a.at - b.at);
  for (let i = 0; i < out.length; i++) {
    const a = out[i]!;
    if (a.to - a.from < scale.sure) continue;
    const j = out.findIndex(
      (b, k) =>
        k > i &&
        b.to - b.from >= scale.sure &&
        Math.abs(b.at - a.at) <= 3.5 &&
        b.from > a.to &&
        b.from - a.to <= scale.sure &&
        inked(grey, a, b) >= WORN,
    );
    if (j < 0) continue;
    const b = out[j]!,
      la = a.to - a.from,
      lb = b.to - b.from;
    out[i] = {
      at: (a.at * la + b.at * lb) / (la + lb),
      from: a.from,
      to: b.to,
      width: Math.max(a.width, b.width),
      seen: a.seen + b.seen,
    };
    out.splice(j, 1);
    i--;
  }
  return out;
}

/** Share of the way from one piece to the next that has ink in line with both. */
function inked(grey: Grey, a: Line, b: Line): number {
  let ink = 0;
  for (let x = Math.ceil(a.to); x < b.from; x++) {
    const y = Math.round(a.at + ((b.at - a.at) * (x - a.to)) / (b.from - a.to) - 0.5);
    for (let dy = -1; dy <= 1; dy++)
      if ((grey.data[(y + dy) * grey.width + x] ?? 255) < FADED) {
        ink++;
        break;
      }
  }
  return ink / Math.max(1, Math.floor(b.from) - Math.ceil(a.to));
}

/** Is there ink all along the line? A letter's stroke stops short of the cell's edges. */
function unbroken(grey: Grey, l: Line): boolean {
  const y = Math.round(l.at - 0.5),
    from = Math.ceil(l.from),
    to = Math.floor(l.to);
  if (y < 2 || y >= grey.height - 2) return false;
  let holes = 0;
  for (let x = from; x < to; x++) {
    let darkest = 255;
    for (let dy = -2; dy <= 2; dy++) darkest = Math.min(darkest, grey.data[(y + dy) * grey.width + x]!);
    if (darkest > FADED) holes++;
  }
  return holes <= (to - from) * 0.01;
}

/** Lines of one direction and the page in which they lie. */
interface Way {
  lines: Line[];
  grey: Grey;
}

/**
 * Keeps sure lines, and short ones that meet crossing lines at both ends; draws ends to the crossing line they nearly
 * meet, or to which
 * worn ink leads.
 */
function settle(lying: Way, standing: Way, scale: Scale): PixelRuling[] {
  const length = (l: Line): number => l.to - l.from;
  const meets = (l: Line, end: number, others: Line[]): Line | undefined => {
    let best: Line | undefined;
    for (const o of others) {
      if (Math.abs(o.at - end) > scale.meet + o.width / 2 || l.at < o.from - scale.meet || l.at > o.to + scale.meet)
        continue;
      if (!best || Math.abs(o.at - end) < Math.abs(best.at - end)) best = o;
    }
    return best;
  };
  const leadsTo = (l: Line, end: number, others: Line[], grey: Grey): Line | undefined => {
    const out = end === l.to ? 1 : -1;
    const next = others
      .filter(
        (o) =>
          (o.at - end) * out > 0 &&
          (o.at - end) * out <= scale.sure &&
          l.at >= o.from - scale.meet &&
          l.at <= o.to + scale.meet,
      )
      .sort((a, b) => (a.at - b.at) * out)[0];
    if (!next) return undefined;
    const beyond: Line = { ...l, from: next.at, to: next.at };
    return inked(grey, out > 0 ? l : beyond, out > 0 ? beyond : l) >= WORN ? next : undefined;
  };
  let h = lying.lines.filter((l) => length(l) >= scale.sure),
    v = standing.lines.filter((l) => length(l) >= scale.sure);
  // Letters stand on their own feet: a vertical of a letter's size counts only where it ties two horizontals
  // together, and the other way round.
  const tied = (l: Line, others: Line[], grey: Grey): boolean => {
    const a = meets(l, l.from, others),
      b = meets(l, l.to, others);
    return (
      a !== undefined &&
      b !== undefined &&
      a !== b &&
      unbroken(grey, { ...l, from: Math.min(a.at, b.at), to: Math.max(a.at, b.at) })
    );
  };
  for (let pass = 0; pass < 2; pass++) {
    const moreH = lying.lines.filter((l) => !h.includes(l) && tied(l, v, lying.grey)),
      moreV = standing.lines.filter((l) => !v.includes(l) && tied(l, h, standing.grey));
    if (moreH.length === 0 && moreV.length === 0) break;
    h = [...h, ...moreH];
    v = [...v, ...moreV];
  }
  const alone = (l: Line, others: Line[]): boolean =>
    !others.some(
      (o) =>
        o.at >= l.from - scale.meet &&
        o.at <= l.to + scale.meet &&
        l.at >= o.from - scale.meet &&
        l.at <= o.to + scale.meet,
    );
  h = h.filter((l) => length(l) > scale.sure * TITLE || !alone(l, v) || !lettered(lying.grey, l, scale));
  // A stroke of a pen in a cell: it meets nothing, and rulings stand on both sides of it. A table ruled one way only
  // has none beside.
  const loose = (l: Line, others: Line[], grey: Grey): boolean =>
    alone(l, others) &&
    !leadsTo(l, l.from, others, grey) &&
    !leadsTo(l, l.to, others, grey) &&
    [-1, 1].every((side) =>
      others.some((o) => (o.at - (l.from + l.to) / 2) * side > 0 && l.at > o.from && l.at < o.to),
    );
  [h, v] = [h.filter((l) => !loose(l, v, lying.grey)), v.filter((l) => !loose(l, h, standing.grey))];
  const snap = (l: Line, others: Line[], grey: Grey): Line => ({
    ...l,
    from: (meets(l, l.from, others) ?? leadsTo(l, l.from, others, grey))?.at ?? l.from,
    to: (meets(l, l.to, others) ?? leadsTo(l, l.to, others, grey))?.at ?? l.to,
  });
  const made = (orientation: PixelRuling['orientation'], lines: Line[]): PixelRuling[] =>
    lines.map(({ seen: _, ...l }) => ({ orientation, ...l })).sort((a, b) => a.at - b.at || a.from - b.from);
  return [
    ...made(
      'horizontal',
      h.map((l) => snap(l, v, lying.grey)),
    ),
    ...made(
      'vertical',
      v.map((l) => snap(l, h, standing.grey)),
    ),
  ];
}

/** Do strokes stand on the line or hang from it? Strokes of neighbouring letters in large print add up to a line. */
function lettered(grey: Grey, l: Line, scale: Scale): boolean {
  const from = Math.ceil(l.from),
    to = Math.floor(l.to);
  const off = l.width / 2 + scale.reach * 0.7;
  for (const y of [Math.round(l.at - off), Math.round(l.at + off)]) {
    if (y < 0 || y >= grey.height) continue;
    let ink = 0;
    for (let x = from; x < to; x++) if (grey.data[y * grey.width + x]! < FADED) ink++;
    if (ink >= (to - from) * STROKES) return true;
  }
  return false;
}
