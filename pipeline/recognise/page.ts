/**
 * @module A page that must be recognised -> the same page with glyphs and rulings from its picture, in the terms that the text layer
 * would have given them. Needs only the file and the page number: pages may be recognised in any order and in several processes.
 */
import { hundredths } from '../geometry.js';
import type { Box, Glyph, NumericReading, PageContent, Ruling } from '../model.js';
import type { PdfFile } from '../read/reader.js';
import type { OcrEngine, Recognition } from './engine.js';
import { doubtedNumbers } from './doubt.js';
import { glyphsOf } from './glyphs.js';
import type { Crop } from './image/crop.js';
import type { WorkPage } from './image/prepare.js';
import type { PixelRuling } from './image/rulings.js';
import type { Segment } from './image/segments.js';
import { CROP, readLine } from './line.js';
import { isNumberLike, numericSign } from './numeric.js';
import { readingsOf, weigh } from './opinions.js';
import { pictureOf } from './picture.js';

/** Lines outside tables that are less sure than this on average are no letters: emblems, photographs, handwriting. */
const NOISE = 0.5;

interface Line {
  segment: Segment;
  crop: Crop;
  recognition: Recognition;
  overruled: boolean;
}

/** @throws ReadError when the page can neither be rendered nor its image decoded. */
export async function recognisePage(
  file: PdfFile,
  page: PageContent,
  engine: OcrEngine,
  reason: string,
): Promise<PageContent> {
  const { work, rulings, segments, read } = await pictureOf(file, page, engine);
  const scale = 72 / work.dpi;
  const tables = tableBoxes(rulings);
  const lines: Line[] = [];
  for (const segment of segments) {
    const { crop, recognition: raw } = read.get(segment) ?? (await readLine(engine, work, segment));
    const recognition = settle(raw, segment);
    if (recognition.characters.length === 0) continue;
    const mean = recognition.characters.reduce((sum, c) => sum + c.probability, 0) / recognition.characters.length;
    const inTable = tables.some(
      (b) => segment.x0 >= b[0] && segment.x1 <= b[2] && segment.y0 >= b[1] && segment.y1 <= b[3],
    );
    if (mean >= NOISE || inTable) lines.push({ segment, crop, recognition, overruled: false });
  }
  const drawn = rulings.map((r) => inPoints(r, scale));
  const numericReadings = await askAgain(lines, drawn, work, engine, scale);
  const glyphs: Glyph[] = [];
  for (const { segment, crop, recognition, overruled } of lines)
    glyphs.push(...glyphsOf(work.grey, segment, crop, recognition, glyphs.length, scale, overruled));
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
    reason: glyphs.length > 0 || rulings.length > 0 ? reason : `${reason}; nothing is printed on it`,
    imageQuality: work.quality,
    upright: { matrix: work.matrix, width: page.width, height: page.height },
    numericReadings,
  };
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
      probability: Math.min(...recognition.characters.map((c) => c.probability)),
    })),
    rulings,
  );
  const out: NumericReading[] = [];
  for (const i of [...doubted.keys()].sort((a, b) => a - b)) {
    const line = lines[i]!;
    const opinion = weigh(
      line.recognition,
      await readingsOf(engine, work.grey, work.dpi, line.segment, CROP, work.quality !== 'good'),
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
 * @param page as recognisePage gave it @param displayed the page as the reader gave it @param boxes in the content frame of `page`
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
    out.push(number ? await readingsOf(engine, work.grey, work.dpi, number, CROP, true) : []);
  }
  return out;
}

function boxOf(segment: Segment, scale: number): Box {
  const place = (x: number): number => hundredths(x * scale);
  return [place(segment.x0), place(segment.y0), place(segment.x1), place(segment.y1)];
}

/** Signs of numbers as numbers print them; a lone stroke is the dash that tables print for nothing. */
function settle(recognition: Recognition, segment: Segment): Recognition {
  const characters = recognition.characters.filter((c) => c.text.trim() !== '');
  const text = characters.map((c) => c.text).join('');
  const flat =
    segment.y1 - segment.y0 < segment.em * 0.3 && segment.x1 - segment.x0 > (segment.y1 - segment.y0) * 1.5;
  if (flat && characters.length === 1 && /^[-—–－一_~.]$/.test(text)) {
    return {
      text: '-',
      characters: [{ ...characters[0]!, text: '-', probability: Math.max(characters[0]!.probability, 0.9) }],
    };
  }
  const numbered = numbering(characters);
  if (numbered) return { text: numbered.map((c) => c.text).join(''), characters: numbered };
  // 3、 is a numbering.
  if (!isNumberLike(text) || text.endsWith('、')) return { text, characters };
  const plain = characters.map((c) => ({ ...c, text: numericSign(c.text) }));
  return { text: plain.map((c) => c.text).join(''), characters: plain };
}

/** Before the numbering comma a lying stroke is the number one and a cross the number ten: 一、, 二十一、; recognisers take them for dashes and plus signs. */
function numbering(characters: Recognition['characters']): Recognition['characters'] | null {
  const text = characters.map((c) => c.text).join('');
  const number =
    /^[一二三四五六七八九]?[十+]?[-—–－ー−‐|lI_^一二三四五六七八九]?(?=[、，,.．][\u4e00-\u9fff])/.exec(text)?.[0] ??
    '';
  if (!/[^一二三四五六七八九十]/.test(number)) return null;
  return characters.map((c, i) => {
    if (i === number.length) return { ...c, text: '、' };
    if (i > number.length || /[一二三四五六七八九十]/.test(c.text)) return c;
    return { ...c, text: c.text === '+' ? '十' : '一', probability: Math.min(c.probability, 0.8) };
  });
}

function tableBoxes(rulings: PixelRuling[]): Box[] {
  const h = rulings.filter((r) => r.orientation === 'horizontal'),
    v = rulings.filter((r) => r.orientation === 'vertical');
  if (h.length < 2 || v.length < 2) return [];
  return [
    [
      Math.min(...v.map((r) => r.at)),
      Math.min(...h.map((r) => r.at)),
      Math.max(...v.map((r) => r.at)),
      Math.max(...h.map((r) => r.at)),
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
