/**
 * @module A work page and a seal on it -> pictures of the page around the seal in which it is weaker in one way or
 * another. Each way loses other
 * print: fading by level erases thin grey strokes, cutting the ring out leaves the seal's letters and cuts what the
 * ring crosses.
 */
import type { Grey } from './pixels.js';
import type { Seal } from './seals.js';

export type Rendering =
  | 'as it is'
  | 'its strokes divided out'
  | 'faded by level'
  | 'ring and star taken out'
  | 'red and its fringes taken out'
  | 'red channel'
  | 'luma';

/** Fading takes ink lighter than the seal's darkest by this, and weakens what is up to so much darker. */
const ABOVE = 4,
  SOFT = 40;
/** A seal darker than this cannot be told from print by its level. */
const BLACK = 70;
/** Inches around the ring's middle that are cut out with it. */
const RING = 0.045;
/**
 * A dot with ink this many inches around it lies in a solid figure, not in a stroke; so much more around it goes with
 * it.
 */
const SOLID = 0.022,
  EDGE = 0.03;
/** The star stands within this share of the seal's half width. */
const STAR = 0.55;
/** Darker than this is ink. */
const INK = 190;

export const canFade = (seal: Pick<Seal, 'level'>): boolean => seal.level >= BLACK;

export function fadedByLevel(grey: Grey, seal: Seal): Grey {
  const out = { ...grey, data: grey.data.slice() },
    light = Math.max(1, seal.level - ABOVE),
    dark = light - SOFT;
  eachDot(grey, seal, 1.15, (p) => {
    const v = out.data[p]!;
    if (v >= light) out.data[p] = 255;
    else if (v > dark) out.data[p] = Math.max(v, Math.round(v + (255 - v) * ((v - dark) / SOFT) ** 2));
  });
  return out;
}

/** Around its middle level a seal's ink varies by so much, lighter and darker. */
const LIGHTER = 34,
  DARKER = 22;
/**
 * Inches: a seal's strokes are thicker than print's edges, which pass through its level too; ink this near a stroke
 * was blurred into it.
 */
const THICK = 0.004,
  BESIDE = 0.012;

/**
 * Where a seal's strokes run the page is divided by the seal's own level: what is darker there is print below it, as
 * dark as it would be without.
 * Print between the strokes is not touched.
 */
export function strokesDividedOut(grey: Grey, dpi: number, seal: Seal): Grey {
  const out = { ...grey, data: grey.data.slice() },
    { width } = grey;
  const thick = Math.max(1, Math.round(THICK * dpi)),
    beside = Math.max(2, Math.round(BESIDE * dpi));
  const near = new Uint8Array(grey.data.length);
  const isSeal = (p: number): boolean => {
    const v = grey.data[p]!;
    return v >= seal.middle - DARKER && v <= seal.middle + LIGHTER;
  };
  eachDot(grey, seal, 1.12, (p) => {
    if (!isSeal(p)) return;
    for (let k = 1; k <= thick; k++)
      if (!isSeal(p + k) || !isSeal(p - k) || !isSeal(p + k * width) || !isSeal(p - k * width)) return;
    for (let dy = -beside; dy <= beside; dy++) near.fill(1, p + dy * width - beside, p + dy * width + beside + 1);
  });
  // Grain of the seal's own ink is paper.
  const paper = seal.middle - DARKER * 0.5;
  eachDot(grey, seal, 1.2, (p) => {
    if (near[p] === 0) return;
    const v = grey.data[p]!;
    out.data[p] = v >= paper ? 255 : Math.round((v * 255) / seal.middle);
  });
  return out;
}

export function ringTakenOut(grey: Grey, dpi: number, seal: Seal): Grey {
  const out = { ...grey, data: grey.data.slice() };
  const ring = RING * dpi,
    solid = Math.max(2, Math.round(SOLID * dpi)),
    edge = Math.max(2, Math.round(EDGE * dpi)),
    { width } = grey;
  const ink = (p: number): boolean => grey.data[p]! < INK;
  const inSolid = (p: number): boolean => {
    // Eight directions are enough: a stroke is thin in at least one of them.
    for (const step of [1, -1, width, -width, width + 1, -width - 1, width - 1, 1 - width])
      for (let k = 1; k <= solid; k++) if (!ink(p + step * k)) return false;
    return true;
  };
  eachDot(grey, seal, 1.1, (p, share) => {
    const away = Math.abs(share - 1) * Math.min(seal.rx, seal.ry);
    if (away <= ring) {
      out.data[p] = 255;
      return;
    }
    if (share > STAR || !ink(p) || !inSolid(p)) return;
    for (let dy = -edge; dy <= edge; dy++) out.data.fill(255, p + dy * width - edge, p + dy * width + edge + 1);
  });
  return out;
}

/** Calls back for every dot of the page within so many half widths of the seal's centre; share 1 is the ring. */
function eachDot(grey: Grey, seal: Seal, within: number, call: (p: number, share: number) => void): void {
  // Room for steps around a dot.
  const room = 16;
  const y0 = Math.max(room, Math.floor(seal.y - seal.ry * within)),
    y1 = Math.min(grey.height - room, Math.ceil(seal.y + seal.ry * within));
  const x0 = Math.max(room, Math.floor(seal.x - seal.rx * within)),
    x1 = Math.min(grey.width - room, Math.ceil(seal.x + seal.rx * within));
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const share = Math.hypot((x - seal.x) / seal.rx, (y - seal.y) / seal.ry);
      if (share <= within) call(y * grey.width + x, share);
    }
}
