/** @module A column of a performance table, and what one of its cells prints, in; whether words stand there rather than a figure, out. */
import { fold } from './labels.js';

/** Names, causes and the like: no figure is missing where they print none. */
const TEXT_COLUMNS: ReadonlySet<string> = new Set([
  ...['name', 'operator', 'target_unit', 'cause', 'measure', 'content', 'goal', 'description', 'remark'],
]);
/** Columns that print a figure or words: 优, 长期, 2023年12月底前. */
const EITHER: ReadonlySet<string> = new Set(['target', 'target_adjusted', 'target_period', 'actual', 'completion']);

export const isTextColumn = (id: string | null): boolean => id !== null && TEXT_COLUMNS.has(id.split('.')[0]!);

export const isMeasuredColumn = (id: string | null): boolean => id !== null && EITHER.has(id.split('.')[0]!);

const WORDS = /[\u3400-\u9fffA-Za-z]/;
/** 2022.1.1-2022.12.30, 2022/5: a time, as words are. */
const DATE = '(?:(?:19|20)\\d\\d[-./]\\d{1,2}(?:[-./]\\d{1,2})?|\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)\\d\\d)';
const DATES = new RegExp(`^[≥≤=<>]{0,2}${DATE}(?:[-—~至]${DATE})?$`);

/** Whether a place prints words and was read as words; a measured place that prints only digits and signs should have been a figure. */
export function printsWords(columnId: string | null, printed: string): boolean {
  if (isTextColumn(columnId)) return true;
  if (!isMeasuredColumn(columnId)) return false;
  const text = fold(printed);
  return WORDS.test(text) || DATES.test(text);
}
