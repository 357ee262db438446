/** @module A recognised line -> glyphs in points, each with its own box: edges drawn to the gaps between letters. */
import { hundredths, roundTo } from '../geometry.js';
import type { Glyph } from '../model.js';
import type { Recognition } from './engine.js';
import type { Crop } from './image/crop.js';
import type { Grey } from './image/pixels.js';
import type { Segment } from './image/segments.js';

/** Darker than this is ink. */
const INK = 178;
/** An edge is looked for this far from where the recogniser puts it, in ems: its steps are a sixth of a letter. */
const REACH = 0.22;

/**
 * Paper between two letters wider than this share of the line's height is a space; narrow digits in wide advances
 * leave half of it.
 */
const SPACE = 0.65;

/** Ink dots a column of the segment. */
function profile(grey: Grey, segment: Segment): Uint16Array {
  const from = Math.max(0, Math.floor(segment.x0)),
    to = Math.min(grey.width, Math.ceil(segment.x1));
  const columns = new Uint16Array(Math.max(0, to - from));
  for (let y = Math.max(0, Math.floor(segment.y0)); y < Math.min(grey.height, segment.y1); y++) {
    const p = y * grey.width;
    for (let x = from; x < to; x++) if (grey.data[p + x]! < INK) columns[x - from]!++;
  }
  return columns;
}

/**
 * @param order index of the line's first glyph @param scale points a work pixel @param joined one word, whatever
 * paper lies between its letters
 */
export function glyphsOf(
  grey: Grey,
  segment: Segment,
  crop: Crop,
  recognition: Recognition,
  order: number,
  scale: number,
  joined: boolean,
): Glyph[] {
  const { characters } = recognition;
  if (characters.length === 0) return [];
  const ink = profile(grey, segment),
    left = Math.max(0, Math.floor(segment.x0));
  const inkAt = (x: number): number => ink[x - left] ?? 0;
  const place = (share: number): number => crop.x0 + (crop.x1 - crop.x0) * share;
  const reach = segment.em * REACH;
  const edges = [segment.x0];
  for (let i = 1; i < characters.length; i++) {
    const centre = (place(characters[i - 1]!.to) + place(characters[i]!.from)) / 2;
    let best = centre,
      least = Number.POSITIVE_INFINITY;
    for (let x = Math.round(centre - reach); x <= centre + reach; x++) {
      const cost = inkAt(x) + Math.abs(x - centre) / reach;
      if (cost < least) {
        least = cost;
        best = x;
      }
    }
    edges.push(Math.max(best, edges[i - 1]! + 1));
  }
  edges.push(Math.max(segment.x1, edges[edges.length - 1]! + 1));
  const cjk = /[⺀-鿿豈-﫿]/.test(recognition.text);
  // Ideographs reach below the baseline by about an eighth; digits stand on it, commas hang.
  const baseline =
    segment.y1 - (cjk ? 0.12 : /[,，;；()（）]/.test(recognition.text) ? 0.18 : 0) * (segment.y1 - segment.y0);
  const size = Math.max(segment.y1 - segment.y0, segment.em * 0.8) * (cjk ? 1.08 : 1.4) * scale;
  // A text layer's boxes are advances: letters of one word touch. Only a real space parts them.
  const space = joined ? Number.POSITIVE_INFINITY : (segment.y1 - segment.y0) * SPACE;
  const starts = edges.slice(0, -1),
    ends = edges.slice(1);
  for (let i = 0; i < characters.length; i++) {
    let from = edges[i]!,
      to = edges[i + 1]!;
    while (to - from > 2 && inkAt(Math.floor(from)) === 0) from++;
    while (to - from > 2 && inkAt(Math.ceil(to) - 1) === 0) to--;
    starts[i] = from;
    ends[i] = to;
  }
  for (let i = 1; i < characters.length; i++) {
    if (starts[i]! - ends[i - 1]! < space) starts[i] = ends[i - 1] = edges[i]!;
  }
  return characters.map((c, i) => {
    const from = starts[i]!,
      to = ends[i]!;
    return {
      text: c.text,
      raw: c.text,
      x0: hundredths(from * scale),
      y0: hundredths(segment.y0 * scale),
      x1: hundredths(to * scale),
      y1: hundredths(segment.y1 * scale),
      baseline: hundredths(baseline * scale),
      size: hundredths(size),
      font: 'ocr',
      direction: 0,
      order: order + i,
      source: 'ocr',
      confidence: roundTo(Math.min(1, Math.max(0, c.probability)), 3),
    };
  });
}
