/**
 * @module A page with seals on it -> its rulings, those that run through a seal whole: a star or a ring that touches
 * a ruling hides it, and arcs look
 * like rulings. Rulings are found with and without the seals' solid parts, and put together where ink leads from
 * piece to piece.
 */
import type { Grey } from './pixels.js';
import { ringTakenOut } from './renderings.js';
import { type PixelRuling, rulingsOf } from './rulings.js';
import { type Seal, withoutArcs } from './seals.js';

/** Pieces of one ruling lie in line to so many dots. */
const IN_LINE = 4;
/** Share of the way through a seal that must be inked. */
const INKED = 0.8;
/** Darker than this is ink. */
const INK = 190;
/** A seal's reach, in its half widths. */
const REACH = 1.12;

export function rulingsThroughSeals(grey: Grey, dpi: number, seals: readonly Seal[]): PixelRuling[] {
  const direct = rulingsOf(grey, dpi);
  if (seals.length === 0) return direct;
  let cleaned = grey;
  for (const seal of seals) cleaned = ringTakenOut(cleaned, dpi, seal);
  const all = withoutArcs([...direct, ...rulingsOf(cleaned, dpi)], seals, dpi);
  return (['horizontal', 'vertical'] as const).flatMap((orientation) =>
    merged(
      all.filter((r) => r.orientation === orientation),
      (r, from, to) => leadsThrough(grey, seals, r, from, to),
    ),
  );
}

function merged(
  rulings: readonly PixelRuling[],
  leads: (r: PixelRuling, from: number, to: number) => boolean,
): PixelRuling[] {
  const out: PixelRuling[] = [];
  for (const r of [...rulings].sort((a, b) => a.from - b.from || a.at - b.at)) {
    const before = out.findLast(
      (o) => Math.abs(o.at - r.at) <= IN_LINE && (r.from <= o.to + IN_LINE || leads(o, o.to, r.from)),
    );
    if (!before) {
      out.push({ ...r });
      continue;
    }
    const a = before.to - before.from,
      b = r.to - r.from;
    before.at = (before.at * a + r.at * b) / Math.max(1, a + b);
    before.to = Math.max(before.to, r.to);
    before.width = Math.min(before.width, r.width);
  }
  return out.sort((a, b) => a.at - b.at || a.from - b.from);
}

/** Does the gap lie in a seal, with ink all along it? */
function leadsThrough(grey: Grey, seals: readonly Seal[], r: PixelRuling, from: number, to: number): boolean {
  const lying = r.orientation === 'horizontal';
  const inSeal = seals.some((s) =>
    [from, to].every(
      (along) => Math.hypot(((lying ? along : r.at) - s.x) / s.rx, ((lying ? r.at : along) - s.y) / s.ry) <= REACH,
    ),
  );
  if (!inSeal) return false;
  let ink = 0;
  const first = Math.ceil(from),
    last = Math.floor(to);
  for (let along = first; along < last; along++)
    for (let d = -2; d <= 2; d++) {
      const [x, y] = lying ? [along, Math.round(r.at) + d] : [Math.round(r.at) + d, along];
      if ((grey.data[y * grey.width + x] ?? 255) >= INK) continue;
      ink++;
      break;
    }
  return ink >= (last - first) * INKED;
}
