/**
 * @module Lines outside tables -> paragraphs, joined over line and page breaks, with the glyph behind every
 * character.
 */
import type { Glyph, PageLayout, Paragraph, TextLine } from '../model.js';
import { plain } from './normal.js';
import { greatest } from '../domain/extremes.js';

/** A gap of this share of the font size between two glyphs is printed as a space. */
const SPACE = 0.28;
/** A line that starts this many characters to the right of the text's left edge is indented. */
const INDENT = 1.2;

/** What opens a numbered paragraph: 第一部分, 一、, （一）, 1. 1、 （1）. */
export const NUMBER =
  /^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}(?:、|\.(?!\d))|（\d{1,2}）)/;
/** A line of the table of contents is an entry of its own. */
const ENTRY_END = /(?:\.{4,}|…{2,}|·{4,}|-{6,}) ?\d{1,3}$/;
const SENTENCE_END = /[。！？；：][”"’）)]?$/;
/**
 * Punctuation that a typesetter never puts at the start of a line: what starts with it goes on from the line before.
 */
const NEVER_FIRST = /^[，。；：、！？）」』》〉”’%％,.;:!?)]/;

/** The rest of a unit of money. */
const UNIT_FIRST = /^(?:万?元|亿元)(?![\u4e00-\u9fff]*[：:])/;

interface Line {
  text: string;
  glyphs: (Glyph | null)[];
  page: number;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  size: number;
}

/**
 * A paragraph that may go on, with what the next line's decision needs of it: asked anew for each line, a long text
 * would be read again and again.
 */
interface Open {
  paragraph: Paragraph;
  /** First characters, enough for a number. */
  opening: string;
  /** Whether it holds a mark that only sentences have. */
  marked: boolean;
  /** Last characters: the closing mark and a quote or bracket after it. */
  tail: string;
  /** Its first line stands to the right of the text's edge. */
  indented: boolean;
}
const OPENING = 12;
/** A list run into a sentence is not longer than this. */
const LIST_REACH = 800;
const MARK = /[，。；：,;:]/;

/** Left and right edge of a page's running text. */
interface Measure {
  left: number;
  right: number;
}

export function paragraphsOf(layouts: PageLayout[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Open | null = null;
  let before: Line | null = null;
  let beforeMeasure: Measure | null = null;
  const pages = layouts.map((layout) => ({
    layout,
    lines: layout.lines.map(readLine).filter((line) => line.text !== ''),
  }));
  const edges = rightEdges(pages);
  let tablesSince = false;
  for (const { layout, lines } of pages) {
    const measure = measureOf(lines, layout.content.width, edges.get(Math.round(layout.content.width)) ?? 0);
    let previousBottom = -Infinity;
    for (const line of lines) {
      // A table between two lines, or on a page between them, parts them.
      const tables =
        tablesSince || layout.tables.some((table) => table.box[3] <= line.y1 + 1 && table.box[3] > previousBottom);
      tablesSince = false;
      previousBottom = line.y1;
      const apart: boolean =
        !open || !before || !beforeMeasure || tables || startsParagraph(before, beforeMeasure, line, measure, open);
      if (apart) {
        open = {
          paragraph: { text: '', glyphs: [], pages: [] },
          opening: '',
          marked: false,
          tail: '',
          indented: line.x0 - measure.left > INDENT * line.size,
        };
        paragraphs.push(open.paragraph);
      }
      append(open!, line);
      before = line;
      beforeMeasure = measure;
    }
    tablesSince ||= layout.tables.some((table) => table.box[3] > previousBottom);
  }
  return paragraphs;
}

/** One printed line: white space between Chinese characters is layout, not text, and goes. */
function readLine(line: TextLine): Line {
  let text = '';
  const glyphs: (Glyph | null)[] = [];
  let size = 0;
  let last: Glyph | null = null;
  let space = false;
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === '') {
      space = true;
      continue;
    }
    if (last && glyph.x0 - last.x1 > SPACE * Math.min(last.size, glyph.size)) space = true;
    if (space && text !== '' && wordEnd(text[text.length - 1]!) && wordEnd(glyph.text[0]!)) {
      text += ' ';
      glyphs.push(null);
    }
    space = false;
    text += glyph.text;
    for (let i = 0; i < glyph.text.length; i++) glyphs.push(glyph);
    if (glyph.size > size) size = glyph.size;
    last = glyph;
  }
  return {
    text,
    glyphs,
    page: line.page,
    x0: line.box[0],
    x1: line.box[2],
    y0: line.box[1],
    y1: line.box[3],
    size: size || line.box[3] - line.box[1],
  };
}

/** Space is kept only between two letters or digits: elsewhere Chinese prints none that means anything. */
function wordEnd(char: string): boolean {
  return /[A-Za-z0-9.%)]/.test(char);
}

function append(open: Open, line: Line): void {
  const { paragraph } = open;
  const end = open.tail.at(-1);
  const head = line.text[0]!;
  let text = line.text;
  // A Latin word or a number cut by the line break goes on without a space only when both sides are digits.
  if (end && /[A-Za-z]/.test(end) && /[A-Za-z]/.test(head)) {
    text = ` ${text}`;
    paragraph.glyphs.push(null);
    paragraph.pages.push(line.page);
  }
  paragraph.text += text;
  for (const glyph of line.glyphs) {
    paragraph.glyphs.push(glyph);
    paragraph.pages.push(line.page);
  }
  if (open.opening.length < OPENING) open.opening = (open.opening + text).slice(0, OPENING);
  open.marked ||= MARK.test(line.text);
  open.tail = (open.tail + text).slice(-2);
}

/** Right edge of running text for each page width: a page of headings alone does not show it. */
function rightEdges(pages: { layout: PageLayout; lines: Line[] }[]): Map<number, number> {
  const ends = new Map<number, number[]>();
  for (const { layout, lines } of pages) {
    const width = Math.round(layout.content.width);
    const list = ends.get(width) ?? [];
    ends.set(width, list);
    for (const line of lines) if (line.text.length >= 12) list.push(line.x1);
  }
  return new Map(
    [...ends].map(([width, list]) => [width, list.sort((a, b) => b - a)[Math.floor(list.length * 0.15)] ?? 0]),
  );
}

/** Left edge: where most lines start; right edge: the furthest that several lines reach. */
function measureOf(lines: Line[], width: number, edge: number): Measure {
  if (lines.length === 0) return { left: 0, right: width };
  const lefts = new Map<number, number>();
  const rights: number[] = [];
  for (const line of lines) {
    const key = Math.round(line.x0 / 3);
    lefts.set(key, (lefts.get(key) ?? 0) + 1);
    rights.push(line.x1);
  }
  let left = Infinity;
  // The left edge is the leftmost start that is no accident: shared by lines, or the start of the only long lines.
  const most = greatest(lefts.values());
  for (const [key, count] of lefts) if (count >= Math.max(1, most * 0.34) && key * 3 < left) left = key * 3;
  rights.sort((a, b) => b - a);
  const right = Math.max(rights[Math.min(rights.length - 1, Math.floor(rights.length * 0.1))]!, edge);
  // On a page of paragraphs of one line each, one that goes on below its indented line shows the edge.
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]!,
      line = lines[i]!,
      hang = (above.x0 - line.x0) / line.size;
    if (
      line.x0 < left - 1 &&
      hang > 1.5 &&
      hang < 2.5 &&
      above.size === line.size &&
      above.x1 > right - 1.5 * line.size
    )
      left = line.x0;
  }
  return { left, right: Math.max(right, left + 1) };
}

function startsParagraph(before: Line, beforeMeasure: Measure, line: Line, measure: Measure, open: Open): boolean {
  if (NEVER_FIRST.test(line.text)) return false;
  // 464.64万 / 元: a unit cut by the line or the page goes on.
  if (UNIT_FIRST.test(line.text) && /[\d万亿]$/.test(open.tail)) return false;
  const text = plain(line.text);
  if (ENTRY_END.test(plain(before.text))) return true;
  const samePage = before.page === line.page;
  const ended = SENTENCE_END.test(open.tail);
  if (Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size)) return true;
  // Two lines far apart on one page are two paragraphs, whatever they say.
  if (samePage && line.y0 - before.y1 > 2.2 * line.size) return true;
  const full = before.x1 + firstWord(text) * line.size >= beforeMeasure.right - 0.6 * line.size;
  const centredBefore = isCentred(before, beforeMeasure);
  const centred = isCentred(line, measure);
  if (centred && samePage && !NUMBER.test(text) && !ended) {
    // A title set in the middle over two lines: one centre, the first line nearly full, no number opens the second.
    const nearlyFull = before.x1 - before.x0 > 0.62 * (beforeMeasure.right - beforeMeasure.left);
    const oneCentre = Math.abs(before.x0 + before.x1 - line.x0 - line.x1) < 2.4 * line.size;
    if (nearlyFull && oneCentre && !open.marked) return false;
  }
  if (centredBefore || centred) return true;
  const flush = Math.abs(line.x0 - measure.left) < 0.5 * line.size;
  // 主要原因：1.…；2.… within an indented paragraph: the next number at the edge is one more of them.
  if (
    NUMBER.test(text) &&
    open.indented &&
    flush &&
    full &&
    countsOn(plain(open.paragraph.text.slice(-LIST_REACH)), text)
  )
    return false;
  if (NUMBER.test(text)) {
    // In running text "…占收入\n2. …" a number at the line's start proves nothing when the line before is full and
    // unfinished; below a heading it does.
    const heading = !open.marked && NUMBER.test(plain(open.opening));
    if (ended || !full || heading || line.x0 - measure.left > 0.5 * line.size) return true;
  }
  if (line.x0 - measure.left > INDENT * line.size) {
    // Indented: a new paragraph, unless the one before hangs in mid-sentence over a page break and this page has no
    // text further left.
    return ended || !full || samePage || !/[，、]$/.test(open.tail);
  }
  if (full) return false;
  // Below an indented line a line at the edge goes on with it, though a number that could not be cut left a gap; a
  // heading is short.
  return !(
    open.indented &&
    flush &&
    !ended &&
    samePage &&
    (open.marked || !NUMBER.test(plain(open.opening))) &&
    before.x1 - before.x0 > 0.75 * (beforeMeasure.right - beforeMeasure.left)
  );
}

/**
 * Whether a text holds the number before this line's past its beginning, or announces the first, as a list run into a
 * sentence does.
 */
function countsOn(prior: string, text: string): boolean {
  const label = NUMBER.exec(text)![0],
    ordinal = /^\d+/.exec(label)?.[0];
  if (ordinal === '1') return prior.endsWith('：');
  return ordinal !== undefined && prior.lastIndexOf(label.replace(ordinal, String(Number(ordinal) - 1))) > 0;
}

/**
 * Width in characters of what could not be broken at the line's start: a number or Latin word, and the mark after it.
 */
function firstWord(text: string): number {
  const word = /^[A-Za-z0-9.%，]+/.exec(text);
  if (word) return Math.min(8, word[0].length * 0.55 + 0.3);
  return /^.[，。；：、！？）》"]/.test(text) ? 2 : /^[（《"“]/.test(text) ? 2 : 1;
}

function isCentred(line: Line, measure: Measure): boolean {
  const left = line.x0 - measure.left;
  const right = measure.right - line.x1;
  return (
    left > 2.6 * line.size &&
    right > 0.5 * line.size &&
    Math.abs(left - right) < Math.max(3 * line.size, 0.12 * (measure.right - measure.left))
  );
}
