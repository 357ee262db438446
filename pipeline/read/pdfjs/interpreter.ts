/** @module A pdf.js operator list -> paths, images and glyphs, in paint order. */
import type { Box } from '../../model.js';
import { intersect } from '../../geometry.js';
import { type Matrix, applyX, applyY, concat, transformBox } from '../geometry.js';
import { Outline } from '../outline.js';
import { type PageBuilder, type Paint, TextRun } from '../page-builder.js';
import type { Font, PdfjsGlyph } from './fonts.js';
import { type Colour, type GraphicsState, TextPosition, initialState } from './state.js';

export type Ops = typeof import('pdfjs-dist/legacy/build/pdf.mjs')['OPS'];
export interface OperatorList {
  fnArray: number[];
  argsArray: unknown[][];
}

const INVISIBLE = 3,
  CLIP_ONLY = 7,
  STROKE_ONLY = 1;
/** Deeper nesting is an attack or a loop. */
const MAX_SAVED = 2000;
// pdf.js' own path encoding (DrawOPS).
const MOVE = 0,
  LINE = 1,
  CURVE = 2,
  QUADRATIC = 3;

export class Interpreter {
  #state: GraphicsState;
  readonly #saved: GraphicsState[] = [];
  readonly #text = new TextPosition();
  readonly #outline = new Outline();
  #clipPending = false;
  /** Depth of groups that define a soft mask: they paint nothing. */
  #maskDepth = 0;
  #groups: boolean[] = [];

  constructor(
    readonly ops: Ops,
    readonly fonts: ReadonlyMap<string, Font>,
    readonly builder: PageBuilder,
  ) {
    this.#state = initialState(builder.geometry.toDisplay);
  }

  run({ fnArray, argsArray }: OperatorList): void {
    for (let i = 0; i < fnArray.length; i++) this.#operator(fnArray[i]!, argsArray[i] ?? []);
  }

  // The arguments' shapes are pdf.js' (src/core/evaluator.js); each case states what it expects.
  #operator(fn: number, args: unknown[]): void {
    const { ops } = this;
    const state = this.#state;
    const text = this.#text;
    switch (fn) {
      case ops.save:
        this.#save();
        break;
      case ops.restore:
        this.#restore();
        break;
      case ops.transform:
        state.ctm = concat(args as unknown as Matrix, state.ctm);
        break;
      case ops.setLineWidth:
        state.lineWidth = args[0] as number;
        break;
      case ops.setGState:
        this.#graphicsState(args[0] as [string, unknown][]);
        break;
      case ops.setFillRGBColor:
        state.fill = colourOf(args);
        break;
      case ops.setStrokeRGBColor:
        state.stroke = colourOf(args);
        break;
      case ops.setFillColorN:
        state.fill = 'colour';
        break;
      case ops.setStrokeColorN:
        state.stroke = 'colour';
        break;
      case ops.setFillTransparent:
        state.fill = 'colour';
        break;
      case ops.setStrokeTransparent:
        state.stroke = 'colour';
        break;
      case ops.clip:
      case ops.eoClip:
        this.#clipPending = true;
        break;
      case ops.constructPath:
        this.#path(args[0] as number, (args[1] as (Float32Array | null)[])[0] ?? null);
        break;
      case ops.shadingFill:
        this.#shading();
        break;
      case ops.beginText:
        text.begin();
        break;
      case ops.setCharSpacing:
        state.charSpacing = args[0] as number;
        break;
      case ops.setWordSpacing:
        state.wordSpacing = args[0] as number;
        break;
      case ops.setHScale:
        state.horizontalScale = (args[0] as number) / 100;
        break;
      case ops.setLeading:
        state.leading = -(args[0] as number);
        break;
      case ops.setFont:
        this.#font(args[0] as string, args[1] as number);
        break;
      case ops.setTextRenderingMode:
        state.renderingMode = args[0] as number;
        break;
      case ops.setTextRise:
        state.rise = args[0] as number;
        break;
      case ops.moveText:
        text.move(args[0] as number, args[1] as number);
        break;
      case ops.setLeadingMoveText:
        state.leading = args[1] as number;
        text.move(args[0] as number, args[1] as number);
        break;
      case ops.setTextMatrix:
        text.begin(Array.from(args[0] as Float32Array) as unknown as Matrix);
        break;
      case ops.nextLine:
        text.move(0, state.leading);
        break;
      case ops.showText:
        this.#show(args[0] as (PdfjsGlyph | number | null)[]);
        break;
      case ops.paintFormXObjectBegin:
        this.#form(args[0] as Float32Array | null, args[1] as Float32Array | null);
        break;
      case ops.paintFormXObjectEnd:
        this.#restore();
        break;
      case ops.beginGroup:
        this.#beginGroup(args[0] as Group);
        break;
      case ops.endGroup:
        this.#endGroup();
        break;
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject:
      case ops.paintImageMaskXObject:
      case ops.paintSolidColorImageMask:
        this.#image();
        break;
    }
  }

  #save(): void {
    if (this.#saved.length < MAX_SAVED) this.#saved.push({ ...this.#state });
  }
  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  #graphicsState(entries: [string, unknown][]): void {
    const state = this.#state;
    for (const [key, value] of entries) {
      if (key === 'LW') state.lineWidth = value as number;
      else if (key === 'ca') state.fillAlpha = value as number;
      else if (key === 'CA') state.strokeAlpha = value as number;
      else if (key === 'BM') state.blended = value !== 'source-over';
      else if (key === 'SMask') state.masked = value === true;
      else if (key === 'Font') this.#font((value as [string, number])[0], (value as [string, number])[1]);
    }
  }

  #font(id: string, size: number): void {
    this.#state.font = this.fonts.get(id) ?? null;
    this.#state.fontSize = size;
  }

  #form(matrix: Float32Array | null, bbox: Float32Array | null): void {
    this.#save();
    if (matrix) this.#state.ctm = concat(matrix as unknown as Matrix, this.#state.ctm);
    if (bbox) this.#clipTo(transformBox(this.#state.ctm, bbox as unknown as Box));
  }

  #beginGroup({ matrix, bbox, smask }: Group): void {
    this.#save();
    this.#groups.push(Boolean(smask));
    if (smask) this.#maskDepth++;
    if (bbox)
      this.#clipTo(transformBox(matrix ? concat(matrix, this.#state.ctm) : this.#state.ctm, bbox as unknown as Box));
  }

  #endGroup(): void {
    if (this.#groups.pop()) this.#maskDepth--;
    this.#restore();
  }

  #clipTo(box: Box): void {
    this.#state.clip = intersect(this.#state.clip, box);
  }

  #image(): void {
    this.builder.next();
    if (this.#maskDepth > 0) return;
    this.builder.image(transformBox(this.#state.ctm, [0, 0, 1, 1]), this.#state.clip);
  }

  #shading(): void {
    this.builder.next();
    if (this.#maskDepth === 0) this.builder.shade(this.#state.clip, this.#state.clip);
  }

  #path(paintOp: number, data: Float32Array | null): void {
    const { ops } = this;
    const state = this.#state;
    const outline = this.#outline;
    outline.reset();
    if (data) trace(data, state.ctm, outline);
    const fills =
      paintOp === ops.fill ||
      paintOp === ops.eoFill ||
      paintOp === ops.fillStroke ||
      paintOp === ops.eoFillStroke ||
      paintOp === ops.closeFillStroke ||
      paintOp === ops.closeEOFillStroke;
    const strokes = paintOp !== ops.endPath && paintOp !== ops.fill && paintOp !== ops.eoFill;
    if ((fills || strokes) && this.#maskDepth === 0) {
      this.builder.next();
      const [a, b, c, d] = state.ctm;
      const paint: Paint = {
        fill: !fills ? null : state.fillAlpha === 0 ? 'transparent' : state.fill,
        stroke: !strokes ? null : state.strokeAlpha === 0 ? 'transparent' : state.stroke,
        width: state.lineWidth * Math.sqrt(Math.abs(a * d - b * c)),
        opaque: fills && state.fillAlpha === 1 && !state.blended && !state.masked,
        clip: state.clip,
      };
      this.builder.path(outline, paint);
    }
    if (this.#clipPending) {
      this.#clipPending = false;
      this.#clipTo(outline.bounds());
    }
  }

  #show(glyphs: (PdfjsGlyph | number | null)[]): void {
    const state = this.#state;
    const { font, fontSize, horizontalScale } = state;
    const sequence = this.builder.next();
    if (!font || fontSize === 0 || this.#maskDepth > 0) return;
    const text = this.#text;
    const matrix = concat(text.matrix, state.ctm);
    const mode = state.renderingMode;
    const strokeOnly = mode === STROKE_ONLY;
    const alpha = strokeOnly ? state.strokeAlpha : state.fillAlpha;
    const run = new TextRun(
      font.name,
      matrix[0] * fontSize * horizontalScale,
      matrix[1] * fontSize * horizontalScale,
      matrix[2] * fontSize,
      matrix[3] * fontSize,
      font.vertical,
      mode !== INVISIBLE && mode !== CLIP_ONLY && alpha > 0,
      (strokeOnly ? state.stroke : state.fill) === 'white',
      state.clip,
    );
    let index = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        if (font.vertical) text.y -= (glyph / 1000) * fontSize;
        else text.x -= (glyph / 1000) * fontSize * horizontalScale;
        continue;
      }
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const width = glyph.width * font.scale;
      const raw = font.isMapped(glyph.originalCharCode) ? glyph.unicode : '';
      const { x } = text;
      const y = text.y + state.rise;
      this.builder.glyph(
        run,
        raw,
        applyX(matrix, x, y),
        applyY(matrix, x, y),
        width,
        sequence * 65536 + index++,
        sequence,
      );
      if (font.vertical) text.y += ((glyph.vmetric ?? font.defaultVMetrics)[0] / 1000) * fontSize - spacing;
      else text.x += (width * fontSize + spacing) * horizontalScale;
    }
  }
}

interface Group {
  matrix: Matrix | null;
  bbox: Float32Array | null;
  smask?: unknown;
}

function colourOf(args: unknown[]): Colour {
  const [first, green, blue] = args;
  if (typeof first === 'string') return first.toLowerCase() === '#ffffff' ? 'white' : 'colour';
  return first === 255 && green === 255 && blue === 255 ? 'white' : 'colour';
}

function trace(data: Float32Array, matrix: Matrix, outline: Outline): void {
  const point = (i: number): [number, number] => [
    applyX(matrix, data[i]!, data[i + 1]!),
    applyY(matrix, data[i]!, data[i + 1]!),
  ];
  for (let i = 0; i < data.length; ) {
    const op = data[i++];
    if (op === MOVE) {
      outline.moveTo(...point(i));
      i += 2;
    } else if (op === LINE) {
      outline.lineTo(...point(i));
      i += 2;
    } else if (op === CURVE) {
      outline.curveTo(...point(i + 4));
      i += 6;
    } else if (op === QUADRATIC) {
      outline.curveTo(...point(i + 2));
      i += 4;
    } else outline.close();
  }
}
