/**
 * @module The cells that a seal touches -> their lines, read on several renderings of the page and chosen line by
 * line: numbers by how they are
 * written and by how many renderings agree, words by how surely they read. No rendering alone keeps all print and
 * loses all of the seal.
 */
import { isPlainNumber } from '../domain/number-shapes.js';
import type { NumericReading, Ruling } from '../model.js';
import { gridRegions } from '../tables/grid.js';
import type { OcrEngine } from './engine.js';
import { cropOf } from './image/crop.js';
import { eraseRulings } from './image/erase.js';
import type { Grey, Plane } from './image/pixels.js';
import { canFade, fadedByLevel, type Rendering, ringTakenOut, strokesDividedOut } from './image/renderings.js';
import type { Seal } from './image/seals.js';
import { segmentsOf } from './image/segments.js';
import { CROP } from './line.js';
import { type Line, lineAt } from './lines.js';
import { isNearlyNumber } from './numeric.js';
import { distinct, type Read } from './opinions.js';
import type { View } from './orientation.js';
import {
  chooseNumber,
  chooseWords,
  isStray,
  limited,
  type Shown,
  saysWords,
  sureLines,
  votesOf,
} from './sealed-choice.js';
import { holds, type Pixels } from './unread.js';
import { append } from '../domain/extremes.js';

export interface SealedCell {
  box: Pixels;
  lines: Line[];
  /** What the renderings say of numbers in it. */
  readings: NumericReading['readings'];
  /** Ink stands in it, of print or of the seal: dark dots. */
  inked: boolean;
  ink: number;
}

interface Rendered {
  name: Rendering;
  picture: () => Grey;
}

/** Room around a seal in which JPEG and blur have carried its ink, in inches. */
const AROUND = 0.05;
/** A cell's own edges are left out by so many inches: what is left of rulings. */
const INSET = 0.012;
/** Darker than this is ink. */
const INK = 178;
/** Print must be darker than a seal by this for what fading takes to be the seal's. */
const CONTRAST = 25;

/** Does the seal reach the cell? Of red ones only the outline is known. */
function touches(box: Pixels, seal: Seal | Pixels, dpi: number): boolean {
  const room = AROUND * dpi;
  if ('x0' in seal)
    return box.x0 < seal.x1 + room && box.x1 > seal.x0 - room && box.y0 < seal.y1 + room && box.y1 > seal.y0 - room;
  const x = Math.max(box.x0, Math.min(box.x1, seal.x)),
    y = Math.max(box.y0, Math.min(box.y1, seal.y));
  return Math.hypot((x - seal.x) / (seal.rx + room), (y - seal.y) / (seal.ry + room)) <= 1;
}

/** The page as a seal's cells are read on it, each picture made when it is first looked at. */
function renderingsFor(view: View, seal: Seal | Pixels): Rendered[] {
  const { work, rulings } = view;
  const out: Rendered[] = [];
  const add = (name: Rendering, make: () => Grey): void => {
    let made: Grey | null = null;
    out.push({ name, picture: () => (made ??= make()) });
  };
  const plane = (name: Plane) => (): Grey => {
    const grey = work.plane(name);
    eraseRulings(grey, rulings, work.dpi);
    return grey;
  };
  add('as it is', () => work.grey);
  if ('x0' in seal) {
    add('red and its fringes taken out', plane('fringes'));
    add('red channel', plane('red'));
    add('luma', plane('luma'));
    return out;
  }
  if (canFade(seal)) {
    add('its strokes divided out', () => strokesDividedOut(work.grey, work.dpi, seal));
    add('faded by level', () => fadedByLevel(work.grey, seal));
  }
  add('ring and star taken out', () => ringTakenOut(work.grey, work.dpi, seal));
  return out;
}

/** A cell that a seal reaches, before it is read. */
export interface Touched {
  box: Pixels;
  seal: Seal | Pixels;
  /** The other cells of its column. */
  column: Pixels[];
}

/** All cells of ruled tables that seals of the page reach. @param drawn the page's rulings in points */
export function touchedCells({ work, seals }: View, drawn: Ruling[]): Touched[] {
  const scale = work.dpi / 72;
  const all: (Seal | Pixels)[] = [...seals, ...work.redSeals],
    out: Touched[] = [];
  if (all.length === 0) return out;
  for (const grid of gridRegions(drawn)) {
    const cells = grid.cells.map(({ column, column_span, box: [x0, y0, x1, y1] }) => ({
      column: column_span === 1 ? column : -1,
      box: { x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale },
    }));
    for (const cell of cells) {
      const seal = all.find((s) => touches(cell.box, s, work.dpi));
      if (!seal) continue;
      const column = cell.column < 0 ? [] : cells.filter((o) => o !== cell && o.column === cell.column);
      out.push({ box: cell.box, seal, column: column.map((o) => o.box) });
    }
  }
  return out;
}

/** @param lines of the rest of the page */
export async function readTouched(
  engine: OcrEngine,
  view: View,
  cells: readonly Touched[],
  lines: readonly Line[],
): Promise<SealedCell[]> {
  const heights = view.segments.map((s) => s.em).sort((a, b) => a - b),
    usual = heights[heights.length >> 1];
  const out: SealedCell[] = [];
  // One seal's renderings at a time: each is a whole page.
  for (const seal of new Set(cells.map((cell) => cell.seal))) {
    const way: Way = {
      seal,
      engine,
      dpi: view.work.dpi,
      usual,
      renderings: renderingsFor(view, seal),
      weaker: !('x0' in seal) && printIsDarker(view, seal),
    };
    for (const cell of cells)
      if (cell.seal === seal) out.push(await readCell(way, cell.box, numbersStandIn(cell, lines)));
  }
  return out;
}

/** Lines of a column below its first number, and the share of them that must be numbers. */
const COLUMN_LINES = 2;
const COLUMN_SHARE = 0.7;

/** Is the cell one of a column's body, in which there are numbers? */
function numbersStandIn({ box, column }: Touched, lines: readonly Line[]): boolean {
  const inside = lines
    .filter((l) => column.some((other) => holds(other, l.segment)) && l.recognition.text !== '-')
    .sort((a, b) => a.segment.y0 - b.segment.y0);
  const first = inside.findIndex((l) => isPlainNumber(l.recognition.text)),
    body = first < 0 ? [] : inside.slice(first),
    numbers = body.filter((l) => isPlainNumber(l.recognition.text)).length;
  return numbers >= COLUMN_LINES && numbers >= body.length * COLUMN_SHARE && box.y1 > body[0]!.segment.y0;
}

/**
 * A black seal may hide a letter without a trace, and its own read as print does: what it reaches is doubtful,
 * however surely it reads.
 */
const UNDER_BLACK = 0.55;
/** Room beside a line in which a hidden letter may stand, in heights of letters. */
const BESIDE = 0.8;

function reaches(seal: Seal, { x0, x1, y0, y1, em }: Line['segment'], dpi: number): boolean {
  return touches({ x0: x0 - em * BESIDE, x1: x1 + em * BESIDE, y0, y1 }, seal, dpi);
}

/** Renderings that leave nothing of a seal that is lighter than print. */
const FADED: readonly Rendering[] = ['its strokes divided out', 'faded by level'];

/** How one seal's cells are read. */
interface Way {
  seal: Seal | Pixels;
  engine: OcrEngine;
  dpi: number;
  /** Height of the page's letters. */
  usual: number | undefined;
  renderings: readonly Rendered[];
  /** The seal is lighter than print: what fading takes away is the seal's. */
  weaker: boolean;
}

async function readCell(way: Way, box: Pixels, numeric: boolean): Promise<SealedCell> {
  const { renderings, weaker, seal, dpi } = way;
  const isUnder = (line: Line): boolean => !('x0' in seal) && reaches(seal, line.segment, dpi),
    hides = !('x0' in seal) && !canFade(seal);
  const shown: Shown[] = [],
    cell = (lines: Line[]): SealedCell => ({
      box,
      lines: hides ? lines.map((line) => (isUnder(line) ? limited(line, UNDER_BLACK) : line)) : lines,
      readings: distinct(shown.flatMap((s) => s.read)),
      inked: shown.some((s) => s.inked),
      ink: inkIn(renderings[0]!.picture(), box),
    });
  for (const rendering of renderings) {
    shown.push(await showing(way, rendering, box, numeric));
    // Where a seal is gone without a trace the first rendering says all.
    const lines = shown.length === 1 ? sureLines(shown[0]!, numeric) : null;
    if (lines && !lines.some(isUnder)) return cell(lines);
  }
  const votes = shown.flatMap((s) => s.votes),
    names = renderings.map((r) => r.name);
  if (numeric || !saysWords(shown)) {
    const number = chooseNumber(votes, names);
    if (number || numeric) return cell(number && !isStray([number], shown) ? [number] : []);
  }
  // What no rendering without the seal shows is the seal's.
  const faded = shown.filter((s) => FADED.includes(s.name));
  if (weaker && faded.length > 0 && faded.every((s) => s.lines.length === 0)) return cell([]);
  const words = chooseWords(shown);
  return cell(isStray(words, shown) ? [] : words);
}

/** What one rendering shows in a cell. */
async function showing(
  { engine, dpi, usual }: Way,
  { name, picture }: Rendered,
  box: Pixels,
  numeric: boolean,
): Promise<Shown> {
  const grey = picture(),
    cut = cutOut(grey, box, INSET * dpi),
    segments = segmentsOf(cut.grey, [], dpi, usual);
  const shown: Shown = { name, lines: [], votes: [], read: [], inked: segments.length > 0 };
  for (const segment of segments) {
    const found = await lineAt(engine, { grey: cut.grey, dpi }, segment);
    if (!found) continue;
    const line = movedBy(found, cut.x, cut.y, grey);
    let readings: Read[] = [];
    if (numeric || isNearlyNumber(line.recognition.text)) {
      const { bitmap } = cropOf(cut.grey, dpi, segment, CROP);
      const numbers = (await engine.recognise(bitmap, { expect: 'numeric' })).readings ?? [];
      readings = numbers.map((r) => ({ ...r, by: `${engine.name}, ${name}` }));
    }
    shown.lines.push(line);
    append(shown.read, readings);
    append(shown.votes, votesOf(line, name, readings));
  }
  return shown;
}

function inkIn(grey: Grey, box: Pixels): number {
  let ink = 0;
  for (let y = Math.ceil(box.y0); y < Math.min(grey.height, box.y1); y++)
    for (let x = Math.ceil(box.x0); x < Math.min(grey.width, box.x1); x++)
      if (grey.data[y * grey.width + x]! < INK) ink++;
  return ink;
}

/** Is the page's print darker than the seal, so that what fades is the seal's? */
function printIsDarker(view: View, seal: Seal): boolean {
  const levels = view.segments
    .filter((s) => !touches(s, seal, view.work.dpi))
    .map((s) => darkest(view.work.grey, s))
    .sort((a, b) => a - b);
  const print = levels[levels.length >> 1];
  return print !== undefined && print <= seal.level - CONTRAST;
}

/** The level of a line's darkest twentieth. */
function darkest(grey: Grey, s: Pixels): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let y = Math.floor(s.y0); y < s.y1; y++)
    for (let x = Math.floor(s.x0); x < s.x1; x++) {
      counts[grey.data[y * grey.width + x]!]!++;
      all++;
    }
  let level = 0;
  for (let seen = 0; level < 255; level++) {
    seen += counts[level]!;
    if (seen >= all * 0.05) break;
  }
  return level;
}

/** A cell's picture on paper of its own, so that no neighbour's ink shows in it. */
function cutOut(grey: Grey, box: Pixels, inset: number): { grey: Grey; x: number; y: number } {
  const x0 = Math.max(0, Math.ceil(box.x0 + inset)),
    y0 = Math.max(0, Math.ceil(box.y0 + inset)),
    x1 = Math.min(grey.width, Math.floor(box.x1 - inset)),
    y1 = Math.min(grey.height, Math.floor(box.y1 - inset));
  const room = 8,
    width = Math.max(1, x1 - x0) + 2 * room,
    height = Math.max(1, y1 - y0) + 2 * room;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = y0; y < y1; y++)
    data.set(grey.data.subarray(y * grey.width + x0, y * grey.width + x1), (y - y0 + room) * width + room);
  return { grey: { width, height, data }, x: x0 - room, y: y0 - room };
}

/** From its cell's picture back to the page's. */
function movedBy(line: Line, x: number, y: number, grey: Grey): Line {
  const { segment: s, crop } = line;
  return {
    ...line,
    grey,
    settled: true,
    segment: { ...s, x0: s.x0 + x, x1: s.x1 + x, y0: s.y0 + y, y1: s.y1 + y },
    crop: { ...crop, x0: crop.x0 + x, x1: crop.x1 + x },
  };
}
