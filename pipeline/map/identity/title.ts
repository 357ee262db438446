/** @module The first pages' lines in; the document's title out. */
import type { PageLayout } from '../../model.js';

const NAMES_DOCUMENT = /决算|预算|绩效/;
const NOT_TITLE =
  /[:：]|保密|审签|审核|^目\s*录$|^附件?\s*[\d一二三四五六]*$|^\d+$|^第.{1,3}部分|[.…]{3,}|公开\s*\d+\s*表|。/;
const CONTENTS = /^目\s*录$/;
const LONGEST_TITLE = 80;

/** Lines of the title page, in order: what stands above the contents, or on a first page without one. */
export function frontLines(layouts: readonly PageLayout[]): string[] {
  const lines = layouts[0]?.lines.map((line) => line.text.trim()) ?? [];
  const contents = lines.findIndex((line) => CONTENTS.test(line));
  const front = contents >= 0 ? lines.slice(0, contents) : lines;
  return front.length <= 12 ? front.filter((line) => !NOT_TITLE.test(line)) : [];
}

/** Lines joined that the title page prints one below the other (institution, year, 部门决算); null without a title page. */
export function findTitle(layouts: readonly PageLayout[]): string | null {
  for (const layout of layouts.slice(0, 2)) {
    const lines = layout.lines.map((line) => line.text.trim());
    const contents = lines.findIndex((line) => CONTENTS.test(line));
    const front = contents >= 0 ? lines.slice(0, contents) : lines;
    const last = front.findIndex(
      (line) =>
        NAMES_DOCUMENT.test(line) &&
        !NOT_TITLE.test(line) &&
        line.length <= LONGEST_TITLE &&
        !/^[-—•]?\s*(?:[一二三四五六七八九十]+、|\d+[.、])/.test(line),
    );
    if (last < 0) {
      if (contents >= 0) break;
      continue;
    }
    // A page of running text is no title page: the title stands among its first lines.
    if (contents < 0 && last > 12) continue;
    let first = last;
    while (
      first > 0 &&
      last - first < 4 &&
      !NOT_TITLE.test(front[first - 1]!) &&
      front[first - 1]!.length <= LONGEST_TITLE
    )
      first--;
    let title = front
      .slice(first, last + 1)
      .join('')
      .replace(/\s+/g, '')
      .replace(/目录$/, '');
    const next = front[last + 1]?.replace(/\s+/g, '') ?? '';
    if (!/(?:19|20)\d\d/.test(title) && /^[（(]?(?:19|20)\d\d年?度?[)）]?$/.test(next)) title += next;
    return title.length <= LONGEST_TITLE * 2 ? title : null;
  }
  return null;
}
