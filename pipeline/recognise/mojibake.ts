/**
 * @module Glyphs of a page -> why their Unicode is not what is printed, or null. Measured against the script of these
 * documents:
 * Chinese with common characters, digits and punctuation.
 */
import type { Glyph } from '../model.js';

/** Fewer letters than this say nothing. */
const MIN_LETTERS = 24;
/** Private use, replacement and control characters: nobody prints them. */
const MAX_MEANINGLESS = 0.05;
/** Accented Latin letters and symbols; French has a tenth, GBK bytes read as Latin-1 nearly all. */
const MAX_ACCENTED = 0.3;
/** Share of ideographs among the 3,755 commonest. Chinese prose has over 0.95, UTF-8 bytes read as GBK under 0.5. */
const MIN_COMMON = 0.6;

let common: Set<string> | null = null;

/** GB 2312 level 1, decoded from its code table (rows 16 to 55): the commonest characters. */
function commonCharacters(): Set<string> {
  if (common) return common;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  common = new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)));
  return common;
}

export function mojibake(glyphs: readonly Glyph[]): string | null {
  let letters = 0,
    ideographs = 0,
    usual = 0,
    accented = 0,
    meaningless = 0;
  for (const glyph of glyphs) {
    for (const c of glyph.text) {
      const code = c.codePointAt(0)!;
      if (code <= 0x20 || code === 0xa0 || code === 0x3000) continue;
      letters++;
      if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code >= 0xf0000 || (code >= 0x7f && code < 0xa0))
        meaningless++;
      else if (code >= 0xa1 && code <= 0x24f && code !== 0xb7 && code !== 0xd7) accented++;
      else if (code >= 0x3400 && code <= 0x9fff) {
        ideographs++;
        if (commonCharacters().has(c)) usual++;
      }
    }
  }
  if (letters < MIN_LETTERS) return null;
  const percent = (n: number, of: number): string => `${Math.round((n / of) * 100)} %`;
  if (meaningless / letters > MAX_MEANINGLESS)
    return `${percent(meaningless, letters)} of characters without meaning (private use or replacement)`;
  if (accented / letters > MAX_ACCENTED)
    return `garbled text: ${percent(accented, letters)} accented Latin letters and symbols`;
  if (ideographs >= MIN_LETTERS && usual / ideographs < MIN_COMMON)
    return `garbled text: only ${percent(usual, ideographs)} of the ideographs are common ones`;
  return null;
}
