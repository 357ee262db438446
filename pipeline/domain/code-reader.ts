/** @module Code cells of a row in; the joined classification code (208, 20805, 2080505) out. */
import { isClassificationCode } from './codes.js';
import { fold } from './labels.js';

/** What is read of a cell. */
interface Printed {
  text: string;
}

/** Codes that stand in columns of their own, split over 类|款|项 or whole; keeps 类 and 款 for rows that do not repeat them. */
export class CodeReader {
  private parts: string[] = [];
  /** The print repeats 类 on every row: a blank one is missing, not the same as above. */
  private repeats = false;

  /** @returns the joined code as digits, the text as printed where it is no code, null where nothing is printed */
  read(cells: readonly (Printed | undefined)[]): string | null {
    // One cell merged over 类, 款 and 项 holds the whole code, once.
    const texts = cells
      .filter((cell, i) => cell === undefined || cells.indexOf(cell) === i)
      .map((cell) => fold(cell?.text ?? ''));
    if (texts.every((text) => text === '')) return null;
    if (texts.length === 1) return texts[0]!;
    if (texts[0] !== '' && texts[1] !== '' && texts[0] === this.parts[0]) this.repeats = true;
    const last = texts.findLastIndex((text) => text !== '');
    // Some print the whole code in the column of its level (208 | 20805 | 2080505).
    if (last > 0 && isClassificationCode(texts[last]!) && texts[last]!.length > 3)
      return this.remember([texts[last]!]);
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
