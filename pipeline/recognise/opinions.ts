/**
 * @module A number as first read -> the number after second opinions: read again at another scale and by another engine.
 * Agreement makes it surer, disagreement less sure. What the picture may also say is kept for repair.
 */
import { roundTo } from '../geometry.js';
import type { NumericReading } from '../model.js';
import type { OcrEngine, Recognition } from './engine.js';
import { type CropOptions, cropOf } from './image/crop.js';
import type { Grey } from './image/pixels.js';
import type { Segment } from './image/segments.js';
import { isPlainNumber } from '../domain/number-shapes.js';
import { numericSign } from './numeric.js';

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
/** Of two readings one is wrong: below what counts as a sure value. */
const DISAGREED = 0.5;

export type Opinion = Pick<NumericReading, 'readings' | 'agreed'> & {
  recognition: Recognition;
  /** The text is the others' reading: its characters have no places of their own. */
  overruled: boolean;
};

/** All readings of one number, likeliest first; equal texts keep their highest probability. @param thorough ask every engine in any case */
export async function readingsOf(
  engine: OcrEngine,
  grey: Grey,
  dpi: number,
  segment: Segment,
  first: CropOptions,
  thorough: boolean,
): Promise<NumericReading['readings']> {
  const found: NumericReading['readings'] = [];
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
    return distinct(found);
  const other = await engine.second?.();
  if (other) add(await other.recognise(small, { expect: 'numeric' }), other.name);
  return distinct(found);
}

/**
 * @param first what was read without any expectation
 * @param open its decimals differ from its column's: engines that miss a faint point agree on a number of another magnitude
 */
export function weigh(
  first: Recognition,
  readings: NumericReading['readings'],
  engines: string,
  open = false,
): Opinion {
  const text = plain(first.text);
  /** The likeliest reading of every reader. */
  const tops = new Map<string, { text: string; probability: number }>();
  for (const r of readings)
    for (const by of r.by.split(' + '))
      if (!tops.has(by) || tops.get(by)!.probability < r.probability) tops.set(by, r);
  const others = [...tops.entries()].filter(([by]) => by !== engines);
  const same = others.filter(([, r]) => r.text === text);
  const differ = others.filter(([, r]) => r.text !== text && isPlainNumber(r.text) && r.probability > 0.3);
  if (isPlainNumber(text) && differ.length === 0 && same.length > 0) {
    if (open) return { readings, agreed: true, overruled: false, recognition: lowered(first, DISAGREED) };
    const floor = same.some(([by]) => !by.startsWith(engines)) ? AGREED : AGREED_ALONE;
    return { readings, agreed: true, overruled: false, recognition: raised(first, floor) };
  }
  // Where all readings that expect a number agree on another one, theirs is taken; it stays below what counts as sure.
  const votes = new Set([...tops.values()].filter((r) => isPlainNumber(r.text)).map((r) => r.text));
  const least = Math.min(1, ...first.characters.map((c) => c.probability));
  const [only] = votes;
  if (
    only !== undefined &&
    votes.size === 1 &&
    tops.size >= 2 &&
    only !== text &&
    (!isPlainNumber(text) || least < UNSURE)
  ) {
    return { readings, agreed: false, overruled: true, recognition: respelt(first, only, OVERRULED) };
  }
  return { readings, agreed: false, overruled: false, recognition: lowered(first, DISAGREED) };
}

/** Readings put together: one entry a text, likeliest first. */
function distinct(readings: NumericReading['readings']): NumericReading['readings'] {
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
function respelt(r: Recognition, text: string, probability: number): Recognition {
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
