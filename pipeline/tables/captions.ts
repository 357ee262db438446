/** @module Lines above and below a table -> its title, printed number, unit line and notes. */
import {
  endsAsList,
  endsAsTitle,
  endsNotes,
  holdsTitleWord,
  isEntityLine,
  isOwnHeading,
  isTitleRest,
  isYearLine,
  printedTableNumber,
  refersToTable,
  startsNote,
  titleAndUnit,
  unitOfCaption,
} from '../domain/captions.js';
import type { Box, Glyph, TextLine } from '../model.js';
import { boxOf, isGap } from './lines.js';

export interface Caption {
  title: string | null;
  printedNumber: string | null;
  unit: string | null;
  unitEvidence: { quote: string; page: number; boxes: Box[] } | null;
  notes: string[];
  /** Lines that belong to the table and are no prose. */
  lines: TextLine[];
}

const PROSE_END = /[。；：:，,、]$/;
/** Titles are at most this long; sentences are longer. */
const LONGEST_TITLE = 60;
/** Caption lines searched above a table. */
const MOST_LINES = 8;

/** Pieces of a line that a wide gap separates: 编制单位… | 2023年度 | 金额单位：万元. */
function pieces(line: TextLine): { text: string; box: Box }[] {
  const parts: Glyph[][] = [];
  line.glyphs.forEach((g, i) => {
    const before = line.glyphs[i - 1];
    if (before && isGap(before, g) && g.x0 - before.x1 > 1.8 * g.size) parts.push([g]);
    else if (before) parts[parts.length - 1]!.push(g);
    else parts.push([g]);
  });
  return parts.map((glyphs) => ({
    text: glyphs
      .map((g) => g.text)
      .join('')
      .replace(/\s+/g, ''),
    box: boxOf(glyphs),
  }));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/**
 * @param above lines between the previous table (or the top of the page) and this one, top to bottom
 * @param below lines between this table and the next (or the end of the page), top to bottom
 */
export function captionOf(table: Box, above: TextLine[], below: TextLine[]): Caption {
  const caption: Caption = { title: null, printedNumber: null, unit: null, unitEvidence: null, notes: [], lines: [] };
  let titleLine: TextLine | null = null;
  let remark = '';
  for (let i = above.length - 1; i >= Math.max(0, above.length - MOST_LINES); i--) {
    const line = above[i]!;
    const kind = readCaptionLine(line, caption);
    if (kind === 'caption') {
      caption.lines.push(line);
      continue;
    }
    const text = squeeze(line.text);
    const upper = above[i - 1];
    if (
      titleLine === null &&
      caption.title === null &&
      upper &&
      closesBracketOf(upper, text) &&
      isTitle(squeeze(upper.text) + text, upper, table)
    ) {
      titleLine = upper;
      caption.title = squeeze(upper.text) + text;
      caption.lines.push(line, upper);
      i--;
      continue;
    }
    if (titleLine === null && caption.title === null && isTitle(text, line, table)) {
      titleLine = line;
      caption.title = text + remark;
      caption.lines.push(line);
      continue;
    }
    if (titleLine === null && caption.title === null && remark === '' && BRACKETED.test(text)) {
      remark = text;
      caption.lines.push(line);
      continue;
    }
    if (titleLine !== null && wrapsInto(line, titleLine, table)) {
      caption.title = text + caption.title;
      caption.lines.push(line);
      titleLine = line;
      continue;
    }
    if (titleLine === null || PROSE_END.test(text)) break;
    // A heading above the title: the printed number or unit may stand above it still, nothing else does.
    if (caption.unit !== null || text.length > LONGEST_TITLE) break;
  }
  // What is left of a title whose beginning was not found names nothing.
  if (isTitleRest(caption.title)) caption.title = null;
  readNotes(below, caption);
  caption.lines.reverse();
  return caption;
}

function readCaptionLine(line: TextLine, caption: Caption): 'caption' | 'other' {
  const whole = squeeze(line.text);
  let recognised = false;
  let others = 0;
  const titles: string[] = [];
  for (const piece of pieces(line)) {
    const titled = titleAndUnit(piece.text);
    if (titled) titles.push(titled.title);
    if (readCaptionPiece(titled ? titled.unit : piece.text, line.page, piece.box, caption)) recognised = true;
    else if (endsAsTitle(piece.text) && !startsNote(piece.text)) titles.push(piece.text);
    else others++;
  }
  // Number, title and unit on one line.
  if (recognised && titles.length === 1 && others === 0) caption.title ??= titles[0]!;
  else others += titles.length;
  if (!recognised) return 'other';
  return others === 0 || isEntityLine(whole) || whole.length <= 40 ? 'caption' : 'other';
}

/** Takes unit and printed number out of a piece of text without white space. @returns whether it is of a caption */
export function readCaptionPiece(text: string, page: number, box: Box, caption: Caption): boolean {
  const unit = unitOfCaption(text);
  if (unit !== null && text.length <= 40) {
    if (caption.unit === null) {
      caption.unit = unit;
      caption.unitEvidence = { quote: text, page, boxes: [box] };
    }
    return true;
  }
  const number = printedTableNumber(text);
  if (number !== null && text.length <= 14) {
    caption.printedNumber ??= number;
    return true;
  }
  return isEntityLine(text) || isYearLine(text);
}

function isTitle(text: string, line: TextLine, table: Box): boolean {
  if (text.length > LONGEST_TITLE || PROSE_END.test(text) || startsNote(text)) return false;
  if (!endsAsTitle(text) && !endsAsList(text)) return false;
  if (refersToTable(text)) return false;
  const middle = (line.box[0] + line.box[2]) / 2;
  return middle > table[0] - 20 && middle < table[2] + 20;
}

/**
 * A title set over two lines of one size: the upper one nearly as wide as the table allows, or the beginning of a
 * phrase set in the middle.
 */
function wrapsInto(upper: TextLine, lower: TextLine, table: Box): boolean {
  const size = (l: TextLine): number => l.glyphs[0]!.size;
  if (Math.abs(size(upper) - size(lower)) > 0.5) return false;
  if (lower.box[1] - upper.box[3] > 1.2 * size(upper)) return false;
  const text = squeeze(upper.text);
  if (endsAsTitle(text) || /[。；：:]$/.test(text) || text.length > LONGEST_TITLE) return false;
  const width = upper.box[2] - upper.box[0];
  if (width > 0.6 * (table[2] - table[0]) && width > lower.box[2] - lower.box[0]) return true;
  const middle = (l: TextLine): number => (l.box[0] + l.box[2]) / 2;
  return (
    Math.abs(middle(upper) - middle(lower)) < size(upper) &&
    Math.abs(middle(lower) - (table[0] + table[2]) / 2) < 0.1 * (table[2] - table[0]) &&
    holdsTitleWord(text) &&
    !isOwnHeading(text) &&
    squeeze(lower.text).length <= text.length + 2
  );
}

/** A title wrapped inside its bracket: …情况表（按功能分类 | 科目）. */
function closesBracketOf(upper: TextLine, lower: string): boolean {
  return /^[^（(]{0,20}[)）]$/.test(lower) && /[（(][^)）]*$/.test(squeeze(upper.text));
}

/** A line in brackets below the title goes on with it: （按功能分类科目）. */
const BRACKETED = /^[（(][^（()）]{2,30}[)）]$/;

/** 注：… and 说明：… directly below, with the lines they wrap over. */
function readNotes(below: TextLine[], caption: Caption): void {
  let last: TextLine | null = null;
  for (const line of below) {
    const text = squeeze(line.text);
    const starts = startsNote(text);
    if (starts) caption.notes.push(text);
    else if (
      last !== null &&
      caption.notes.length > 0 &&
      line.box[1] - last.box[3] < 1.6 * line.glyphs[0]!.size &&
      !isHeading(text)
    ) {
      // A wrapped note goes on flush; a further remark of its own starts after a full stop.
      if (/[。！？]$/.test(caption.notes[caption.notes.length - 1]!)) caption.notes.push(text);
      else caption.notes[caption.notes.length - 1] += text;
    } else break;
    caption.lines.push(line);
    last = line;
  }
}

function isHeading(text: string): boolean {
  return endsNotes(text) && text.length < 50;
}
