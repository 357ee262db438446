/** @module One page of glyphs and rulings -> its tables, and the lines of text outside them. */
import type { Glyph, PageContent, PageLayout, PageTable, Ruling, TextLine } from '../model.js';
import { alignedTables, underRuledTable } from './align/index.js';
import { fillCells } from './cells.js';
import { type Grid, gridRegions } from './grid.js';
import { divideByText } from './undivided.js';
import { glyphLines, round, standsIn, textLines } from './lines.js';
import { withoutLetterStrokes } from './letters.js';
import { joinRulings } from './rulings.js';

const PAGE_NUMBER = /^[-—–－\s]*(第\s*)?\d{1,4}(\s*页)?([-—–－\s]*|\s*[/／]\s*(共\s*)?\d{1,4}(\s*页)?)$/;
/** Page numbers stand within this share of the page's height from its edges. */
const MARGIN = 0.1;

export function layoutPage(content: PageContent): PageLayout {
  const tables: PageTable[] = [];
  let glyphs: Glyph[] = content.glyphs;
  const [horizontals, verticals] = withoutLetterStrokes(
    joinRulings(content.rulings, 'horizontal'),
    joinRulings(content.rulings, 'vertical'),
    glyphs,
  );
  for (const ruled of gridRegions(content.rulings, horizontals, verticals)) {
    const aligned = underRuledTable(content.number, ruled, glyphs);
    if (aligned) {
      tables.push(aligned);
      glyphs = glyphs.filter((g) => !standsIn(g, aligned.box));
      continue;
    }
    const grid = divideByText(ruled, glyphs);
    const { cells, rest } = fillCells(content.number, grid, glyphs);
    if (
      !isTable(
        grid,
        cells.map((c) => c.text),
      )
    )
      continue;
    glyphs = rest;
    tables.push({
      page: content.number,
      box: [round(grid.box[0]), round(grid.box[1]), round(grid.box[2]), round(grid.box[3])],
      method: 'ruled',
      xs: grid.xs.map(round),
      ys: grid.ys.map(round),
      cells,
      openTop: grid.openTop,
      openBottom: grid.openBottom,
    });
  }
  const printed = glyphLines(glyphs);
  const aligned = alignedTables(content.number, glyphs, printed, outside(tables, horizontals));
  tables.push(...aligned.tables);
  const lines: TextLine[] = [];
  const furniture: TextLine[] = [];
  for (const line of textLines(content.number, aligned.rest === glyphs ? printed : glyphLines(aligned.rest))) {
    const atEdge = line.box[1] > content.height * (1 - MARGIN) || line.box[3] < content.height * MARGIN;
    (atEdge && PAGE_NUMBER.test(line.text) ? furniture : lines).push(line);
  }
  return { content, tables, lines, furniture };
}

/** Horizontal rulings outside the ruled tables. */
function outside(tables: PageTable[], horizontals: Ruling[]): Ruling[] {
  return horizontals.filter(
    (h) => !tables.some((t) => h.at >= t.box[1] - 2 && h.at <= t.box[3] + 2 && h.to > t.box[0] && h.from < t.box[2]),
  );
}

/** Frames round pages and paragraphs, underlined headings and drawings have rulings too. */
function isTable(grid: Grid, texts: string[]): boolean {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const filled = texts.filter((t) => t !== '').length;
  if (columns < 2 || texts.length < 2) return false;
  if (filled === 0) return rows > 1 && texts.length >= 4;
  // A drawing: many slots, hardly any text.
  if (filled < 2 && texts.length > 12) return false;
  return rows > 1 || filled >= 2;
}
