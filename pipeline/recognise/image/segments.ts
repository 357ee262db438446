/**
 * @module A work page and its rulings -> the places of printed line pieces, in work pixels. Rulings are walls: no
 * piece crosses
 * one, so in a table every piece lies in one cell, whatever the grid is.
 */
import { type Grey, histogramOf } from './pixels.js';
import type { PixelRuling } from './rulings.js';

export interface Segment {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Height of the printed line's letters: the piece's own, or the page's where the piece is only a dash or a dot. */
  em: number;
}

/** Rows and columns of work pixels a mask dot stands for. */
const STEP = 2;
/** Darker than this is ink on clean paper: the thin strokes of Song type are half paper. */
const INK = 212;
/** On grainy paper ink is what stands out of the grain: this many of its standard deviations. */
const GRAIN = 5;
/** Lighter than this no grain makes ink. */
const SURE_INK = 150;
/** Letters at most this many ems apart belong to one piece; wider gaps are columns, tabs, spread words. */
const WORD_GAP = 0.85;
/** Before anything is known of the page: 10 pt. */
const DEFAULT_EM_INCHES = 10 / 72;

/** Ink covers more than this of any letter's box; less is dirt, or what is left of a seal. */
const SPARSE = 0.05;

interface Mask {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Mean of 2 × 2 dots: grain halves, strokes stay. */
function halved(grey: Grey): Mask {
  const width = Math.floor(grey.width / STEP),
    height = Math.floor(grey.height / STEP);
  const data = new Uint8Array(width * height);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0, p = y * STEP * grey.width; x < width; x++, p += STEP) {
      data[o++] =
        (grey.data[p]! + grey.data[p + 1]! + grey.data[p + grey.width]! + grey.data[p + grey.width + 1]!) >> 2;
    }
  }
  return { width, height, data };
}

/** The level below which a dot is ink, from the paper's own grain. */
function inkLevel(small: Mask): number {
  const histogram = histogramOf(small.data, 3);
  let total = 0,
    seen = 0,
    median = 255;
  for (let v = SURE_INK; v < 256; v++) total += histogram[v]!;
  for (let v = 255; v >= SURE_INK; v--) {
    seen += histogram[v]!;
    if (seen >= total / 2) {
      median = v;
      break;
    }
  }
  const spread = new Uint32Array(256);
  for (let v = SURE_INK; v < 256; v++) spread[Math.abs(v - median)]! += histogram[v]!;
  let deviation = 0;
  for (seen = 0; deviation < 255; deviation++) {
    seen += spread[deviation]!;
    if (seen >= total / 2) break;
  }
  return Math.max(SURE_INK, Math.min(INK, median - GRAIN * 1.48 * deviation));
}

/** 1: ink; 2: wall. */
function maskOf(grey: Grey, rulings: PixelRuling[]): Mask {
  const small = halved(grey);
  const { width, height, data } = small,
    level = inkLevel(small);
  for (let i = 0; i < data.length; i++) data[i] = data[i]! < level ? 1 : 0;
  for (const r of rulings) {
    const at = Math.min((r.orientation === 'horizontal' ? height : width) - 1, Math.max(0, Math.floor(r.at / STEP)));
    const from = Math.max(0, Math.floor(r.from / STEP)),
      to = Math.ceil(r.to / STEP);
    if (r.orientation === 'horizontal') data.fill(2, at * width + from, at * width + Math.min(width, to));
    else for (let y = from; y < Math.min(height, to); y++) data[y * width + at] = 2;
  }
  return { width, height, data };
}

/**
 * @param grey with its rulings erased @param usual height of the page's letters, where a piece of it is too small to
 * tell
 */
export function segmentsOf(grey: Grey, rulings: PixelRuling[], dpi: number, usual?: number): Segment[] {
  const mask = maskOf(grey, rulings);
  let em = (usual ?? DEFAULT_EM_INCHES * dpi) / STEP;
  let pieces = components(mask, em);
  const measured = typicalHeight(pieces, em);
  if (measured < em * 0.8 || measured > em * 1.2) {
    em = measured;
    pieces = components(mask, em);
    em = typicalHeight(pieces, em);
  } else em = measured;
  const walls = rulings.filter((r) => r.orientation === 'horizontal');
  const whole = pieces.flatMap((piece) => cutLines(mask, piece, em));
  const lines = stack(whole, em, (a, b) =>
    walls.some((w) => {
      const at = w.at / STEP;
      return (
        at > Math.min(a.y0, b.y0) &&
        at < Math.max(a.y1, b.y1) &&
        at >= Math.min(a.y1, b.y1) - 1 &&
        at <= Math.max(a.y0, b.y0) + 1 &&
        w.from / STEP < Math.min(a.x1, b.x1) &&
        w.to / STEP > Math.max(a.x0, b.x0)
      );
    }),
  );
  const sides = rulings.filter((r) => r.orientation === 'vertical');
  return along(along(lines, em, sides, isLow), em, sides, isShort)
    .filter(
      (p) =>
        p.ink >= Math.max(3, em * em * 0.02) &&
        p.ink >= (p.x1 - p.x0) * (p.y1 - p.y0) * SPARSE &&
        p.y1 - p.y0 < em * 6,
    )
    .map((p) => ({
      x0: p.x0 * STEP,
      y0: p.y0 * STEP,
      x1: p.x1 * STEP,
      y1: p.y1 * STEP,
      em: (p.y1 - p.y0 < em * 0.6 ? em : p.y1 - p.y0) * STEP,
    }))
    .sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

interface Piece {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  ink: number;
}

/** Median height of pieces that are clearly lines of several letters. */
function typicalHeight(pieces: Piece[], fallback: number): number {
  const heights = pieces
    .filter((p) => p.x1 - p.x0 > 2.2 * (p.y1 - p.y0) && p.y1 - p.y0 > fallback * 0.35 && p.ink > fallback * 2)
    .map((p) => p.y1 - p.y0)
    .sort((a, b) => a - b);
  return heights.length >= 3 ? heights[heights.length >> 1]! : fallback;
}

/** Ink runs, bridged over gaps between letters, joined where they touch the row above. */
function components(mask: Mask, em: number): Piece[] {
  const { width, height, data } = mask;
  const gap = Math.max(2, Math.round(em * WORD_GAP));
  const parts: (Piece & { parent: number })[] = [];
  const root = (i: number): number => {
    while (parts[i]!.parent !== i) {
      parts[i]!.parent = parts[parts[i]!.parent]!.parent;
      i = parts[i]!.parent;
    }
    return i;
  };
  let above: { from: number; to: number; part: number }[] = [];
  for (let y = 0; y < height; y++) {
    const runs: typeof above = [];
    const p = y * width;
    let from = -1,
      last = -1,
      ink = 0;
    const close = (): void => {
      if (from < 0) return;
      parts.push({ x0: from, y0: y, x1: last + 1, y1: y + 1, ink, parent: parts.length });
      runs.push({ from, to: last + 1, part: parts.length - 1 });
      from = -1;
    };
    for (let x = 0; x < width; x++) {
      const v = data[p + x]!;
      if (v === 1) {
        if (from >= 0 && x - last > gap) close();
        if (from < 0) {
          from = x;
          ink = 0;
        }
        last = x;
        ink++;
      } else if (v === 2) close();
    }
    close();
    let k = 0;
    for (const run of runs) {
      while (k > 0 && above[k - 1]!.to > run.from) k--;
      while (k < above.length && above[k]!.to < run.from) k++;
      for (let j = k; j < above.length && above[j]!.from <= run.to; j++) {
        const a = root(above[j]!.part),
          b = root(run.part);
        if (a !== b) parts[Math.max(a, b)]!.parent = Math.min(a, b);
      }
    }
    above = runs;
  }
  const whole = new Map<number, Piece>();
  parts.forEach((part, i) => {
    const r = root(i),
      into = whole.get(r);
    if (!into) {
      whole.set(r, { x0: part.x0, y0: part.y0, x1: part.x1, y1: part.y1, ink: part.ink });
      return;
    }
    into.x0 = Math.min(into.x0, part.x0);
    into.y0 = Math.min(into.y0, part.y0);
    into.x1 = Math.max(into.x1, part.x1);
    into.y1 = Math.max(into.y1, part.y1);
    into.ink += part.ink;
  });
  return [...whole.values()];
}

/** A piece as tall as several lines whose letters touch is cut at the rows with least ink. */
function cutLines(mask: Mask, piece: Piece, em: number): Piece[] {
  const tall = piece.y1 - piece.y0;
  if (tall < em * 1.65 || piece.x1 - piece.x0 < em * 1.5) return [piece];
  const rows = new Uint32Array(tall);
  for (let y = 0; y < tall; y++) {
    const p = (piece.y0 + y) * mask.width;
    for (let x = piece.x0; x < piece.x1; x++) if (mask.data[p + x] === 1) rows[y]!++;
  }
  const count = Math.round(tall / (em * 1.15));
  if (count < 2) return [piece];
  const mean = piece.ink / tall;
  const cuts: number[] = [];
  for (let i = 1; i < count; i++) {
    const centre = (tall * i) / count,
      reach = (tall / count) * 0.3;
    let best = -1;
    for (let y = Math.max(1, Math.floor(centre - reach)); y <= Math.min(tall - 2, Math.ceil(centre + reach)); y++) {
      if (
        best < 0 ||
        rows[y]! < rows[best]! ||
        (rows[y] === rows[best] && Math.abs(y - centre) < Math.abs(best - centre))
      )
        best = y;
    }
    // Large print of one line has no empty rows where a second line would begin.
    if (best >= 0 && rows[best]! < mean * 0.3) cuts.push(best);
  }
  if (cuts.length === 0) return [piece];
  const out: Piece[] = [];
  let top = 0;
  for (const cut of [...cuts, tall]) {
    const part = trim(mask, { ...piece, y0: piece.y0 + top, y1: piece.y0 + cut });
    if (part) out.push(part);
    top = cut;
  }
  return out;
}

function trim(mask: Mask, piece: Piece): Piece | null {
  let { x0, y0, x1, y1 } = { x0: piece.x1, y0: piece.y1, x1: piece.x0, y1: piece.y0 };
  let ink = 0;
  for (let y = piece.y0; y < piece.y1; y++) {
    for (let x = piece.x0; x < piece.x1; x++) {
      if (mask.data[y * mask.width + x] !== 1) continue;
      ink++;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      if (y >= y1) y1 = y + 1;
    }
  }
  return ink > 0 ? { x0, y0, x1, y1, ink } : null;
}

/** Pieces of one line that did not touch: the strokes of 二, a dot over its stem, a comma below. */
function stack(pieces: Piece[], em: number, parted: (a: Piece, b: Piece) => boolean): Piece[] {
  const out = [...pieces].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0),
    reach = em * 1.3;
  for (let i = 0; i < out.length; i++) {
    const a = out[i]!;
    for (let j = i + 1; j < out.length && out[j]!.y0 <= a.y0 + reach; j++) {
      const b = out[j]!;
      const overlap = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
      if (overlap < Math.min(a.x1 - a.x0, b.x1 - b.x0) * 0.5) continue;
      const tall = Math.max(a.y1, b.y1) - Math.min(a.y0, b.y0),
        highest = Math.max(a.y1 - a.y0, b.y1 - b.y0);
      if (tall > Math.max(em * 1.25, highest * 1.1) || parted(a, b)) continue;
      const joined = {
        x0: Math.min(a.x0, b.x0),
        y0: a.y0,
        x1: Math.max(a.x1, b.x1),
        y1: Math.max(a.y1, b.y1),
        ink: a.ink + b.ink,
      };
      out.splice(j, 1);
      out.splice(i, 1);
      let at = i;
      while (
        at > 0 &&
        (out[at - 1]!.y0 > joined.y0 || (out[at - 1]!.y0 === joined.y0 && out[at - 1]!.x0 > joined.x0))
      )
        at--;
      out.splice(at, 0, joined);
      // Pieces above may reach the joined one now.
      while (i > 0 && out[i - 1]!.y0 >= joined.y0 - reach) i--;
      i--;
      break;
    }
  }
  return out;
}

/** Shares no row of dots with its neighbours: 一 beside 、, a dash, a closing 。 */
const isLow = (p: Piece, em: number): boolean => p.y1 - p.y0 < em * 0.6;
/** One or two letters set apart: 八、, spread words. Recognisers err on letters without company. */
const isShort = (p: Piece, em: number): boolean => p.x1 - p.x0 < em * 2.3;
/**
 * How far such a piece may stand from its line, in ems. Glyphs keep their places, so columns are still told apart
 * later.
 */
const APART = 1.3;

/** Joins such pieces with the nearest piece of their line. */
function along(
  pieces: Piece[],
  em: number,
  walls: PixelRuling[],
  chosen: (p: Piece, em: number) => boolean,
): Piece[] {
  const out = [...pieces].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0);
  for (let i = 0; i < out.length; i++) {
    const piece = out[i]!;
    if (!chosen(piece, em)) continue;
    const middle = (piece.y0 + piece.y1) / 2;
    let best = -1,
      nearest = em * APART;
    for (let j = 0; j < out.length; j++) {
      const other = out[j]!;
      if (j === i) continue;
      const gap = Math.max(other.x0 - piece.x1, piece.x0 - other.x1);
      if (gap > nearest || gap < -em * 0.5) continue;
      const top = Math.min(piece.y0, other.y0),
        bottom = Math.max(piece.y1, other.y1),
        tall = Math.max(other.y1 - other.y0, piece.y1 - piece.y0);
      // Beside a whole line it must lie within it; beside another low piece both must fit one line.
      const fits =
        tall >= em * 0.6
          ? middle > other.y0 - em * 0.1 &&
            middle < other.y1 + em * 0.1 &&
            bottom - top <= Math.max(tall * 1.15, em * 1.25)
          : bottom - top <= em;
      if (!fits) continue;
      const from = Math.min(piece.x1, other.x1) * STEP,
        to = Math.max(piece.x0, other.x0) * STEP;
      if (walls.some((w) => w.at >= from - STEP && w.at <= to + STEP && w.from < bottom * STEP && w.to > top * STEP))
        continue;
      nearest = gap;
      best = j;
    }
    if (best < 0) continue;
    const other = out[best]!;
    const joined = {
      x0: Math.min(piece.x0, other.x0),
      y0: Math.min(piece.y0, other.y0),
      x1: Math.max(piece.x1, other.x1),
      y1: Math.max(piece.y1, other.y1),
      ink: piece.ink + other.ink,
    };
    out.splice(Math.max(i, best), 1);
    out.splice(Math.min(i, best), 1, joined);
    // Its neighbours may now be near enough: 一 、 一般.
    i = Math.max(-1, Math.min(i, best) - 3);
  }
  return out;
}
