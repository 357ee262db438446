/** @module The part of the PDF graphics state that decides where glyphs and lines stand and whether they show. */
import type { Box } from '../../model.js';
import { EVERYWHERE, IDENTITY, type Matrix } from '../geometry.js';
import type { Font } from './fonts.js';

export type Colour = 'colour' | 'white';

/** Copied whole on save; every field is a value. */
export interface GraphicsState {
  /** User space of the current stream to the page as displayed. */
  ctm: Matrix;
  clip: Box;
  fill: Colour;
  stroke: Colour;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  /** Blend mode other than Normal, or a soft mask. */
  blended: boolean;
  masked: boolean;
  font: Font | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 is 100 %. */
  horizontalScale: number;
  leading: number;
  renderingMode: number;
  rise: number;
}

export function initialState(toDisplay: Matrix): GraphicsState {
  return {
    ctm: toDisplay,
    clip: EVERYWHERE,
    fill: 'colour',
    stroke: 'colour',
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    blended: false,
    masked: false,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    renderingMode: 0,
    rise: 0,
  };
}

/** Text position: the text matrix, the start of the line and the pen, both in text space. */
export class TextPosition {
  matrix: Matrix = IDENTITY;
  lineX = 0;
  lineY = 0;
  x = 0;
  y = 0;

  begin(matrix: Matrix = IDENTITY): void {
    this.matrix = matrix;
    this.lineX = this.lineY = this.x = this.y = 0;
  }
  move(dx: number, dy: number): void {
    this.x = this.lineX += dx;
    this.y = this.lineY += dy;
  }
}
