/** @module Lines above and below a table -> its title, printed number, unit line and notes. */
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

const UNIT = /(?:金额)?(?:单位|计量单位)[:：](?:人民币)?(亿元|万元|千元|百元|元)/;
const BARE_UNIT = /^[（(]?(?:金额)?单位[:：]?(?:人民币)?(亿元|万元|千元|百元|元)[)）]?$/;
const PRINTED_NUMBER =
  /公开\s*\d+(?:[-—－]\d+)?\s*表|^(?:(?:部门|单位)?公开)?附?表\s*[\d一二三四五六七八九十]+(?:[-—－.]\d+)?$|^(?:财决|预算)(?:公开)?\s*\d+\s*表$/;
const ENTITY = /^(编制|填报|公开|预算)?(单位|部门|机构)([（(].{1,4}[）)])?(名称)?[:：]/;
const YEAR = /^[（(]?\d{4}\s*年度?[)）]?$/;
const NOTE = /^[（(]?(注|说明|备注)[）)]?\s*\d*[:：、.．\s]/;
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
  if (caption.title === '表') caption.title = null;
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
    const titled = UNIT_BEHIND_TITLE.exec(piece.text);
    if (titled) titles.push(titled[1]!);
    if (readCaptionPiece(titled ? titled[2]! : piece.text, line.page, piece.box, caption)) recognised = true;
    else if (ENDS_AS_TITLE.test(piece.text) && !NOTE.test(piece.text)) titles.push(piece.text);
    else others++;
  }
  // Number, title and unit on one line.
  if (recognised && titles.length === 1 && others === 0) caption.title ??= titles[0]!;
  else others += titles.length;
  if (!recognised) return 'other';
  return others === 0 || ENTITY.test(whole) || whole.length <= 40 ? 'caption' : 'other';
}

/** 收入决算表（单位：万元） */
const UNIT_BEHIND_TITLE = /^(.*表)[（(]((?:金额)?单位[:：](?:人民币)?(?:亿元|万元|千元|百元|元))[)）]$/;

/** Takes unit and printed number out of a piece of text without white space. @returns whether it is of a caption */
export function readCaptionPiece(text: string, page: number, box: Box, caption: Caption): boolean {
  const unit = UNIT.exec(text) ?? BARE_UNIT.exec(text);
  if (unit && text.length <= 40) {
    if (caption.unit === null) {
      caption.unit = unit[1]!;
      caption.unitEvidence = { quote: text, page, boxes: [box] };
    }
    return true;
  }
  const number = PRINTED_NUMBER.exec(text);
  if (number && text.length <= 14) {
    caption.printedNumber ??= number[0].replace(/\s+/g, '');
    return true;
  }
  return ENTITY.test(text) || YEAR.test(text);
}

/** 表, 表（续）, 表（按功能分类科目）. */
export const ENDS_AS_TITLE = /表(（续[表]?\d*）|\(续[表]?\d*\)|续)?(（[^）]*）|\([^)]*\))?$/;
const OTHER_TITLE_END = /情况$|明细$|统计$|名单$|清单$/;

function isTitle(text: string, line: TextLine, table: Box): boolean {
  if (text.length > LONGEST_TITLE || PROSE_END.test(text) || NOTE.test(text)) return false;
  if (!ENDS_AS_TITLE.test(text) && !OTHER_TITLE_END.test(text)) return false;
  if (/^[一二三四五六七八九十]+、.*(如下|见)/.test(text)) return false;
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
  if (ENDS_AS_TITLE.test(text) || /[。；：:]$/.test(text) || text.length > LONGEST_TITLE) return false;
  const width = upper.box[2] - upper.box[0];
  if (width > 0.6 * (table[2] - table[0]) && width > lower.box[2] - lower.box[0]) return true;
  const middle = (l: TextLine): number => (l.box[0] + l.box[2]) / 2;
  return (
    Math.abs(middle(upper) - middle(lower)) < size(upper) &&
    Math.abs(middle(lower) - (table[0] + table[2]) / 2) < 0.1 * (table[2] - table[0]) &&
    TITLE_WORD.test(text) &&
    !OWN_HEADING.test(text) &&
    squeeze(lower.text).length <= text.length + 2
  );
}

/** A title wrapped inside its bracket: …情况表（按功能分类 | 科目）. */
function closesBracketOf(upper: TextLine, lower: string): boolean {
  return /^[^（(]{0,20}[)）]$/.test(lower) && /[（(][^)）]*$/.test(squeeze(upper.text));
}

/** What titles of tables begin with; and what stands above them as a heading of its own. */
const TITLE_WORD = /收入|支出|收支|拨款|经费|基金|资本|预算|决算|采购|绩效|资产|项目|一般公共|政府性|国有/;
const OWN_HEADING =
  /^第.{1,3}部分|^[一二三四五六七八九十]+、|^附件?[\d一二三四五六七八九十]*[:：]?$|年度?$|(?:部门|单位)(?:预算|决算)(?:公开)?$|情况$|说明$|(?:局|委|会|办|厅|院|校|所|站|中心)$/;

/** A line in brackets below the title goes on with it: （按功能分类科目）. */
const BRACKETED = /^[（(][^（()）]{2,30}[)）]$/;

/** 注：… and 说明：… directly below, with the lines they wrap over. */
function readNotes(below: TextLine[], caption: Caption): void {
  let last: TextLine | null = null;
  for (const line of below) {
    const text = squeeze(line.text);
    const starts = NOTE.test(text);
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
  return /^第[一二三四五六七八九十]+部分|^[一二三四五六七八九十]+、|表$|^公开\d+表/.test(text) && text.length < 50;
}
