/** @module One line of a work page -> what the engine reads there, at the least cost that reads it exactly. */
import type { OcrEngine, Recognition } from './engine.js';
import { type Crop, type CropOptions, cropOf } from './image/crop.js';
import type { Grey } from './image/pixels.js';
import type { WorkPage } from './image/prepare.js';
import type { Segment } from './image/segments.js';

/** Room around letters as the model's training crops had it. */
export const CROP: CropOptions = { height: 48, marginY: 0.15, marginX: 0.2, squeeze: 1 };
/**
 * Recognisers cost by width. Ideographs are read as well when a third narrower; digits, half as wide to begin with,
 * would fall
 * between the recogniser's steps and vanish.
 */
const NARROW: CropOptions = { ...CROP, marginY: 0.22, squeeze: 0.7 };
/**
 * Narrower than this share of the line's height is a digit (lines of digits are lower than ideographs), or a part of
 * an ideograph.
 */
const SLIM = 0.75;
/** With more slim pieces than this a part of a line holds digits, measured: 110 of 130; with fewer, 7 of 110. */
const SLIM_SHARE = 0.3;
/** Darker than this is ink. */
const INK = 178;

export interface LineReading {
  crop: Crop;
  recognition: Recognition;
}

/**
 * Recognisers cost more than in proportion to width, and were trained on a dozen letters: longer lines, in letters'
 * heights, are read in parts of about so many.
 */
const LONG = 13;
const PART = 9;
/** The last part is no shorter. */
const REST = 3;
/** Wider than this share of the line's height is a whole ideograph, not a part of 川 or 明. */
const WHOLE = 0.65;
/** Paper after a comma or a full stop. */
const PAUSE = 0.42;

export async function readLine(
  engine: OcrEngine,
  work: Pick<WorkPage, 'grey' | 'dpi'>,
  segment: Segment,
): Promise<LineReading> {
  const parts = partsOf(work.grey, segment);
  const readings: LineReading[] = [];
  if (parts.length === 1) return readPart(engine, work.grey, work.dpi, segment);
  for (const part of parts) {
    const { grey, moved, dx } = alone(work.grey, part);
    const { crop, recognition } = await readPart(engine, grey, work.dpi, moved);
    readings.push({ crop: { ...crop, x0: crop.x0 + dx, x1: crop.x1 + dx }, recognition });
  }
  return joined(readings);
}

async function readPart(engine: OcrEngine, grey: Grey, dpi: number, segment: Segment): Promise<LineReading> {
  const narrow = slimShare(grey, segment) <= SLIM_SHARE;
  const first = cropOf(grey, dpi, segment, narrow ? NARROW : CROP);
  const recognition = await engine.recognise(first.bitmap, { expect: 'text' });
  if (!narrow || !/[0-9０-９a-zA-Z.,]/.test(recognition.text)) return { crop: first, recognition };
  const crop = cropOf(grey, dpi, segment, CROP);
  return { crop, recognition: await engine.recognise(crop.bitmap, { expect: 'text' }) };
}

/** A part of a line on a picture of its own: the margin of its crop must not show strokes of the next letter. */
function alone(grey: Grey, part: Segment): { grey: Grey; moved: Segment; dx: number } {
  const room = Math.ceil((part.y1 - part.y0) * 0.5),
    y0 = Math.max(0, Math.floor(part.y0) - room),
    y1 = Math.min(grey.height, Math.ceil(part.y1) + room);
  const x0 = Math.max(0, Math.round(part.x0)),
    x1 = Math.min(grey.width, Math.round(part.x1)),
    width = x1 - x0;
  const data = new Uint8Array(width * (y1 - y0));
  for (let y = y0; y < y1; y++)
    data.set(grey.data.subarray(y * grey.width + x0, y * grey.width + x1), (y - y0) * width);
  return {
    grey: { width, height: y1 - y0, data },
    moved: { ...part, x0: part.x0 - x0, x1: part.x1 - x0, y0: part.y0 - y0, y1: part.y1 - y0 },
    dx: x0,
  };
}

/** One reading over all parts; the places of characters are shares of its crop. */
function joined(readings: readonly LineReading[]): LineReading {
  const crop = { ...readings[0]!.crop, x1: readings.at(-1)!.crop.x1 },
    width = crop.x1 - crop.x0;
  const characters = readings.flatMap(({ crop: part, recognition }) => {
    const place = (share: number): number => (part.x0 + (part.x1 - part.x0) * share - crop.x0) / width;
    return recognition.characters.map((c) => ({ ...c, from: place(c.from), to: place(c.to) }));
  });
  return { crop, recognition: { text: characters.map((c) => c.text).join(''), characters } };
}

/** A long line cut between whole ideographs, or after a pause before one; never beside a digit. */
function partsOf(grey: Grey, segment: Segment): Segment[] {
  const height = segment.y1 - segment.y0;
  if (segment.x1 - segment.x0 < height * LONG) return [segment];
  const pieces = piecesOf(grey, segment),
    parts: Segment[] = [];
  let start = segment.x0,
    best: number | null = null;
  const near = (x: number): number => Math.abs(x - start - height * PART);
  const cutAt = (x: number): void => {
    parts.push({ ...segment, x0: start, x1: x });
    start = x;
    best = null;
  };
  for (let i = 1; i < pieces.length; i++) {
    const left = pieces[i - 1]!,
      right = pieces[i]!;
    if (
      right.to - right.from < height * WHOLE ||
      (left.to - left.from < height * WHOLE && right.from - left.to < height * PAUSE)
    )
      continue;
    const at = (left.to + right.from) / 2;
    if (segment.x1 - at < height * REST) break;
    if (best !== null && near(at) > near(best)) cutAt(best);
    if (best === null || near(at) <= near(best)) best = at;
  }
  if (best !== null && segment.x1 - start > height * LONG) cutAt(best);
  return [...parts, { ...segment, x0: start }];
}

interface Piece {
  from: number;
  to: number;
}

/** The line's pieces parted by white columns. */
function piecesOf(grey: Grey, s: Segment): Piece[] {
  const pieces: Piece[] = [];
  let from = -1;
  for (let x = Math.max(0, Math.floor(s.x0)); x <= s.x1; x++) {
    let ink = false;
    for (let y = Math.floor(s.y0); y < s.y1 && !ink; y++)
      ink = x < grey.width && x < s.x1 && grey.data[y * grey.width + x]! < INK;
    if (ink) {
      if (from < 0) from = x;
      continue;
    }
    if (from < 0) continue;
    pieces.push({ from, to: x });
    from = -1;
  }
  return pieces;
}

/** The share of a line's pieces that is too slim for an ideograph. */
function slimShare(grey: Grey, s: Segment): number {
  const pieces = piecesOf(grey, s),
    height = s.y1 - s.y0;
  return pieces.length === 0 ? 1 : pieces.filter((p) => p.to - p.from < height * SLIM).length / pieces.length;
}
