/** @module One line of a work page -> what the engine reads there, at the least cost that reads it exactly. */
import type { OcrEngine, Recognition } from './engine.js';
import { type Crop, type CropOptions, cropOf } from './image/crop.js';
import type { Grey } from './image/pixels.js';
import type { WorkPage } from './image/prepare.js';
import type { Segment } from './image/segments.js';

/** Room around letters as the model's training crops had it. */
export const CROP: CropOptions = { height: 48, marginY: 0.15, marginX: 0.2, squeeze: 1 };
/**
 * Recognisers cost by width. Ideographs are read as well when a third narrower; digits, half as wide to begin with, would fall
 * between the recogniser's steps and vanish.
 */
const NARROW: CropOptions = { ...CROP, marginY: 0.22, squeeze: 0.7 };
/** Narrower than this share of the line's height is a digit (lines of digits are lower than ideographs), or a part of an ideograph. */
const SLIM = 0.75;
/** With more slim pieces than this a line may hold digits. */
const SLIM_SHARE = 0.5;
/** Darker than this is ink. */
const INK = 178;

export interface LineReading { crop: Crop; recognition: Recognition; }

export async function readLine(engine: OcrEngine, work: WorkPage, segment: Segment): Promise<LineReading> {
  const narrow = slimShare(work.grey, segment) <= SLIM_SHARE;
  const first = cropOf(work.grey, work.dpi, segment, narrow ? NARROW : CROP);
  const recognition = await engine.recognise(first.bitmap, { expect: 'text' });
  if (!narrow || !/[0-9０-９a-zA-Z.,，]/.test(recognition.text)) return { crop: first, recognition };
  const crop = cropOf(work.grey, work.dpi, segment, CROP);
  return { crop, recognition: await engine.recognise(crop.bitmap, { expect: 'text' }) };
}

/** Of the line's pieces parted by white columns, the share that is too slim for an ideograph. */
function slimShare(grey: Grey, s: Segment): number {
  const height = s.y1 - s.y0;
  let pieces = 0, slim = 0, from = -1;
  for (let x = Math.max(0, Math.floor(s.x0)); x <= s.x1; x++) {
    let ink = false;
    for (let y = Math.floor(s.y0); y < s.y1 && !ink; y++) ink = x < grey.width && x < s.x1 && grey.data[y * grey.width + x]! < INK;
    if (ink) { if (from < 0) from = x; continue; }
    if (from < 0) continue;
    pieces++;
    if (x - from < height * SLIM) slim++;
    from = -1;
  }
  return pieces === 0 ? 1 : slim / pieces;
}
