/** @module Layouts of all pages -> the same with running headers and footers told apart from the text. */
import type { PageLayout, TextLine } from '../model.js';
import { isRepeatedCaption } from '../domain/captions.js';

/** A line at the edge that comes back on this many pages is a running header or footer. */
const FEWEST_REPEATS = 3;
/** Share of the page's height in which running lines stand. */
const EDGE = 0.12;
/** Lines looked at from each edge. */
const DEEPEST = 3;

export function separateFurniture(layouts: PageLayout[]): PageLayout[] {
  const seen = new Map<string, Set<number>>();
  const key = (line: TextLine, where: string): string =>
    `${where} ${line.text.replace(/\s+/g, '').replace(/\d+/g, '#')}`;
  for (const layout of layouts) {
    for (const [where, line] of edgeLines(layout)) {
      const k = key(line, where);
      const pages = seen.get(k);
      if (pages) pages.add(layout.content.number);
      else seen.set(k, new Set([layout.content.number]));
    }
  }
  const numbers = pageNumbers(layouts);
  return layouts.map((layout) => {
    const running = new Set<TextLine>(layout.lines.filter((l) => numbers.has(l)));
    for (const [where, line] of edgeLines(layout)) {
      if (seen.get(key(line, where))!.size >= FEWEST_REPEATS) running.add(line);
    }
    if (running.size === 0) return layout;
    return {
      ...layout,
      lines: layout.lines.filter((l) => !running.has(l)),
      furniture: [...layout.furniture, ...running],
    };
  });
}

function edgeLines(layout: PageLayout): [string, TextLine][] {
  const { height } = layout.content;
  const top = layout.lines
    .slice(0, DEEPEST)
    .filter((l) => l.box[3] < height * EDGE && !isCaption(l))
    .map((l): [string, TextLine] => ['top', l]);
  const bottom = layout.lines
    .slice(-DEEPEST)
    .filter((l) => l.box[1] > height * (1 - EDGE))
    .map((l): [string, TextLine] => ['bottom', l]);
  return [...top, ...bottom];
}

/** Unit lines, table numbers and titles repeat at the top of pages too, and are needed there. */
function isCaption(line: TextLine): boolean {
  return isRepeatedCaption(line.text);
}

const PAGE_NUMBER = /^[-—–－\s]*(\d{1,4})[-—–－\s]*$/;

/**
 * Numbers that count the pages, wherever on them they stand: they run on with the pages, on three of them at
 * least.
 */
function pageNumbers(layouts: readonly PageLayout[]): Set<TextLine> {
  const series = new Map<number, TextLine[]>();
  for (const layout of layouts) {
    for (const line of layout.lines) {
      const number = PAGE_NUMBER.exec(line.text)?.[1];
      if (number === undefined) continue;
      const offset = Number(number) - layout.content.number;
      const known = series.get(offset);
      if (known) known.push(line);
      else series.set(offset, [line]);
    }
  }
  return new Set(
    [...series.values()].filter((lines) => new Set(lines.map((l) => l.page)).size >= FEWEST_REPEATS).flat(),
  );
}
