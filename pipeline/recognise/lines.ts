/** @module The lines of a page as they are read: where each stands, on which picture, and what it says. */
import type { OcrEngine, Recognition } from './engine.js';
import type { Crop } from './image/crop.js';
import type { Grey } from './image/pixels.js';
import type { WorkPage } from './image/prepare.js';
import type { Segment } from './image/segments.js';
import { type LineReading, readLine } from './line.js';
import { settle } from './signs.js';
import { least } from '../domain/extremes.js';

export interface Line {
  segment: Segment;
  crop: Crop;
  recognition: Recognition;
  /** The text is other readers' than that of the characters' places. */
  overruled: boolean;
  /** The picture that it was read on. */
  grey: Grey;
  /** Weighed already: no second opinion is asked for. */
  settled: boolean;
}

/** One line, or null where nothing is read. @param known read already */
export async function lineAt(
  engine: OcrEngine,
  work: Pick<WorkPage, 'grey' | 'dpi'>,
  segment: Segment,
  known?: LineReading,
): Promise<Line | null> {
  const { crop, recognition: raw } = known ?? (await readLine(engine, work, segment));
  const recognition = settle(raw, segment);
  if (recognition.characters.length === 0) return null;
  return { segment, crop, recognition, overruled: false, grey: work.grey, settled: false };
}

export const meanOf = ({ characters }: Recognition): number =>
  characters.reduce((sum, c) => sum + c.probability, 0) / Math.max(1, characters.length);
export const leastOf = ({ characters }: Recognition): number =>
  Math.min(1, least(characters.map((c) => c.probability)));
