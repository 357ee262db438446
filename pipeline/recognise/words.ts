/**
 * @module Glyphs of a page -> why its letters are no words, or null. Fonts whose table of characters lies give other
 * letters than are printed: each of
 * them common, none of them beside the right neighbour, while figures come from another font and are right.
 */
import { formLabels } from '../domain/form-labels.js';
import type { Glyph } from '../model.js';

/** Fewer pairs of ideographs, or letters, than this say nothing. */
const PAIRS = 40;
const LETTERS = 40;
/**
 * Share of such pairs that stand in a label of a form somewhere: at least a seventh in prose of any matter, measured
 * on 245 pages; by chance one in thousands.
 */
const LEAST_PAIRS = 0.04;
/** Share of Latin letters that stand in words with a vowel: in English nearly all. */
const LEAST_WORDS = 0.3;

let pairs: ReadonlySet<string> | null = null;

function knownPairs(): ReadonlySet<string> {
  if (pairs) return pairs;
  const found = new Set<string>();
  for (const label of formLabels().all)
    for (let i = 0; i + 1 < label.length; i++)
      if (isIdeographs(label.slice(i, i + 2))) found.add(label.slice(i, i + 2));
  pairs = found;
  return pairs;
}

const isIdeographs = (text: string): boolean => /^[\u4e00-\u9fff]+$/.test(text);
const isLatin = (text: string): boolean => /^[A-Za-z]$/.test(text);

/**
 * The reason says that the page is to be compared with its picture: letters that are no known words may still be what
 * is printed.
 */
export const NO_WORDS = 'letters that make no words';

export function noWords(glyphs: readonly Glyph[]): string | null {
  let all = 0,
    known = 0;
  const words: string[] = [];
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i]!,
      before = i > 0 ? glyphs[i - 1]! : null;
    const beside = before !== null && Math.abs(before.baseline - glyph.baseline) <= 1;
    if (beside && isIdeographs(before.text + glyph.text)) {
      all++;
      if (knownPairs().has(before.text + glyph.text)) known++;
    }
    if (!isLatin(glyph.text)) continue;
    if (beside && isLatin(before.text) && glyph.x0 - before.x1 < glyph.size * 0.15)
      words[words.length - 1] += glyph.text;
    else words.push(glyph.text);
  }
  if (all >= PAIRS)
    return known < all * LEAST_PAIRS ? `${NO_WORDS}: ${known} of ${all} pairs of ideographs are known` : null;
  const letters = words.join('').length;
  if (letters < LETTERS || all > 0) return null;
  const read = words
    .filter((w) => w.length > 2 && /[aeiouy]/i.test(w) && /^[A-Z]?[a-z]+$|^[A-Z]+$/.test(w))
    .join('').length;
  return read < letters * LEAST_WORDS ? `${NO_WORDS}: ${read} of ${letters} letters` : null;
}

/** Share of the text layer's ideographs and letters that the picture shows too, wherever they stand. */
const SHOWN = 0.5;

/** Does the picture show the letters of the text layer? Then they are what is printed, known words or not. */
export function shows(recognised: readonly Glyph[], layer: readonly Glyph[]): boolean {
  const counts = new Map<string, number>();
  for (const g of recognised) counts.set(g.text, (counts.get(g.text) ?? 0) + 1);
  let all = 0,
    shown = 0;
  for (const { text } of layer) {
    if (!isIdeographs(text) && !isLatin(text)) continue;
    all++;
    const left = counts.get(text) ?? 0;
    if (left === 0) continue;
    counts.set(text, left - 1);
    shown++;
  }
  return all > 0 && shown >= all * SHOWN;
}
