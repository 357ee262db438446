/**
 * @module A page that must be recognised -> the same page with glyphs and rulings from its picture, in the terms that
 * the text layer
 * would have given them. Needs only the file and the page number: pages may be recognised in any order and in several
 * processes.
 */
import { hundredths } from '../geometry.js';
import type { Box, Glyph, NumericReading, PageContent, Ruling, UnreadInk } from '../model.js';
import type { PdfFile } from '../read/reader.js';
import { doubtedNumbers } from './doubt.js';
import type { OcrEngine } from './engine.js';
import { glyphsOf } from './glyphs.js';
import type { WorkPage } from './image/prepare.js';
import type { PixelRuling } from './image/rulings.js';
import { withoutUnderlines } from './image/underlines.js';
import { CROP } from './line.js';
import { type Line, leastOf, lineAt, meanOf } from './lines.js';
import { distinct, readingsOf, weigh } from './opinions.js';
import type { Turn, View } from './orientation.js';
import { pictureOf } from './picture.js';
import { readTouched, type SealedCell, type Touched, touchedCells } from './sealed-cells.js';
import { holds, type Pixels, unreadInk } from './unread.js';
import { append, greatest, least } from '../domain/extremes.js';

/** Lines outside tables that are less sure than this on average are no letters: emblems, photographs, handwriting. */
const NOISE = 0.5;

/** @throws ReadError when the page can neither be rendered nor its image decoded. */
export async function recognisePage(
  file: PdfFile,
  page: PageContent,
  engine: OcrEngine,
  reason: string,
): Promise<PageContent> {
  const picture = await pictureOf(file, page, engine);
  const { work, rulings, segments, turn } = picture;
  const scale = 72 / work.dpi;
  const drawn = withoutUnderlines(rulings, segments, work.dpi).map((r) => inPoints(r, scale));
  const touched = touchedCells(picture, drawn),
    free = await freeLines(engine, picture, touched);
  const sealed = await readTouched(engine, picture, touched, free);
  const lines = [...free, ...sealed.flatMap((cell) => cell.lines)].sort(
    (a, b) => a.segment.y0 - b.segment.y0 || a.segment.x0 - b.segment.x0,
  );
  const numericReadings = [
    ...(await askAgain(lines, drawn, work, engine, scale)),
    ...sealed
      .filter((cell) => cell.readings.length > 0)
      .map((cell) => ({
        box: boxOf(cell.box, scale),
        text: cell.lines.map((l) => l.recognition.text).join(''),
        readings: cell.readings,
        agreed: null,
      })),
  ];
  const glyphs: Glyph[] = [];
  for (const { grey, segment, crop, recognition, overruled } of lines)
    append(glyphs, glyphsOf(grey, segment, crop, recognition, glyphs.length, scale, overruled));
  if (isOpen(turn)) for (const glyph of glyphs) glyph.confidence = Math.min(glyph.confidence, OPEN);
  const unread = unreadOn(picture, lines, sealed).map((p) => ({
    box: boxOf(p, scale),
    ink: Math.round(p.ink * scale * scale * 100) / 100,
  }));
  return {
    ...page,
    width: work.width,
    height: work.height,
    glyphs,
    rulings: drawn,
    areas: [],
    unmappedGlyphs: 0,
    hiddenGlyphs: 0,
    textSource: glyphs.length > 0 || rulings.length > 0 ? 'ocr' : 'none',
    reason: [reason, ...turnNote(turn), ...(glyphs.length > 0 ? [] : [emptyNote(unread, rulings)])].join('; '),
    imageQuality: work.quality,
    upright: { matrix: work.matrix, width: page.width, height: page.height },
    numericReadings,
    unread,
  };
}

/** The lines outside the cells that a seal touches. */
async function freeLines(
  engine: OcrEngine,
  { work, rulings, segments, read }: View,
  sealed: readonly Touched[],
): Promise<Line[]> {
  const tables = tableBoxes(rulings);
  const lines: Line[] = [];
  for (const segment of segments) {
    if (sealed.some((cell) => holds(cell.box, segment))) continue;
    const line = await lineAt(engine, work, segment, read.get(segment));
    if (!line) continue;
    const inTable = tables.some(
      (b) => segment.x0 >= b[0] && segment.x1 <= b[2] && segment.y0 >= b[1] && segment.y1 <= b[3],
    );
    if (meanOf(line.recognition) >= NOISE || inTable) lines.push(line);
  }
  return lines;
}

/**
 * Ink that gave no text. A sealed cell that was read holds a seal's ink beside its text; a blank one is not surely
 * blank.
 */
function unreadOn(
  { work, rulings }: View,
  lines: readonly Line[],
  sealed: readonly SealedCell[],
): (Pixels & { ink: number })[] {
  const read = [...lines.map((line) => line.segment), ...sealed.map((cell) => cell.box)];
  const blank = sealed.filter((cell) => cell.inked && cell.lines.length === 0);
  return [...unreadInk(work.grey, work.dpi, read, rulings), ...blank.map(({ box, ink }) => ({ ...box, ink }))];
}

/** A way up that is ahead of the next one by less than this is a guess, and all that was read so is doubtful. */
const AHEAD = 0.1;
const OPEN = 0.5;

const isOpen = ({ margin }: Turn): boolean => margin !== null && margin < AHEAD;

/** What the record says of how the sheet lay, where that was no matter of course. */
function turnNote({ quarters, sureness, margin }: Turn): string[] {
  if (margin === null) return [];
  const way = quarters === 0 ? 'read as it lies' : `turned by ${quarters * 90}° clockwise`;
  return [`${way} (reads ${sureness.toFixed(2)}, ${margin.toFixed(2)} ahead of the next way up)`];
}

function emptyNote(unread: readonly UnreadInk[], rulings: readonly PixelRuling[]): string {
  if (unread.length > 0) return 'what is printed on it was not read';
  return rulings.length > 0 ? 'only lines are printed on it' : 'nothing is printed on it';
}

/** Second opinions on doubtful numbers; puts what they come to into the lines. */
async function askAgain(
  lines: Line[],
  rulings: Ruling[],
  work: WorkPage,
  engine: OcrEngine,
  scale: number,
): Promise<NumericReading[]> {
  const doubted = doubtedNumbers(
    lines.map(({ segment, recognition }) => ({
      box: boxOf(segment, scale),
      text: recognition.text,
      probability: leastOf(recognition),
    })),
    rulings,
  );
  const out: NumericReading[] = [];
  for (const i of [...doubted.keys()].sort((a, b) => a - b)) {
    const line = lines[i]!;
    // Renderings of a seal's cells were weighed against one another already.
    if (line.settled) continue;
    const opinion = weigh(
      line.recognition,
      await readingsOf(engine, line.grey, work.dpi, line.segment, CROP, work.quality !== 'good'),
      engine.name,
      doubted.get(i) === 'magnitude',
    );
    line.recognition = opinion.recognition;
    line.overruled = opinion.overruled;
    out.push({
      box: boxOf(line.segment, scale),
      text: opinion.recognition.text,
      readings: opinion.readings,
      agreed: opinion.agreed,
    });
  }
  return out;
}

/**
 * Looks again at numbers that the arithmetic doubts.
 * @param page as recognisePage gave it @param displayed the page as the reader gave it @param boxes in the content
 * frame of `page`
 */
export async function readAgain(
  file: PdfFile,
  displayed: PageContent,
  boxes: Box[],
  engine: OcrEngine,
): Promise<NumericReading['readings'][]> {
  const { work, segments } = await pictureOf(file, displayed, engine);
  const scale = 72 / work.dpi;
  const out: NumericReading['readings'][] = [];
  for (const box of boxes) {
    const inside = segments.filter((s) => {
      const [x0, y0, x1, y1] = boxOf(s, scale),
        x = (x0 + x1) / 2,
        y = (y0 + y1) / 2;
      return x > box[0] && x < box[2] && y > box[1] && y < box[3];
    });
    // Beside the number there may be dirt; the widest piece is the number.
    const number = inside.sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))[0];
    out.push(number ? distinct(await readingsOf(engine, work.grey, work.dpi, number, CROP, true)) : []);
  }
  return out;
}

function boxOf(p: Pixels, scale: number): Box {
  const place = (x: number): number => hundredths(x * scale);
  return [place(p.x0), place(p.y0), place(p.x1), place(p.y1)];
}

function tableBoxes(rulings: PixelRuling[]): Box[] {
  const h = rulings.filter((r) => r.orientation === 'horizontal'),
    v = rulings.filter((r) => r.orientation === 'vertical');
  if (h.length < 2 || v.length < 2) return [];
  return [
    [
      least(v.map((r) => r.at)),
      least(h.map((r) => r.at)),
      greatest(v.map((r) => r.at)),
      greatest(h.map((r) => r.at)),
    ],
  ];
}

function inPoints(r: PixelRuling, scale: number): Ruling {
  return {
    orientation: r.orientation,
    at: hundredths(r.at * scale),
    from: hundredths(r.from * scale),
    to: hundredths(r.to * scale),
    width: hundredths(r.width * scale),
    kind: 'stroke',
    hidden: null,
  };
}
