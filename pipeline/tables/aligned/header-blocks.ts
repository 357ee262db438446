/**
 * @module Lines above the body of a table -> the blocks of text that are its header cells, and which of them stand
 * over others.
 */
import type { Ruling } from '../../model.js';
import type { FormWords } from '../port.js';
import { TOLERANCES as T } from '../tolerances.js';
import { type Line, merged, type Word } from './words.js';
import { greatest, least } from '../../domain/extremes.js';

/** The text of one header cell. */
export interface Block extends Word {
  lines: Word[];
  /** Baselines of the first and last line. */
  top: number;
  bottom: number;
}

/** @param gutters strips that the body leaves free: words of two cells that stand close are cut there */
export function blocksOf(
  lines: readonly Line[],
  gutters: readonly [number, number][],
  rules: readonly Ruling[],
  forms: FormWords,
): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const phrases = headerPhrases(line, gutters, forms);
    const taken = new Set<Block>();
    for (const phrase of phrases) {
      const above = blocks
        .filter((b) => !taken.has(b) && goesOn(b, phrase, phrases, blocks, rules, forms))
        .sort((a, b) => b.bottom - a.bottom)[0];
      if (above) {
        taken.add(above);
        grow(above, phrase);
      } else blocks.push({ ...phrase, lines: [phrase], top: phrase.baseline, bottom: phrase.baseline });
    }
  }
  return blocks;
}

function grow(block: Block, phrase: Word): void {
  const whole = merged([block, phrase]);
  const lines = [...block.lines, phrase];
  Object.assign(block, whole, { lines, bottom: phrase.baseline });
}

function headerPhrases(line: Line, gutters: readonly [number, number][], forms: FormWords): Word[] {
  const found: Word[][] = [];
  for (const w of line.words) {
    const last = found[found.length - 1];
    const before = last?.[last.length - 1];
    const size = Math.min(w.size, before?.size ?? w.size);
    const joins =
      before &&
      w.x0 - before.x1 <= (isWide(w.text) && isWide(before.text) ? T.columnGap * 0.4 : T.phraseGap) * size &&
      !(w.figure && before.figure) &&
      !gutters.some(
        ([from, to]) =>
          from < w.x0 &&
          to > before.x1 &&
          to - from > 0.5 * size &&
          before.x1 <= from + 0.3 * size &&
          w.x0 >= to - 0.3 * size,
      ) &&
      !(forms.isHeader(before.text) && forms.isHeader(w.text) && !forms.isHeader(before.text + w.text));
    if (joins) last!.push(w);
    else found.push([w]);
  }
  return found.map((group) => (group.length === 1 ? group[0]! : merged(group)));
}

/** Set in characters as wide as high, between which no white space is printed. */
const isWide = (text: string): boolean => /\p{Script=Han}/u.test(text);

function goesOn(
  block: Block,
  phrase: Word,
  line: readonly Word[],
  blocks: readonly Block[],
  rules: readonly Ruling[],
  forms: FormWords,
): boolean {
  const size = Math.min(block.size, phrase.size);
  const distance = phrase.baseline - block.bottom;
  if (
    distance <= 0.3 * size ||
    distance > T.largestLeading * 0.86 * size ||
    Math.abs(block.size - phrase.size) > 0.15 * size
  )
    return false;
  if (block.x1 <= phrase.x0 || block.x0 >= phrase.x1) return false;
  if (
    rules.some(
      (r) =>
        r.at > block.bottom - 0.2 * size &&
        r.at < phrase.baseline - 0.5 * size &&
        r.from < phrase.x1 &&
        r.to > phrase.x0,
    )
  )
    return false;
  if (blocks.some((b) => b !== block && b.top > block.bottom + 0.3 * size && b.x0 < block.x1 && b.x1 > block.x0))
    return false;
  const beneath = line.filter((p) => p.x0 < block.x1 && p.x1 > block.x0);
  if (beneath.length > 1) return false;
  if (forms.isHeader(block.text + phrase.text)) return true;
  if (forms.isHeader(block.text) && forms.isHeader(phrase.text)) return false;
  const centred = Math.abs(block.x0 + block.x1 - phrase.x0 - phrase.x1) / 2 <= 0.6 * size;
  return centred || Math.abs(block.x0 - phrase.x0) <= 0.4 * size || Math.abs(block.x1 - phrase.x1) <= 0.4 * size;
}

/**
 * Whether a block stands over several columns: others stand below it, right beneath or to both sides of its
 * middle, and what stands beside
 * it reaches lower.
 */
export function isParent(block: Block, blocks: readonly Block[]): boolean {
  const below = blocks.filter((b) => b !== block && b.top > block.bottom + 0.45 * block.size);
  if (below.some((b) => b.x0 < block.x1 && b.x1 > block.x0)) return true;
  const middle = (block.x0 + block.x1) / 2;
  const left = below.filter((b) => b.x1 <= middle).sort((a, b) => b.x1 - a.x1)[0];
  const right = below.filter((b) => b.x0 >= middle).sort((a, b) => a.x0 - b.x0)[0];
  if (!left || !right) return false;
  // Nothing of the block's own level or lower stands between it and the two.
  if (
    blocks.some(
      (b) =>
        b !== block &&
        b !== left &&
        b !== right &&
        b.bottom >= block.top - 0.3 * b.size &&
        b.x1 > left.x1 &&
        b.x0 < right.x0,
    )
  )
    return false;
  const level = (b: Block): number => (b.top + b.bottom) / 2;
  const lowest = greatest(below.map(level));
  const highest = least(blocks.map(level));
  // Set in the middle of its height beside two levels, it is a cell over both.
  const upper = level(block) < highest + 0.3 * (lowest - highest);
  return upper && Math.abs(middle - (left.x0 + right.x1) / 2) < Math.max(3 * block.size, 0.25 * (right.x1 - left.x0));
}
