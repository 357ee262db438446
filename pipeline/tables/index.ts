/** @module One page of glyphs and rulings -> its tables, and the lines of text outside them. */
import type { Glyph, PageContent, PageLayout, PageTable, Ruling, TextLine } from '../model.js';
import { isPageNumber } from '../domain/captions.js';
import { alignedCandidates, alignedInside } from './aligned/index.js';
import { crowded } from './crowded.js';
import { cellOf, fillCells } from './cells.js';
import { type Candidate, type FormWords, NO_FORMS } from './port.js';
import { type Grid, gridRegions } from './grid.js';
import { divideByText } from './divided.js';
import { divideColumns } from './undivided.js';
import { glyphLines, round, standsIn, textLines } from './lines.js';
import { withoutLetterStrokes } from './letters.js';
import { joinRulings } from './rulings.js';
import { TOLERANCES as T } from './tolerances.js';
import { turnedUpright } from './turned.js';

/** Page numbers stand within this share of the page's height from its edges. */
const MARGIN = 0.1;

export interface LayoutOptions {
  /** What statutory forms print. */
  forms?: FormWords;
  /** The layout of the page before: its last table may go on here. */
  before?: PageLayout | null;
}

export function layoutPage(page: PageContent, options: LayoutOptions = {}): PageLayout {
  const content = turnedUpright(page);
  const forms = options.forms ?? NO_FORMS;
  const tables: PageTable[] = [];
  let glyphs: Glyph[] = content.glyphs;
  const [horizontals, verticals] = withoutLetterStrokes(
    joinRulings(content.rulings, 'horizontal'),
    joinRulings(content.rulings, 'vertical'),
    glyphs,
  );
  for (const ruled of innerFirst(gridRegions(content.rulings, horizontals, verticals))) {
    const grid = divideByText(divideColumns(ruled, glyphs), glyphs, forms);
    const other = crowded(grid, glyphs, forms) ? alignedInside(grid, horizontals, glyphs, forms) : null;
    if (other) {
      tables.push(tableFrom(content.number, other));
      glyphs = glyphs.filter((g) => !standsIn(g, other.grid.box));
      continue;
    }
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
      ...drawnOf(ruled, grid),
      xs: grid.xs.map(round),
      ys: grid.ys.map(round),
      cells,
      openTop: grid.openTop,
      openBottom: grid.openBottom,
    });
  }
  const printed = glyphLines(glyphs);
  const candidates = alignedCandidates(
    {
      page: content.number,
      width: content.width,
      height: content.height,
      glyphs: content.glyphs,
      horizontals: outside(tables, horizontals),
      verticals,
      pieces: content.rulings,
      areas: content.areas,
      forms: forms,
      before: tables.length === 0 ? lastTable(options.before ?? null) : null,
    },
    glyphs,
    printed,
  );
  const taken = new Set<Glyph>();
  for (const candidate of candidates) {
    tables.push(tableFrom(content.number, candidate));
    for (const g of glyphs) if (standsIn(g, candidate.grid.box)) taken.add(g);
    for (const held of candidate.held ?? []) for (const g of held) taken.add(g);
  }
  const rest = taken.size === 0 ? glyphs : glyphs.filter((g) => !taken.has(g));
  const lines: TextLine[] = [];
  const furniture: TextLine[] = [];
  for (const line of textLines(content.number, rest === glyphs ? printed : glyphLines(rest))) {
    const atEdge = line.box[1] > content.height * (1 - MARGIN) || line.box[3] < content.height * MARGIN;
    (atEdge && isPageNumber(line.text) ? furniture : lines).push(line);
  }
  return { content, tables, lines, furniture };
}

function tableFrom(page: number, { grid, held, doubtful, method, score, evidence }: Candidate): PageTable {
  const filled = grid.cells.map((region, i) => cellOf(page, region, held?.[i] ?? []));
  for (const [i, figures] of doubtful ?? [])
    Object.assign(filled[i]!, { raw_text: figures, confidence: Math.min(filled[i]!.confidence, T.twoFigures) });
  return {
    page,
    box: [round(grid.box[0]), round(grid.box[1]), round(grid.box[2]), round(grid.box[3])],
    method,
    score,
    evidence,
    xs: grid.xs.map(round),
    ys: grid.ys.map(round),
    cells: filled,
    openTop: grid.openTop,
    openBottom: grid.openBottom,
  };
}

/** How much of a ruled table its rulings draw; text divided the rest. */
function drawnOf(ruled: Grid, grid: Grid): Pick<PageTable, 'score' | 'evidence'> {
  const boundaries = ({ xs, ys }: Grid): number => xs.length + ys.length;
  const all = boundaries(grid);
  const drawn = Math.min(boundaries(ruled), all);
  return { score: round(drawn / all), evidence: drawn < all ? ['rulings', 'text between them'] : ['rulings'] };
}

/** A grid inside one cell of another takes its text before the other does. */
function innerFirst(grids: Grid[]): Grid[] {
  const inside = (a: Grid, b: Grid): boolean =>
    a !== b &&
    a.xs.length > 2 &&
    a.ys.length > 2 &&
    b.cells.some(({ box }) => a.box[0] > box[0] && a.box[1] > box[1] && a.box[2] < box[2] && a.box[3] < box[3]);
  const inner = grids.filter((a) => grids.some((b) => inside(a, b)));
  return inner.length === 0 ? grids : [...inner, ...grids.filter((g) => !inner.includes(g))];
}

/** The last table of a page, when nothing but furniture may stand below it. */
function lastTable(layout: PageLayout | null): PageTable | null {
  const last = layout?.tables.reduce<PageTable | null>(
    (low, t) => (low === null || t.box[3] > low.box[3] ? t : low),
    null,
  );
  if (!layout || !last || last.method !== 'aligned') return null;
  const below = layout.lines.filter((l) => l.box[1] > last.box[3]).length;
  return below <= 1 ? last : null;
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
