/** @module What a cell or a figure says in place of its text where ink is printed that could not be read. */

export const UNREAD = 'printed, not read';

/** Not blank and not zero: an unknown. */
export function isUnread({ value, raw_text }: { value: string | null; raw_text: string }): boolean {
  return value === null && raw_text === UNREAD;
}
