/**
 * @module A work page and its rulings -> the page without them, so that crops show letters only. Changes the grey
 * page.
 * Sheets bow and rulings wear: each is followed from its straight place along the thin ink that it really is, and on
 * past its ends.
 */
import type { Grey } from './pixels.js';
import type { PixelRuling } from './rulings.js';

/** Dots that a ruling may leave its last place by, a step along it. */
const SWAY = 2;
/** A followed place moves on by this share of what is seen: one letter's stroke does not lead it away. */
const PULL = 0.25;
/** Lighter than this is paper. */
const INK = 190;
/** Inches of paper after which a ruling has ended, and of ruling looked for past its ends. */
const LOST = 0.06;
const PAST = 0.7;
/** Inches from its straight place that no sheet bows by in print. */
const FAR = 0.07;

export function eraseRulings(grey: Grey, rulings: readonly PixelRuling[], dpi: number): void {
  // Found along all before any is erased: where two cross, each would see the other's gap.
  const marks = rulings.flatMap((r) => follow(grey, r, dpi));
  for (const ruling of rulings) {
    const half = ruling.width / 2 + 2,
      lo = Math.max(0, Math.floor(ruling.at - half)),
      from = Math.max(0, Math.floor(ruling.from));
    if (ruling.orientation === 'horizontal') {
      const hi = Math.min(grey.height, Math.ceil(ruling.at + half)),
        to = Math.min(grey.width, Math.ceil(ruling.to));
      for (let y = lo; y < hi; y++) grey.data.fill(255, y * grey.width + from, y * grey.width + to);
    } else {
      const hi = Math.min(grey.width, Math.ceil(ruling.at + half)),
        to = Math.min(grey.height, Math.ceil(ruling.to));
      for (let y = from; y < to; y++) grey.data.fill(255, y * grey.width + lo, y * grey.width + hi);
    }
  }
  for (const { start, step, count } of marks)
    for (let i = 0, p = start; i < count; i++, p += step) grey.data[p] = 255;
}

/** Dots to be painted: across the ruling at one place along it. */
interface Mark {
  start: number;
  step: number;
  count: number;
}

function follow(grey: Grey, ruling: PixelRuling, dpi: number): Mark[] {
  const lying = ruling.orientation === 'horizontal';
  const along = lying ? grey.width : grey.height,
    across = lying ? grey.height : grey.width;
  const stepAlong = lying ? 1 : grey.width,
    stepAcross = lying ? grey.width : 1;
  const from = Math.max(0, Math.floor(ruling.from)),
    to = Math.min(along, Math.ceil(ruling.to));
  const thickest = ruling.width + 4,
    lost = LOST * dpi,
    past = PAST * dpi,
    far = FAR * dpi,
    near = ruling.width / 2 + 2;
  const marks: Mark[] = [];
  const at = (place: number, offset: number): number => grey.data[place * stepAlong + offset * stepAcross]!;
  /** Thin ink across the ruling near `centre`, or null: paper, or a letter's stroke that stands on it. */
  const seen = (place: number, centre: number): [number, number] | null => {
    let best = -1,
      darkest = INK;
    for (let o = Math.max(1, Math.round(centre) - SWAY); o <= Math.min(across - 2, Math.round(centre) + SWAY); o++) {
      const v = at(place, o);
      if (v < darkest) {
        darkest = v;
        best = o;
      }
    }
    if (best < 0) return null;
    let lo = best,
      hi = best;
    while (lo > 0 && best - lo <= thickest && at(place, lo - 1) < INK) lo--;
    while (hi < across - 1 && hi - best <= thickest && at(place, hi + 1) < INK) hi++;
    return hi - lo + 1 <= thickest ? [lo, hi] : null;
  };
  const walk = (start: number, end: number, step: 1 | -1): void => {
    let centre = ruling.at - 0.5,
      missed = 0;
    for (let place = start; step > 0 ? place < end : place > end; place += step) {
      const inside = place >= from && place < to,
        run = seen(place, centre);
      if (!run) {
        if (!inside && ++missed > lost) return;
        continue;
      }
      missed = 0;
      centre += ((run[0] + run[1]) / 2 - centre) * PULL;
      if (Math.abs(centre - ruling.at) > far) return;
      // Within its straight band it is erased anyway.
      if (inside && run[0] >= ruling.at - near && run[1] < ruling.at + near) continue;
      const lo = Math.max(0, run[0] - 1),
        hi = Math.min(across - 1, run[1] + 1);
      marks.push({ start: place * stepAlong + lo * stepAcross, step: stepAcross, count: hi - lo + 1 });
    }
  };
  // From where the ruling stands in its straight place, both ways.
  const middle = anchor(from, to, (place) => seen(place, ruling.at - 0.5));
  walk(middle, Math.min(along, to + past), 1);
  walk(middle - 1, Math.max(-1, from - past), -1);
  return marks;
}

/** The middle of the ruling's longest stretch that is seen in its straight place. */
function anchor(from: number, to: number, seen: (place: number) => [number, number] | null): number {
  let best = Math.floor((from + to) / 2),
    longest = 0,
    start = from;
  for (let place = from; place <= to; place++) {
    if (place < to && seen(place)) continue;
    if (place - start > longest) {
      longest = place - start;
      best = Math.floor((start + place) / 2);
    }
    start = place + 1;
  }
  return best;
}
