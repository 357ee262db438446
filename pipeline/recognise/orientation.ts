/**
 * @module A page's picture as it lies -> the way up in which it reads, and by how much that way reads better than the
 * next one.
 * Letters lying on their side still look like letters: only long lines that read almost without doubt end the search
 * early.
 */
import type { OcrEngine } from './engine.js';
import { type PageSize, type Quarters, turned, type WorkPage } from './image/prepare.js';
import type { PixelRuling } from './image/rulings.js';
import { type Seal, turnedSeal } from './image/seals.js';
import { type Segment, segmentsOf } from './image/segments.js';
import { type LineReading, readLine } from './line.js';

/** A work page, its rulings found and erased. */
export interface Sheet {
  work: WorkPage;
  rulings: PixelRuling[];
  /** Round seals; red ones are known by their colour as well (work.redSeals). */
  seals: Seal[];
}

/** A page the way up in which it was looked at. */
export interface View extends Sheet {
  segments: Segment[];
  /** Lines read already, to tell which way up the page is. */
  read: Map<Segment, LineReading>;
}

export interface Turn {
  /** Clockwise quarters that the sheet was turned by. */
  quarters: Quarters;
  /** How surely its sample reads: 0…1. */
  sureness: number;
  /**
   * By how much the way chosen is ahead of the next; null where it read so well that no other was tried, or nothing
   * could be read.
   */
  margin: number | null;
}

/** More line pieces than any page has: a photograph or noise. */
const MAX_SEGMENTS = 3000;
/** Print the right way up reads this surely over so many letters; lying letters reach 0.8. */
const UPRIGHT = 0.95;
const ENOUGH = 10;
/** Lines read at least and at most to tell. */
const LINES = [3, 6] as const;
/** Lines longer than this many times their height tell no more, and cost more. */
const LONG = 14;
/** Fewer letters than this never make a page sure. */
const LEAST = 6;
/** A piece longer than this many times its height is a line; a column of lying letters falls into short pieces. */
const LINE = 2.5;
/**
 * On a page the right way up so large a share of the pieces are lines; on one that lies on its side hardly any are.
 */
const LINEAR = 0.4;
/** What the shape of the pieces weighs beside what is read. */
const SHAPE = 0.25;
/** A page with little to tell by stays as it lies unless another way is ahead by this. */
const CLEARLY = 0.05;

export async function uprightView(sheet: Sheet, page: PageSize, engine: OcrEngine): Promise<View & { turn: Turn }> {
  const asItLies = viewOf(sheet);
  if (asItLies.segments.length === 0) return { ...asItLies, turn: { quarters: 0, sureness: 0, margin: null } };
  const first = await readSample(asItLies, engine);
  if (first.sureness >= UPRIGHT && first.letters >= ENOUGH && linear(asItLies.segments) >= LINEAR)
    return { ...asItLies, turn: { quarters: 0, sureness: first.sureness, margin: null } };
  const ways = [{ view: asItLies, quarters: 0 as Quarters, sureness: first.sureness, score: 0 }];
  for (const quarters of [1, 2, 3] as const) {
    const view = viewOf(turnedSheet(sheet, page, quarters));
    ways.push({ view, quarters, sureness: (await readSample(view, engine)).sureness, score: 0 });
  }
  for (const way of ways) way.score = way.sureness * (1 - SHAPE) + linear(way.view.segments) * SHAPE;
  ways[0]!.score += CLEARLY;
  ways.sort((a, b) => b.score - a.score || a.quarters - b.quarters);
  const [best, next] = ways as [(typeof ways)[0], (typeof ways)[0]];
  return {
    ...best.view,
    turn: { quarters: best.quarters, sureness: best.sureness, margin: best.score - next.score },
  };
}

function viewOf(sheet: Sheet): View {
  const segments = segmentsOf(sheet.work.grey, sheet.rulings, sheet.work.dpi);
  return { ...sheet, segments: segments.length > MAX_SEGMENTS ? [] : segments, read: new Map() };
}

function turnedSheet({ work, rulings, seals }: Sheet, page: PageSize, quarters: Quarters): Sheet {
  return {
    work: turned(work, page, quarters),
    rulings: turnedRulings(rulings, work, quarters),
    seals: seals.map((seal) => turnedSeal(seal, work.grey, quarters)),
  };
}

/** Rulings of a page that is turned by so many quarters clockwise. */
export function turnedRulings(
  rulings: readonly PixelRuling[],
  { grey: { width, height } }: Pick<WorkPage, 'grey'>,
  quarters: Quarters,
): PixelRuling[] {
  const across = { horizontal: 'vertical', vertical: 'horizontal' } as const;
  const mirrored = (r: PixelRuling, across: number, along: number): PixelRuling => ({
    ...r,
    at: across - r.at,
    from: along - r.to,
    to: along - r.from,
  });
  return rulings
    .map((r): PixelRuling => {
      const lying = r.orientation === 'horizontal';
      if (quarters === 0) return r;
      if (quarters === 2) return lying ? mirrored(r, height, width) : mirrored(r, width, height);
      const orientation = across[r.orientation];
      // Clockwise, what was above comes to the right; counter-clockwise, what was at the right comes to the top.
      if (quarters === 1)
        return lying
          ? { ...r, orientation, at: height - r.at }
          : { ...r, orientation, from: height - r.to, to: height - r.from };
      return lying
        ? { ...r, orientation, from: width - r.to, to: width - r.from }
        : { ...r, orientation, at: width - r.at };
    })
    .sort(
      (a, b) =>
        (a.orientation < b.orientation ? -1 : a.orientation > b.orientation ? 1 : 0) ||
        a.at - b.at ||
        a.from - b.from,
    );
}

/**
 * Mean probability over the longest lines' letters. Digits and signs are no help where there are letters: 8, 0, 6 and
 * 9 read well upside down.
 */
async function readSample(
  { work, segments, read }: View,
  engine: OcrEngine,
): Promise<{ sureness: number; letters: number }> {
  const tall = (s: Segment): number => s.y1 - s.y0,
    long = (s: Segment): number => Math.min(LONG, (s.x1 - s.x0) / tall(s));
  const median = segments.map(tall).sort((a, b) => a - b)[segments.length >> 1]!;
  const usual = segments.filter((s) => tall(s) <= median * 3 && tall(s) >= median * 0.5);
  const sample = [...(usual.length > 0 ? usual : segments)].sort(
    (a, b) => long(b) - long(a) || a.y0 - b.y0 || a.x0 - b.x0,
  );
  const all: number[] = [],
    letters: number[] = [];
  for (const [i, segment] of sample.slice(0, LINES[1]).entries()) {
    if (i >= LINES[0] && letters.length >= ENOUGH * 2) break;
    const line = await readLine(engine, work, segment);
    read.set(segment, line);
    // Nothing read is as bad as read without any sureness.
    if (line.recognition.characters.length === 0) all.push(0);
    for (const c of line.recognition.characters) {
      all.push(c.probability);
      if (/[^\d\s.,，。、:：%()（）—-]/.test(c.text)) letters.push(c.probability);
    }
  }
  const told = letters.length >= LEAST ? letters : all;
  // One letter that reads well may be a stroke of the wrong way up.
  return { sureness: told.reduce((sum, p) => sum + p, 0) / Math.max(told.length, LEAST), letters: letters.length };
}

/** The share of the pieces, by their length, that are lines of letters. */
function linear(segments: readonly Segment[]): number {
  let lines = 0,
    all = 0;
  for (const s of segments) {
    const width = s.x1 - s.x0,
      height = s.y1 - s.y0;
    all += Math.max(width, height);
    if (width > height * LINE) lines += width;
  }
  return lines / Math.max(1, all);
}
