/**
 * @module The OCR port: a picture of one line or cell -> characters with probabilities. Drivers: ppocr.ts,
 * tesseract.ts.
 */
import type { Bitmap } from '../read/reader.js';

export interface RecognisedCharacter {
  text: string;
  /** 0…1 */
  probability: number;
  /** Left and right edge as shares (0…1) of the crop's width. */
  from: number;
  to: number;
}

export interface Recognition {
  text: string;
  characters: RecognisedCharacter[];
  /** For `expect: "numeric"`: whole readings that the picture supports, likeliest first, with their probabilities. */
  readings?: Reading[];
}

/** One way to read a picture. */
export interface Reading {
  text: string;
  /** 0…1 */
  probability: number;
}

export interface RecogniseOptions {
  /** numeric: only digits, grouping, sign, point, percent are expected. */
  expect: 'text' | 'numeric';
}

export interface OcrEngine {
  readonly name: 'ppocr' | 'tesseract';
  readonly version: string;
  /** Crop: one line of text, dark on light, grey. The result does not depend on earlier calls. */
  recognise(crop: Bitmap, options: RecogniseOptions): Promise<Recognition>;
  /**
   * An engine of another kind for a second opinion, loaded on first use and closed with this one; null where there is
   * none.
   */
  second?(): Promise<OcrEngine | null>;
  close(): Promise<void>;
}
