/** @module Two readings of one page -> whether they say the same. */
import type { Glyph, PageContent } from '../model.js';
import { UNREADABLE } from './fold.js';

export function countUnreadable(content: PageContent): number {
  let count = 0;
  for (const glyph of content.glyphs) if (glyph.text === UNREADABLE) count++;
  return count;
}

/** How far (points) the two readers' places of one glyph may lie apart. */
const APART = 1;

/**
 * Do two readings give the same characters at the same places within a box (default: the page)? Order does not
 * matter.
 */
export function agree(
  a: PageContent,
  b: PageContent,
  box: readonly [number, number, number, number] = [-Infinity, -Infinity, Infinity, Infinity],
): boolean {
  const inside = (glyph: Glyph): boolean => {
    const x = (glyph.x0 + glyph.x1) / 2;
    const y = (glyph.y0 + glyph.y1) / 2;
    return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  };
  const left = a.glyphs.filter(inside);
  const right = b.glyphs.filter(inside);
  if (left.length !== right.length) return false;
  const places = new Map<string, Glyph[]>();
  for (const glyph of right) {
    const same = places.get(glyph.text);
    if (same) same.push(glyph);
    else places.set(glyph.text, [glyph]);
  }
  return left.every((glyph) =>
    places
      .get(glyph.text)
      ?.some((other) => Math.abs(other.x0 - glyph.x0) <= APART && Math.abs(other.baseline - glyph.baseline) <= APART),
  );
}
