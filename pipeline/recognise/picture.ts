/**
 * @module A page -> its work picture the right way up, with rulings found and erased, and the places of its lines. Sheets that went through the
 * scanner sideways or head down are known by how unsure the recogniser is of them.
 */
import { areaOf } from '../geometry.js';
import type { Box, PageContent } from '../model.js';
import type { PdfFile } from '../read/reader.js';
import type { OcrEngine } from './engine.js';
import { eraseRulings } from './image/erase.js';
import { prepare, WORK_DPI, type WorkPage } from './image/prepare.js';
import { type PixelRuling, rulingsOf } from './image/rulings.js';
import { type Segment, segmentsOf } from './image/segments.js';
import { type LineReading, readLine } from './line.js';

export interface Picture {
  work: WorkPage;
  rulings: PixelRuling[];
  segments: Segment[];
  /** Lines read already, to tell which way up the page is. */
  read: Map<Segment, LineReading>;
}

/** A native image must cover this much of the page; else what lies beside it would be lost. */
const FULL_PAGE = 0.9;
/** More line pieces than any page has: a photograph or noise. */
const MAX_SEGMENTS = 3000;
/** Lines read to tell which way up a page is. */
const SAMPLE = 4;
/** Fewer characters than this never make a page sure. */
const LEAST = 4;
/** Print that is the right way up is read this surely, worn or not. */
const UPRIGHT = 0.75;
/** Another way up must be surer by this. */
const CLEARLY = 0.12;

type Quarters = 0 | 1 | 2 | 3;

/** @throws ReadError when the page can neither be rendered nor its image decoded */
export async function pictureOf(file: PdfFile, page: PageContent, engine: OcrEngine): Promise<Picture> {
  const own = page.glyphs.length === 0 ? await file.pageImage(page.number) : null;
  const native = own && own.coverage >= FULL_PAGE ? own : null;
  const bitmap = native ? native.bitmap : await file.render(page.number, { dpi: WORK_DPI });
  const where = native ? imageBox(page) : whole(page);
  const at = (quarters: Quarters): Picture =>
    pictureAt(prepare(bitmap, page, where, native?.bitsPerComponent ?? null, quarters));
  let best = at(0),
    sure = await sureness(best, engine);
  if (sure >= UPRIGHT) return best;
  for (const quarters of [1, 3, 2] as const) {
    const other = at(quarters),
      otherSure = await sureness(other, engine);
    if (otherSure > sure + CLEARLY) {
      best = other;
      sure = otherSure;
    }
    if (sure >= UPRIGHT) break;
  }
  return best;
}

function pictureAt(work: WorkPage): Picture {
  const rulings = rulingsOf(work.grey, work.dpi);
  eraseRulings(work.grey, rulings, work.dpi);
  const segments = segmentsOf(work.grey, rulings, work.dpi);
  return { work, rulings, segments: segments.length > MAX_SEGMENTS ? [] : segments, read: new Map() };
}

/**
 * Mean probability over some lines of ideographs; 1 for a page without lines, which is never turned. Digits are no help: 8, 0, 6 and 9 read well
 * upside down. They are lower than ideographs, so the taller lines are taken.
 */
async function sureness({ work, segments, read }: Picture, engine: OcrEngine): Promise<number> {
  if (segments.length === 0) return 1;
  const tall = (s: Segment): number => s.y1 - s.y0;
  const median = segments.map(tall).sort((a, b) => a - b)[segments.length >> 1]!;
  const lines = segments.filter((s) => tall(s) <= median * 2 && s.x1 - s.x0 > tall(s) * 1.5);
  const sample = [...(lines.length > 0 ? lines : segments)]
    .sort((a, b) => tall(b) - tall(a) || a.y0 - b.y0 || a.x0 - b.x0)
    .slice(0, SAMPLE);
  let sum = 0,
    count = 0;
  for (const segment of sample) {
    const line = await readLine(engine, work, segment),
      { characters } = line.recognition;
    read.set(segment, line);
    // Nothing read is as bad as read without any sureness.
    count += Math.max(1, characters.length);
    for (const c of characters) sum += c.probability;
  }
  // One letter that reads well may be a stroke of the wrong way up.
  return sum / Math.max(count, LEAST);
}

const whole = (page: PageContent): Box => [0, 0, page.width, page.height];

function imageBox(page: PageContent): Box {
  return (
    page.areas
      .filter((a) => a.kind === 'image')
      .map((a) => a.box)
      .sort((a, b) => areaOf(b) - areaOf(a))[0] ?? whole(page)
  );
}
