/**
 * @module A number as first read -> the number after second opinions: read again at another scale and by another
 * engine.
 * Agreement makes it surer, disagreement less sure. What the picture may also say is kept for repair.
 */
import { isPlainNumber } from '../domain/number-shapes.js';
import { roundTo } from '../geometry.js';
import type { NumericReading } from '../model.js';
import type { OcrEngine, Recognition } from './engine.js';
import { type CropOptions, cropOf } from './image/crop.js';
import type { Grey } from './image/pixels.js';
import type { Segment } from './image/segments.js';
import { isLoneNought, numericSign } from './numeric.js';
import { least } from '../domain/extremes.js';

/** Larger, wider letters: other errors than the first reading makes. */
const OTHER_SCALE: CropOptions = { height: 48, marginY: 0.12, marginX: 0.35, squeeze: 0.95 };
/** Two kinds of engine that read the same are surer than this. */
const AGREED = 0.95;
/** One engine at two scales makes the same mistakes twice. */
const AGREED_ALONE = 0.85;
/** A first reading less sure than this gives way to others that agree. */
const UNSURE = 0.8;
const OVERRULED = 0.65;
/** One engine that reads the same at two scales, both times this surely, needs no other. */
const AGREEABLE = 0.9;
/** A reader's likeliest reading that is less likely than this says nothing. */
const HEARD = 0.3;
/** Of two readings one is wrong: below what counts as a sure value. */
const DISAGREED = 0.5;

export type Opinion = Pick<NumericReading, 'readings' | 'agreed'> & {
  recognition: Recognition;
  /** The text is the others' reading: its characters have no places of their own. */
  overruled: boolean;
};

/** What one reader says of one number, unmixed with what others say. */
export interface Read {
  text: string;
  probability: number;
  by: string;
}

/**
 * All readings of one number, reader by reader, each reader's likeliest first. @param thorough ask every engine in
 * any case
 */
export async function readingsOf(
  engine: OcrEngine,
  grey: Grey,
  dpi: number,
  segment: Segment,
  first: CropOptions,
  thorough: boolean,
): Promise<Read[]> {
  const found: Read[] = [];
  const add = (recognition: Recognition, by: string): void => {
    for (const r of recognition.readings ?? []) found.push({ text: plain(r.text), probability: r.probability, by });
  };
  add(await engine.recognise(cropOf(grey, dpi, segment, first).bitmap, { expect: 'numeric' }), engine.name);
  const small = cropOf(grey, dpi, segment, OTHER_SCALE).bitmap;
  add(await engine.recognise(small, { expect: 'numeric' }), `${engine.name}, other scale`);
  // The other kind of engine is slow to load: it is asked where one engine does not agree with itself.
  const [large, little] = [engine.name, `${engine.name}, other scale`].map((by) => found.find((r) => r.by === by));
  if (
    !thorough &&
    large &&
    little &&
    large.text === little.text &&
    isPlainNumber(large.text) &&
    Math.min(large.probability, little.probability) >= AGREEABLE
  )
    return found;
  const other = await engine.second?.();
  if (other) add(await other.recognise(small, { expect: 'numeric' }), other.name);
  return found;
}

/**
 * @param first what was read without any expectation
 * @param open its decimals differ from its column's: engines that miss a faint point agree on a number of another
 * magnitude
 */
export function weigh(first: Recognition, read: readonly Read[], engines: string, open = false): Opinion {
  const readings = distinct(read);
  const text = plain(first.text);
  const tops = topsOf(read);
  const leastSure = Math.min(1, least(first.characters.map((c) => c.probability)));
  const fuller = withSigns(text, tops);
  if (fuller !== null)
    return {
      readings,
      agreed: false,
      overruled: true,
      recognition: respelt(first, fuller, Math.min(leastSure, DISAGREED)),
    };
  const others = tops.filter((r) => r.by !== engines);
  const same = others.filter((r) => r.text === text);
  const differ = others.filter((r) => r.text !== text && isPlainNumber(r.text) && r.probability > HEARD);
  if (isPlainNumber(text) && differ.length === 0 && same.length > 0) {
    if (open) return { readings, agreed: true, overruled: false, recognition: lowered(first, DISAGREED) };
    const floor = same.some((r) => !r.by.startsWith(engines)) ? AGREED : AGREED_ALONE;
    return { readings, agreed: true, overruled: false, recognition: raised(first, floor) };
  }
  // Where all readers that expect a number agree on another one, theirs is taken; it stays below what counts as sure.
  const votes = tops.filter((r) => isPlainNumber(r.text));
  const only = votes[0]?.text;
  if (
    only !== undefined &&
    votes.length >= 2 &&
    votes.every((r) => r.text === only) &&
    only !== text &&
    (!isPlainNumber(text) || (leastSure < UNSURE && !saysLess(only, text)))
  ) {
    const alike = looksLike(text, only) && votes.every((r) => r.probability >= AGREEABLE);
    return {
      readings,
      agreed: alike,
      overruled: true,
      recognition: respelt(first, only, alike ? AGREED_ALONE : OVERRULED),
    };
  }
  return { readings, agreed: false, overruled: false, recognition: lowered(first, DISAGREED) };
}

/** The likeliest reading of every reader, in the order in which they were asked. */
function topsOf(read: readonly Read[]): Read[] {
  const tops = new Map<string, Read>();
  for (const r of read) if (r.text !== '' && r.probability > (tops.get(r.by)?.probability ?? 0)) tops.set(r.by, r);
  return [...tops.values()];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const signs = (text: string): number => (text.startsWith('-') ? 1 : 0) + (/\.\d+%?$/.test(text) ? 1 : 0);
/** The same digits with a sign or a point less. */
const saysLess = (a: string, b: string): boolean => digitsOf(a) === digitsOf(b) && signs(a) < signs(b);

/**
 * A minus and a point are the smallest things on a page, and readers lose them far more often than they invent them:
 * of two readings with the same
 * digits the one that has them is taken, whoever saw it, and is not sure.
 */
function withSigns(text: string, tops: readonly Read[]): string | null {
  const plainNumber = isPlainNumber(text) ? text : null;
  const seen = tops
    .filter((r) => isPlainNumber(r.text) && r.probability > HEARD)
    .map((r) => r.text)
    .filter((t) => plainNumber !== null && saysLess(plainNumber, t));
  return seen.sort((a, b) => signs(b) - signs(a) || (a < b ? -1 : 1))[0] ?? null;
}

const LOOKS: Record<string, string> = {
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  s: '5',
  Z: '2',
  z: '2',
  B: '8',
  g: '9',
  q: '9',
  b: '6',
};
/** A lone letter that is drawn as the digit is; within a number the other digits are in doubt with it. */
const looksLike = (text: string, number: string): boolean => (isLoneNought(text) ? '0' : LOOKS[text]) === number;

/** Readings put together: one entry a text, likeliest first. */
export function distinct(readings: readonly Read[]): NumericReading['readings'] {
  const byText = new Map<string, { text: string; probability: number; by: string }>();
  for (const r of readings) {
    if (r.text === '') continue;
    const known = byText.get(r.text);
    if (!known) byText.set(r.text, { ...r, probability: rounded(r.probability) });
    else {
      known.probability = Math.max(known.probability, rounded(r.probability));
      if (!known.by.split(' + ').includes(r.by)) known.by += ` + ${r.by}`;
    }
  }
  return [...byText.values()].sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1));
}

const plain = (text: string): string => [...text].map(numericSign).join('').replace(/\s/g, '');
const rounded = (p: number): number => roundTo(p, 4);

function raised(r: Recognition, floor: number): Recognition {
  return { ...r, characters: r.characters.map((c) => ({ ...c, probability: Math.max(c.probability, floor) })) };
}

function lowered(r: Recognition, ceiling: number): Recognition {
  return { ...r, characters: r.characters.map((c) => ({ ...c, probability: Math.min(c.probability, ceiling) })) };
}

/** Another text in the same place, its characters spread evenly. */
export function respelt(r: Recognition, text: string, probability: number): Recognition {
  const from = r.characters[0]?.from ?? 0,
    to = r.characters.at(-1)?.to ?? 1,
    width = (to - from) / text.length;
  return {
    text,
    characters: [...text].map((c, i) => ({
      text: c,
      probability,
      from: from + i * width,
      to: from + (i + 1) * width,
    })),
  };
}
