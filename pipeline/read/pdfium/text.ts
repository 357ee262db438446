/**
 * @module One loaded page's characters -> glyphs, taken from PDFium's text page; runs (text objects) come from the
 * walk over the page's objects.
 */
import type { Matrix } from '../geometry.js';
import { applyX, applyY } from '../geometry.js';
import type { PageBuilder, TextRun } from '../page-builder.js';
import type { Pdfium } from './library.js';

/** A text object met in the walk: its run, and where that stands. */
export interface PdfiumRun {
  run: TextRun;
  /** Place in content order. */
  order: number;
  /** Place in paint order: of its last copy. */
  sequence: number;
  /** Displayed place of the text object's origin. */
  x: number;
  y: number;
  /** Address of its font. */
  font: number;
  /** Length of the em along the baseline, and whether that is closer to the x axis, in user space. */
  em: number;
  acrossInUserSpace: boolean;
}

/** PDFium marks a hyphen at a line's end with this. */
const HYPHEN = 0x02;
/** PDFium takes these apart; the font's width table knows them whole. */
const LIGATURES = new Map([
  ['ff', 0xfb00],
  ['fi', 0xfb01],
  ['fl', 0xfb02],
  ['ffi', 0xfb03],
  ['ffl', 0xfb04],
]);

export function readText(
  lib: Pdfium,
  page: number,
  runs: Map<number, PdfiumRun>,
  toDisplay: Matrix,
  widths: AdvanceWidths,
  builder: PageBuilder,
): void {
  const { c } = lib;
  const textPage = c.FPDFText_LoadPage(page);
  if (textPage === 0) return;
  try {
    const count = c.FPDFText_CountChars(textPage);
    const objects = new Int32Array(count);
    const withText = new Set<number>();
    for (let i = 0; i < count; i++) {
      const object = c.FPDFText_GetTextObject(textPage, i);
      objects[i] = object;
      if (i === 0 || object !== objects[i - 1]) withText.add(object);
    }
    heedCopies(runs, withText);
    const origin = lib.scratch;
    const box = lib.scratch + 16;
    // A glyph that maps to several characters comes as several, all at one place: each waits for those that follow.
    let waiting: PdfiumRun | null = null;
    let [waitingRaw, waitingX, waitingY, waitingWide, waitingAdvance, waitingIndex, waitingUnmapped] = [
      '',
      0,
      0,
      0,
      0,
      0,
      false,
    ];
    const flush = (): void => {
      if (!waiting) return;
      builder.glyph(
        waiting.run,
        waitingUnmapped ? '' : waitingRaw,
        applyX(toDisplay, waitingX, waitingY),
        applyY(toDisplay, waitingX, waitingY),
        waitingAdvance,
        waiting.order * 65536 + waitingIndex,
        waiting.sequence,
      );
    };
    let owner: PdfiumRun | undefined;
    let previous = 0;
    let index = 0;
    for (let i = 0; i < count; i++) {
      const object = objects[i]!;
      if (i === 0 || object !== objects[i - 1]) owner = runs.get(object);
      if (!owner || c.FPDFText_IsGenerated(textPage, i) === 1) continue;
      index = object === previous ? index + 1 : 0;
      previous = object;
      let code = c.FPDFText_GetUnicode(textPage, i) >>> 0;
      if (code === HYPHEN && c.FPDFText_IsHyphen(textPage, i) === 1) code = 0x2d;
      const raw = code === 0 || code > 0x10ffff ? '' : String.fromCodePoint(code);
      c.FPDFText_GetCharOrigin(textPage, i, origin, origin + 8);
      const x = lib.f64(0);
      const y = lib.f64(8);
      c.FPDFText_GetLooseCharBox(textPage, i, box);
      const extent = owner.acrossInUserSpace ? lib.f32(24) - lib.f32(16) : lib.f32(20) - lib.f32(28);
      const wide = owner.em > 0 ? Math.abs(extent) / owner.em : 0;
      if (
        waiting === owner &&
        waitingX === x &&
        waitingY === y &&
        !waitingUnmapped &&
        wide > 0 &&
        Math.abs(waitingWide - wide) < 1e-4
      ) {
        waitingRaw += raw;
        const ligature = LIGATURES.get(waitingRaw);
        waitingAdvance = ligature === undefined ? wide : widths.advance(ligature, wide, textPage, i, owner);
        continue;
      }
      flush();
      waiting = owner;
      waitingRaw = raw;
      waitingX = x;
      waitingY = y;
      waitingWide = wide;
      waitingIndex = index;
      waitingAdvance = widths.advance(code, wide, textPage, i, owner);
      waitingUnmapped = raw === '' || c.FPDFText_HasUnicodeMapError(textPage, i) === 1;
    }
    flush();
  } finally {
    c.FPDFText_ClosePage(textPage);
  }
}

/**
 * PDFium's text page leaves out a text object that repeats an earlier one. Where the earlier one cannot be seen
 * (white, invisible, clipped) and the repetition can, the characters belong to the repetition; else they are painted
 * as late as it.
 */
function heedCopies(runs: Map<number, PdfiumRun>, withText: ReadonlySet<number>): void {
  const left: PdfiumRun[] = [];
  for (const [object, run] of runs) if (!withText.has(object) && isSeen(run)) left.push(run);
  if (left.length === 0) return;
  const silent = byBand(left);
  for (const [object, kept] of runs) {
    if (!withText.has(object)) continue;
    const reach = Math.min(0.3 * kept.run.size, BAND);
    const band = Math.floor(kept.y / BAND);
    for (let near = band - 1; near <= band + 1; near++) {
      const copy = silent
        .get(near)
        ?.find((run) => Math.abs(run.x - kept.x) <= reach && Math.abs(run.y - kept.y) <= reach);
      if (!copy) continue;
      if (!isSeen(kept)) runs.set(object, copy);
      else kept.sequence = Math.max(kept.sequence, copy.sequence);
      break;
    }
  }
}

/** Points. */
const BAND = 8;

function byBand(runs: PdfiumRun[]): Map<number, PdfiumRun[]> {
  const bands = new Map<number, PdfiumRun[]>();
  for (const run of runs) {
    const band = Math.floor(run.y / BAND);
    const others = bands.get(band);
    if (others) others.push(run);
    else bands.set(band, [run]);
  }
  return bands;
}

function isSeen({ run, x, y }: PdfiumRun): boolean {
  const { clip } = run;
  return run.painted && !run.white && x >= clip[0] - 1 && x <= clip[2] + 1 && y >= clip[1] - 1 && y <= clip[3] + 1;
}

/**
 * Does the ink end where PDFium's box ends, on either side? Follows the call that put that box into the scratch
 * memory.
 */
function inkReachesEdge(lib: Pdfium, textPage: number, i: number, owner: PdfiumRun): boolean {
  const [left, top, right, bottom] = [lib.f32(16), lib.f32(20), lib.f32(24), lib.f32(28)];
  const ink = lib.scratch + 64;
  // Out parameters in order: left, right, bottom, top.
  if (lib.c.FPDFText_GetCharBox(textPage, i, ink, ink + 8, ink + 16, ink + 24) === 0) return false;
  const reaches = (edge: number, other: number): boolean => Math.abs(edge - other) < 0.005;
  return owner.acrossInUserSpace
    ? reaches(left, lib.f64(64)) || reaches(right, lib.f64(72))
    : reaches(bottom, lib.f64(80)) || reaches(top, lib.f64(88));
}

/** How far ink may stand out of a glyph's advance, in em. */
const OVERHANG = 0.5;

/**
 * Advance widths by font and Unicode, for one document. The box PDFium gives is the advance widened to the ink (an
 * italic f stands out of it); the font's width table, asked by Unicode, has the advance itself, but may answer for
 * another code of the font.
 */
export class AdvanceWidths {
  readonly #known = new Map<number, Map<number, number>>();
  readonly #lib: Pdfium;
  /** The font asked for last, and its widths by Unicode. */
  #font: number | null = null;
  #widths = new Map<number, number>();
  constructor(lib: Pdfium) {
    this.#lib = lib;
  }

  /**
   * Of a character whose box is in the scratch memory. @param extent width of that box in em: never less than the
   * advance
   */
  advance(code: number, extent: number, textPage: number, i: number, owner: PdfiumRun): number {
    const { font } = owner;
    if (font !== this.#font) {
      this.#font = font;
      this.#widths = this.#known.get(font) ?? new Map<number, number>();
      this.#known.set(font, this.#widths);
    }
    let width = this.#widths.get(code);
    if (width === undefined) {
      const { c, scratch } = this.#lib;
      width = c.FPDFFont_GetGlyphWidth(font, code, 1, scratch + 32) === 0 ? 0 : this.#lib.f32(32);
      this.#widths.set(code, width);
    }
    // Ink may have widened the box only where it ends with it.
    return width > 0 &&
      width < extent - 0.001 &&
      extent - width <= OVERHANG &&
      inkReachesEdge(this.#lib, textPage, i, owner)
      ? width
      : extent;
  }
}
