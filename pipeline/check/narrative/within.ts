/**
 * @module In: the prose. Out: which paragraphs list only one part of their items (（1）人员经费：①行政运行（2013301）…), and the
 * coordinates that this adds.
 */
import { plainOf } from '../../narrative/normal.js';
import type { Prose } from '../../narrative/types.js';
import type { Place } from './coordinates.js';

/** unknown: a part without coordinates (专项业务经费). */
export type Within = 'basic' | 'basic.personnel' | 'basic.public' | 'project' | 'unknown';

const PARTS: readonly [RegExp, Within][] = [
  [/^人员(?:支出|经费)/, 'basic.personnel'],
  [/^(?:日常)?公用(?:支出|经费)/, 'basic.public'],
  [/^基本支出/, 'basic'],
  [/^项目支出/, 'project'],
  [/^(?:专项|特定目标|运转类|其他运转)[\u4e00-\u9fff]{0,8}(?:支出|经费|项目)/, 'unknown'],
];
/** The part opens the paragraph and a list follows it; an amount of its own may stand between. */
const OPENING = /^(?:（?[\d一二三四五六七八九十]{1,3}[）、.]*)?([\u4e00-\u9fff]{2,14})[^：。；]{0,40}：/;
const CIRCLED = /^[①-⑳]/;

export function withinOf({ paragraphs }: Pick<Prose, 'paragraphs'>): (Within | null)[] {
  let before: Within | null = null;
  return paragraphs.map((paragraph) => {
    const text = plainOf(paragraph);
    if (!CIRCLED.test(text)) {
      const name = OPENING.exec(text)?.[1];
      before = name === undefined ? null : (PARTS.find(([pattern]) => pattern.test(name))?.[1] ?? null);
    }
    return before;
  });
}

export function partOf(places: Place[], within: Within | null): Place[] {
  if (within === null) return places;
  return within === 'unknown' ? [] : places.map((place) => ({ ...place, type: within }));
}
