/** @module One loaded page's objects, form XObjects included -> paths, images and text runs in paint order. */
import type { Box } from '../../model.js';
import { EVERYWHERE, type Matrix, applyX, applyY, concat, transformBox } from '../geometry.js';
import { Outline } from '../outline.js';
import { type PageBuilder, type Paint, TextRun } from '../page-builder.js';
import { fontName } from '../font-name.js';
import { Clips } from './clips.js';
import type { Pdfium } from './library.js';
import type { PdfiumRun } from './text.js';

const TEXT = 1,
  PATH = 2,
  IMAGE = 3,
  SHADING = 4,
  FORM = 5;
const MOVE = 2,
  BEZIER = 1;
const STROKE_ONLY = 1,
  INVISIBLE = 3,
  CLIP_ONLY = 7;
/** Deeper nesting of forms is an attack or a loop. */
const MAX_DEPTH = 24;

/** Walks one page; gives the runs by the address of their text object. */
export class ObjectWalk {
  readonly runs = new Map<number, PdfiumRun>();
  readonly #outline = new Outline();
  readonly #lib: Pdfium;

  readonly #clips: Clips;
  readonly #turned: boolean;

  constructor(
    lib: Pdfium,
    readonly fonts: FontNames,
    readonly builder: PageBuilder,
  ) {
    this.#lib = lib;
    this.#clips = new Clips(lib);
    this.#turned = builder.geometry.rotation === 90 || builder.geometry.rotation === 270;
  }

  page(page: number): void {
    const { c } = this.#lib;
    const { toDisplay } = this.builder.geometry;
    const count = c.FPDFPage_CountObjects(page);
    for (let i = 0; i < count; i++) this.#object(c.FPDFPage_GetObject(page, i), toDisplay, EVERYWHERE, 0);
  }

  #object(object: number, outer: Matrix, outerClip: Box, depth: number): void {
    if (object === 0) return;
    const sequence = this.builder.next();
    switch (this.#lib.c.FPDFPageObj_GetType(object)) {
      case TEXT:
        this.#text(object, outer, outerClip, sequence);
        break;
      case PATH:
        this.#path(object, outer, outerClip);
        break;
      case IMAGE:
        this.builder.image(
          transformBox(concat(this.#matrix(object), outer), [0, 0, 1, 1]),
          this.#clips.of(object, outer, outerClip),
        );
        break;
      case SHADING: {
        const clip = this.#clips.of(object, outer, outerClip);
        this.builder.shade(clip, clip);
        break;
      }
      case FORM:
        this.#form(object, outer, outerClip, depth);
        break;
    }
  }

  #form(form: number, outer: Matrix, outerClip: Box, depth: number): void {
    if (depth >= MAX_DEPTH) return;
    const { c } = this.#lib;
    const clip = this.#clips.of(form, outer, outerClip);
    const inner = concat(this.#matrix(form), outer);
    const count = c.FPDFFormObj_CountObjects(form);
    for (let i = 0; i < count; i++) this.#object(c.FPDFFormObj_GetObject(form, i), inner, clip, depth + 1);
  }

  #text(object: number, outer: Matrix, outerClip: Box, sequence: number): void {
    const { c } = this.#lib;
    this.#dropActualText(object);
    c.FPDFTextObj_GetFontSize(object, this.#lib.scratch);
    const size = this.#lib.f32(0);
    const [a, b, cc, d, x, y] = concat(this.#matrix(object), outer);
    const mode = c.FPDFTextObj_GetTextRenderMode(object);
    const colour = this.#colour(object, mode !== STROKE_ONLY);
    const font = c.FPDFTextObj_GetFont(object);
    const run = new TextRun(
      this.fonts.name(font),
      a * size,
      b * size,
      cc * size,
      d * size,
      false,
      mode !== INVISIBLE && mode !== CLIP_ONLY && colour !== 'transparent',
      colour === 'white',
      this.#clips.of(object, outer, outerClip),
    );
    this.runs.set(object, {
      run,
      order: sequence,
      sequence,
      x,
      y,
      font,
      em: Math.max(Math.abs(run.ax), Math.abs(run.ay)),
      // Characters come in user space: undo the page's turn to measure there.
      acrossInUserSpace: run.across !== this.#turned,
    });
  }

  /**
   * PDFium's text page puts a mark's ActualText in place of what is printed (and all of it in one spot). We want the
   * printed characters: an alternative text that differs from them would be a wrong number that nobody sees.
   */
  #dropActualText(object: number): void {
    const { c, actualText } = this.#lib;
    for (let i = c.FPDFPageObj_CountMarks(object) - 1; i >= 0; i--) {
      const mark = c.FPDFPageObj_GetMark(object, i);
      if (mark !== 0 && c.FPDFPageObjMark_GetParamValueType(mark, actualText) !== 0)
        c.FPDFPageObj_RemoveMark(object, mark);
    }
  }

  #path(object: number, outer: Matrix, outerClip: Box): void {
    const { c, scratch } = this.#lib;
    c.FPDFPath_GetDrawMode(object, scratch, scratch + 4);
    // Both are read before the next call, which uses the same scratch.
    const stroke = this.#lib.i32(4) !== 0;
    const fill = this.#lib.i32(0) !== 0 ? this.#colour(object, true) : null;
    if (fill === null && !stroke) return;
    const matrix = concat(this.#matrix(object), outer);
    const outline = this.#outline;
    outline.reset();
    this.#segments(c.FPDFPath_CountSegments(object), (i) => c.FPDFPath_GetPathSegment(object, i), matrix, outline);
    const paint: Paint = {
      fill,
      stroke: stroke ? this.#colour(object, false) : null,
      width: 0,
      opaque: fill !== null && c.FPDFPageObj_HasTransparency(object) === 0,
      clip: this.#clips.of(object, outer, outerClip),
    };
    if (stroke) {
      c.FPDFPageObj_GetStrokeWidth(object, scratch);
      paint.width = this.#lib.f32(0) * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    }
    this.builder.path(outline, paint);
  }

  #segments(count: number, segment: (i: number) => number, matrix: Matrix, outline: Outline): void {
    const { c, scratch } = this.#lib;
    let control = 0;
    for (let i = 0; i < count; i++) {
      const pointer = segment(i);
      c.FPDFPathSegment_GetPoint(pointer, scratch, scratch + 4);
      const px = this.#lib.f32(0);
      const py = this.#lib.f32(4);
      const x = applyX(matrix, px, py);
      const y = applyY(matrix, px, py);
      const type = c.FPDFPathSegment_GetType(pointer);
      // A curve comes as two control points and its end.
      if (type === BEZIER && ++control % 3 !== 0) continue;
      if (type === MOVE) outline.moveTo(x, y);
      else if (type === BEZIER) outline.curveTo(x, y);
      else outline.lineTo(x, y);
      if (c.FPDFPathSegment_GetClose(pointer) !== 0) outline.close();
    }
  }

  #matrix(object: number): Matrix {
    const lib = this.#lib;
    if (lib.c.FPDFPageObj_GetMatrix(object, lib.scratch) === 0) return [1, 0, 0, 1, 0, 0];
    return [lib.f32(0), lib.f32(4), lib.f32(8), lib.f32(12), lib.f32(16), lib.f32(20)];
  }

  #colour(object: number, fill: boolean): 'colour' | 'white' | 'transparent' {
    const { c, scratch } = this.#lib;
    const get = fill ? c.FPDFPageObj_GetFillColor : c.FPDFPageObj_GetStrokeColor;
    // Patterns have no plain colour; they show.
    if (get(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return 'colour';
    if (this.#lib.u32(12) === 0) return 'transparent';
    return this.#lib.u32(0) === 255 && this.#lib.u32(4) === 255 && this.#lib.u32(8) === 255 ? 'white' : 'colour';
  }
}

/** Names of fonts by address, for one document: marshalled once each. */
export class FontNames {
  readonly #names = new Map<number, string>();
  readonly #lib: Pdfium;
  constructor(lib: Pdfium) {
    this.#lib = lib;
  }

  name(font: number): string {
    if (font === 0) return '';
    let name = this.#names.get(font);
    if (name === undefined) {
      const bytes = this.#lib.blob((pointer, capacity) =>
        this.#lib.c.FPDFFont_GetBaseFontName(font, pointer, capacity),
      );
      const end = bytes.indexOf(0);
      name = fontName(end < 0 ? bytes : bytes.subarray(0, end));
      this.#names.set(font, name);
    }
    return name;
  }
}
