/**
 * @module A string and a width into lines: between ideographs anywhere, inside a number or Latin word only when it
 * alone is too wide.
 */
import type { Measure } from './fonts.js';

const CLOSING = /[，。、；：？！）》”%]/;

export function wrap(
  text: string,
  width: number,
  size: number,
  bold: boolean,
  m: Measure,
  firstIndent = 0,
  hang = 0.3,
): string[] {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    let used = lines.length === 0 ? firstIndent : 0;
    for (const token of part.match(/[A-Za-z0-9.,%+\-/=<>]+|[\s\S]/gu) ?? []) {
      const w = m(token, size, bold);
      if (used + w <= width + 0.01 || (line !== '' && CLOSING.test(token) && used + w <= width + size * hang)) {
        line += token;
        used += w;
        continue;
      }
      if (token.length > 1 && w > width) {
        for (const ch of token) {
          const cw = m(ch, size, bold);
          if (used + cw > width + 0.01 && line !== '') {
            lines.push(line);
            line = '';
            used = 0;
          }
          line += ch;
          used += cw;
        }
        continue;
      }
      if (line !== '') lines.push(line);
      line = token;
      used = w;
    }
    lines.push(line);
  }
  return lines;
}
