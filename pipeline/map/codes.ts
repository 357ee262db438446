/** @module Code cells of a row in; the joined classification code (208, 20805, 2080505) out. */
import type { Cell } from '../../schemas/index.js';
import { fold } from './text.js';

const CODE = /^\d{3}(?:\d\d){0,3}$/;
const LEADING = /^[[(]?(\d{3}(?:\d\d){0,2})[\])]?[-—]?(?=[\u3400-\u9fff])/;

/** Codes that stand in columns of their own, split over 类|款|项 or whole; keeps 类 and 款 for rows that do not repeat them. */
export class CodeReader {
  private parts: string[] = [];
  /** The print repeats 类 on every row: a blank one is missing, not the same as above. */
  private repeats = false;

  /** @returns the joined code as digits, the text as printed where it is no code, null where nothing is printed */
  read(cells: readonly (Cell | undefined)[]): string | null {
    // One cell merged over 类, 款 and 项 holds the whole code, once.
    const texts = cells
      .filter((cell, i) => cell === undefined || cells.indexOf(cell) === i)
      .map((cell) => fold(cell?.text ?? ''));
    if (texts.every((text) => text === '')) return null;
    if (texts.length === 1) return texts[0]!;
    if (texts[0] !== '' && texts[1] !== '' && texts[0] === this.parts[0]) this.repeats = true;
    const last = texts.findLastIndex((text) => text !== '');
    // Some print the whole code in the column of its level (208 | 20805 | 2080505).
    if (last > 0 && CODE.test(texts[last]!) && texts[last]!.length > 3) return this.remember([texts[last]!]);
    const parts: string[] = [];
    for (let i = 0; i <= last; i++) {
      const part = texts[i] || (this.repeats ? '' : this.parts[i]) || '';
      if (part === '') return texts.filter((text) => text !== '').join('');
      parts.push(part);
    }
    return this.remember(parts);
  }

  private remember(parts: string[]): string {
    if (parts.length > 1 || parts[0]!.length === 3) this.parts = parts;
    return parts.join('');
  }
}

export function isClassificationCode(code: string | null): code is string {
  return code !== null && CODE.test(code);
}

/** A code printed before the name in the label cell itself: 2080505机关事业单位基本养老保险缴费支出. */
export function leadingCode(label: string): string | null {
  return LEADING.exec(fold(label))?.[1] ?? null;
}
