/** @module The first pages' lines in; the document's title out. */
import type { PageLayout, TextLine } from '../../model.js';

const NAMES_DOCUMENT = /决算|预算|绩效/;
const NOT_TITLE =
  /[:：]|保密|审签|审核|^目\s*录$|^附件?\s*[\d一二三四五六]*$|^[-—–\s]*\d+[-—–\s]*$|^第.{1,3}部分|^第\s*\d+\s*页|[.…]{3,}|公开\s*\d+\s*表|。|各位代表|^[—-]{2,}|^附?表\s*[\d一二三四五六七八九十][\d-]*$/;
const NUMBERED = /^[-—•]?\s*(?:[一二三四五六七八九十]+、|\d+[.、](?!\d))/;
const WORDLESS = /^[^\p{L}\p{N}]*$/u;
/** The contents: nothing of the title page stands below it. */
const CONTENTS = /^目\s*录$/;
const LONGEST_TITLE = 80;
/** Lines of a title page; more are running text. */
const LONGEST_FRONT = 12;
/** What a title goes on with: 部门预算信息 | 公开. */
const REST = /^(?:信息)?(?:公开)?(?:报告|说明|情况说明|情况|文本|公开)?$/;
/** 关于…执行情况和 | 2026年预算草案的报告（书面） */
const UNFINISHED = /[和与及、]$/;
const REPORT = /报告(?:[（(].{1,6}[)）])?$/;
const YEAR_ALONE = /^[（(]?(?:19|20)\d\d\s*年?\s*度?[)）]?$/;
const FRONT_PAGES = 3;

/** Lines of the title page, in order: what stands above the contents, or on a first page without one. */
export function frontLines(layouts: readonly PageLayout[]): string[] {
  const { front } = frontOf(firstPrinted(layouts));
  return front.length <= LONGEST_FRONT ? front.filter((line) => !NOT_TITLE.test(line)) : [];
}

/** Lines joined that the title page prints one below the other (institution, year, 部门决算); null without a title page. */
export function findTitle(layouts: readonly PageLayout[]): string | null {
  const first = layouts.indexOf(firstPrinted(layouts) as PageLayout);
  for (const layout of layouts.slice(Math.max(first, 0), Math.max(first, 0) + 2)) {
    const { front, contents } = frontOf(layout);
    const last = lastLine(front);
    // A page of running text is no title page: the title stands among its first lines.
    if (last !== null && (contents || last <= LONGEST_FRONT)) return titleEnding(front, last);
    if (contents) break;
  }
  return null;
}

/** The first page that prints more than its number: covers may be pictures. */
function firstPrinted(layouts: readonly PageLayout[]): PageLayout | undefined {
  return layouts.slice(0, FRONT_PAGES).find((layout) => layout.lines.length > 0) ?? layouts[0];
}

function frontOf(layout: PageLayout | undefined): { front: string[]; contents: boolean } {
  if (layout === undefined) return { front: [], contents: false };
  // A title that comes back on every page passes for a running header.
  const lines = [...layout.furniture, ...layout.lines]
    .sort((a: TextLine, b: TextLine) => a.box[1] - b.box[1])
    .map((line) => line.text.trim())
    .filter((line) => !WORDLESS.test(line));
  const contents = lines.findIndex((line) => CONTENTS.test(line));
  return { front: contents >= 0 ? lines.slice(0, contents) : lines, contents: contents >= 0 };
}

/** The line that names the document; its word may be broken over two: 部门预 | 算. */
function lastLine(front: readonly string[]): number | null {
  for (const [i, line] of front.entries()) {
    if (!belongs(line) || NUMBERED.test(line)) continue;
    if (NAMES_DOCUMENT.test(line.replace(/\s+/g, ''))) return i;
    const next = front[i + 1];
    if (next === undefined || NAMES_DOCUMENT.test(next) || !belongs(next) || NUMBERED.test(next)) continue;
    if (NAMES_DOCUMENT.test((line + next).replace(/\s+/g, ''))) return i + 1;
  }
  return null;
}

const belongs = (line: string): boolean => !NOT_TITLE.test(line) && line.length <= LONGEST_TITLE;

function titleEnding(front: readonly string[], last: number): string | null {
  let first = last;
  while (first > 0 && last - first < 4 && belongs(front[first - 1]!)) first--;
  let title = front
    .slice(first, last + 1)
    .join('')
    .replace(/\s+/g, '')
    .replace(/目录$/, '');
  for (const line of front.slice(last + 1, last + 3)) {
    const next = line.replace(/\s+/g, '');
    const year = YEAR_ALONE.test(next) && !/(?:19|20)\d\d/.test(title);
    const report = UNFINISHED.test(title) || (REPORT.test(next) && NAMES_DOCUMENT.test(next) && !REPORT.test(title));
    if (next === '' || NOT_TITLE.test(line) || !(REST.test(next) || year || report)) break;
    title += next;
  }
  return title.length <= LONGEST_TITLE * 2 ? title : null;
}
