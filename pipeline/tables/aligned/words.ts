/**
 * @module Glyphs -> printed lines of words. A word ends where white space is printed; a figure keeps the spaces
 * within it
 * (1, 234. 56), and a label whose characters are set apart (合　计) is one word.
 */
import { isMarkedFigure } from '../../domain/cell-shapes.js';
import type { Glyph } from '../../model.js';
import { glyphLines } from '../lines.js';
import type { FormWords } from '../port.js';
import { TOLERANCES as T } from '../tolerances.js';
import { append, greatest, least } from '../../domain/extremes.js';

export interface Word {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  baseline: number;
  size: number;
  text: string;
  glyphs: Glyph[];
  /** A printed number, or what stands for one: -, n.a. */
  figure: boolean;
}

export interface Line {
  y0: number;
  y1: number;
  baseline: number;
  size: number;
  words: Word[];
  /** Its words joined to phrases: what no gap as wide as a column's divides. */
  parts: readonly Word[];
}

const NOTHING = /^([-–—―]+|n\.?[ad]\.?|\.{1,3})$/i;
/** Digits go on behind a point or comma that a space follows. */
const OPEN_NUMBER = /\d[,，.．]$/;
const CONTINUES_NUMBER = /^[,，.．]\d/;

export function isFigure(text: string): boolean {
  return isMarkedFigure(text) || NOTHING.test(text);
}

/** @returns lines top to bottom, words left to right; glyphs that are not upright are left out */
export function linesOf(glyphs: readonly Glyph[], forms: FormWords): Line[] {
  return linesFrom(glyphLines(glyphs.filter((g) => g.direction === 0 && g.text.trim() !== '')), forms);
}

/** @param printed lines of upright glyphs */
export function linesFrom(printed: readonly (readonly Glyph[])[], forms: FormWords): Line[] {
  return printed
    .map(withoutLeaders)
    .filter((line) => line.length > 0)
    .map((line) => lineOf(wordsOf(line, forms)))
    .sort((a, b) => a.baseline - b.baseline);
}

const LEADER = /^[.．·…‥]$/;

/** Dot leaders lead the eye over a gutter, and are no text of either side. */
function withoutLeaders(line: readonly Glyph[]): readonly Glyph[] {
  if (!line.some((g, i) => LEADER.test(g.text) && LEADER.test(line[i + 1]?.text ?? ''))) return line;
  const kept: Glyph[] = [];
  for (let i = 0; i < line.length; ) {
    let end = i;
    while (end < line.length && LEADER.test(line[end]!.text)) end++;
    if (end - i < (line[i]!.text === '…' ? 2 : T.fewestDots)) append(kept, line.slice(i, Math.max(end, i + 1)));
    i = Math.max(end, i + 1);
  }
  return kept;
}

export function lineOf(words: Word[]): Line {
  let y0 = Infinity,
    y1 = -Infinity,
    size = 0,
    baseline = words[0]!.baseline;
  for (const w of words) {
    y0 = Math.min(y0, w.y0);
    y1 = Math.max(y1, w.y1);
    if (w.size > size) {
      size = w.size;
      baseline = w.baseline;
    }
  }
  return { y0, y1, baseline, size, words, parts: phrases(words, T.columnGap) };
}

function wordsOf(line: readonly Glyph[], forms: FormWords): Word[] {
  const words: Word[] = [];
  let last: Word | null = null;
  for (const g of line) {
    if (last !== null && joins(last, g, forms)) {
      last.glyphs.push(g);
      last.x1 = Math.max(last.x1, g.x1);
      last.y0 = Math.min(last.y0, g.y0);
      last.y1 = Math.max(last.y1, g.y1);
      last.size = Math.max(last.size, g.size);
      last.text += g.text;
    } else {
      last = {
        x0: g.x0,
        x1: g.x1,
        y0: g.y0,
        y1: g.y1,
        baseline: g.baseline,
        size: g.size,
        text: g.text,
        glyphs: [g],
        figure: false,
      };
      words.push(last);
    }
  }
  const whole = joinSpaced(words, forms);
  for (const w of whole) w.figure = isFigure(w.text);
  return whole;
}

function joins(word: Word, g: Glyph, forms: FormWords): boolean {
  if (ofTwoRuns(word, g)) return false;
  const gap = g.x0 - word.x1;
  const size = Math.min(word.size, g.size);
  if (g.source === 'ocr') {
    if (gap <= T.wordGapRecognised * size) return true;
  } else if (gap <= (endsCode(word.text, g.text, forms) ? T.scriptGap : T.wordGap) * size) return true;
  if (gap > T.spaceInNumber * size) return false;
  return (
    (OPEN_NUMBER.test(word.text) && /^\d/.test(g.text)) ||
    (/\d$/.test(word.text) && CONTINUES_NUMBER.test(`${g.text}0`))
  );
}

/** A number and what is no number, not shown one after the other: texts of two cells that touch or overlap. */
function ofTwoRuns(word: Word, g: Glyph): boolean {
  const last = word.glyphs[word.glyphs.length - 1]!;
  if (g.source === 'ocr' || g.order === last.order + 1) return false;
  const over = g.x0 < word.x1 - 0.1 * g.size;
  return (
    (/\d[.,，．]\d+$/.test(word.text) && /^\p{L}/u.test(g.text)) ||
    (over && /\p{Script=Han}$/u.test(word.text) && /^\d/.test(g.text))
  );
}

/** A code and a name touch nearly where their cells do: 2101599 其他医疗支出. */
const endsCode = (left: string, right: string, forms: FormWords): boolean =>
  !/^[\d.,，．]/.test(right) && forms.isCode(left);

/** Joins single characters set apart where together they make a word of the forms. */
function joinSpaced(words: Word[], forms: FormWords): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; ) {
    let end = i + 1;
    let text = words[i]!.text;
    let best = end;
    while (
      end < words.length &&
      end - i < T.mostSpaced &&
      [...words[end]!.text].length <= 2 &&
      words[end]!.x0 - words[end - 1]!.x1 < T.widestSpaced * words[i]!.size
    ) {
      text += words[end]!.text;
      end++;
      if (forms.isSpaced(text)) best = end;
    }
    joined.push(best === i + 1 ? words[i]! : merged(words.slice(i, best)));
    i = best;
  }
  return joined;
}

export function merged(words: readonly Word[]): Word {
  const glyphs = words.flatMap((w) => w.glyphs);
  return {
    x0: least(words.map((w) => w.x0)),
    x1: greatest(words.map((w) => w.x1)),
    y0: least(words.map((w) => w.y0)),
    y1: greatest(words.map((w) => w.y1)),
    baseline: words[0]!.baseline,
    size: greatest(words.map((w) => w.size)),
    text: words.map((w) => w.text).join(''),
    glyphs,
    figure: words.every((w) => w.figure) && words.length === 1,
  };
}

/** Words of a line joined to phrases: gaps up to so many times the font size stay inside. */
export function phrases(words: readonly Word[], gap: number): Word[] {
  const found: Word[][] = [];
  for (const w of words) {
    const last = found[found.length - 1]?.at(-1);
    if (last && w.x0 - last.x1 <= gap * Math.min(w.size, last.size) && !(w.figure && last.figure))
      found[found.length - 1]!.push(w);
    else found.push([w]);
  }
  return found.map((group) => (group.length === 1 ? group[0]! : merged(group)));
}

export function median(values: readonly number[]): number {
  const inOrder = [...values].sort((a, b) => a - b);
  return inOrder[Math.floor(inOrder.length / 2)] ?? 0;
}
