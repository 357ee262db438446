/**
 * @module What a driver finds on a page, in paint order -> PageContent. Shared by all drivers, so that what counts as hidden,
 * doubled, a ruling or an area is decided once. Drivers call in paint order; coordinates given are already displayed ones.
 */
import type { Area, Box, Glyph, PageContent } from '../model.js';
import { UNREADABLE, foldText, fromSymbolFont, isOrnament, isSpace, isUsable, spellOut } from './fold.js';
import { intersect } from '../geometry.js';
import { type PageGeometry, round2, roundPlace } from './geometry.js';
import { Bands } from './bands.js';
import { type Drawn, DrawnGlyphs } from './doubled.js';
import { type Bar, type Outline, THIN, eachFill, eachStroke, isThin } from './outline.js';
import { type Cover, Rulings } from './rulings.js';

/** Where the em box stands about the baseline, in em. One rule for all fonts: like heights on a line whatever the font declares. */
const ASCENT = 0.88;
const DESCENT = 0.12;
/** Slanted further than this (tangent) text is a watermark or stamp, not part of any line or cell. */
const MAX_SLANT = 0.27;

/** Areas smaller than this in both directions (points) are dots. */
const SPECK = 2;

/** State shared by the glyphs of one run of text; what follows from it is worked out once a run, not once a glyph. */
export class TextRun {
  readonly size: number;
  /** The baseline runs along the x axis. */
  readonly across: boolean;
  readonly slanted: boolean;

  /**
   * @param ax,ay displayed vector of one em along the baseline @param ux,uy the same upwards
   * @param vertical vertical writing: upright glyphs, the pen runs down
   * @param painted false for rendering modes 3 and 7, or fully transparent
   */
  constructor(
    readonly font: string,
    readonly ax: number,
    readonly ay: number,
    readonly ux: number,
    readonly uy: number,
    readonly vertical: boolean,
    readonly painted: boolean,
    readonly white: boolean,
    readonly clip: Box,
  ) {
    this.size = Math.sqrt(ux * ux + uy * uy);
    const [x, y] = [Math.abs(ax), Math.abs(ay)];
    this.across = x >= y;
    this.slanted = Math.min(x, y) > MAX_SLANT * Math.max(x, y);
  }
}

export interface Paint {
  /** null: not stroked (filled). "white" and "transparent" as painted; "colour" is anything that shows on white paper. */
  stroke: null | 'colour' | 'white' | 'transparent';
  fill: null | 'colour' | 'white' | 'transparent';
  /** Displayed stroke width in points. */
  width: number;
  /** Hides what was painted before it: no transparency, no blend mode. */
  opaque: boolean;
  clip: Box;
}

export class PageBuilder {
  readonly #page: Box;
  readonly #pending: Drawn[] = [];
  readonly #rulings: Rulings;
  readonly #areas: Area[] = [];
  readonly #covers: Cover[] = [];
  readonly #drawn = new DrawnGlyphs();
  #sequence = 0;
  #unmapped = 0;
  #hidden = 0;

  constructor(
    readonly number: number,
    readonly geometry: PageGeometry,
  ) {
    this.#page = [0, 0, geometry.width, geometry.height];
    this.#rulings = new Rulings(this.#page);
  }

  /** Advances the paint order; drivers call it once an object. Returns the new sequence number. */
  next(): number {
    return ++this.#sequence;
  }

  /**
   * @param raw Unicode as the font maps it, "" when it does not
   * @param x displayed origin @param advance in em @param order place in content order @param sequence of the object that paints it
   */
  glyph(run: TextRun, raw: string, x: number, y: number, advance: number, order: number, sequence: number): void {
    if (isSpace(raw)) return;
    const { size, ax, ay, ux, uy, clip } = run;
    if (!(size > 0) || run.slanted || !run.painted || !Number.isFinite(x + y + advance + size)) {
      this.#hidden++;
      return;
    }
    let [x0, y0, x1, y1] = [x, y, x, y];
    let direction: Glyph['direction'];
    if (run.vertical) {
      // The pen stands at the middle of the glyph's top edge.
      x0 = x - size / 2;
      x1 = x + size / 2;
      y1 = y + size;
      direction = 90;
    } else if (run.across) {
      if (ax >= 0) x1 = x + ax * advance;
      else x0 = x + ax * advance;
      if (uy <= 0) {
        y0 = y - ASCENT * size;
        y1 = y + DESCENT * size;
      } else {
        y0 = y - DESCENT * size;
        y1 = y + ASCENT * size;
      }
      direction = ax >= 0 ? 0 : 180;
    } else {
      if (ay >= 0) y1 = y + ay * advance;
      else y0 = y + ay * advance;
      if (ux >= 0) {
        x0 = x - DESCENT * size;
        x1 = x + ASCENT * size;
      } else {
        x0 = x - ASCENT * size;
        x1 = x + DESCENT * size;
      }
      direction = ay >= 0 ? 90 : 270;
    }
    // A glyph shows when its middle lies inside; a clip that shaves its edge does not hide it.
    const middleX = (x0 + x1) / 2;
    const middleY = (y0 + y1) / 2;
    const page = this.#page;
    if (
      middleX < clip[0] ||
      middleX > clip[2] ||
      middleY < clip[1] ||
      middleY > clip[3] ||
      middleX < page[0] ||
      middleX > page[2] ||
      middleY < page[1] ||
      middleY > page[3]
    ) {
      this.#hidden++;
      return;
    }
    let known = raw;
    if (!isUsable(raw)) {
      known = fromSymbolFont(raw, run.font);
      if (isOrnament(raw, run.font)) return;
      if (known === raw) {
        this.#unmapped++;
        known = UNREADABLE;
      }
    }
    const kept: Glyph = {
      text: foldText(known),
      raw: spellOut(known),
      x0: roundPlace(x0),
      y0: roundPlace(y0),
      x1: roundPlace(x1),
      y1: roundPlace(y1),
      baseline: roundPlace(run.vertical || !run.across ? x : y),
      size: round2(size),
      font: run.font,
      direction,
      order,
      source: 'text_layer',
      confidence: 1,
    };
    const drawn: Drawn = { glyph: kept, sequence, white: run.white };
    if (this.#drawn.add(drawn)) this.#pending.push(drawn);
  }

  path(outline: Outline, paint: Paint): void {
    const { fill, stroke } = paint;
    if (fill !== null) eachFill(outline, (bar) => this.#bar(bar, fill, paint));
    if (stroke !== null) eachStroke(outline, paint.width, (bar) => this.#bar(bar, stroke, paint));
  }

  image(box: Box, clip: Box): void {
    const [x0, y0, x1, y1] = box;
    const bar: Bar = { x0, y0, x1, y1, kind: 'fill', area: !isThin(x1 - x0, y1 - y0) };
    if (!bar.area) this.#rulings.add(bar, 'colour', clip, this.#sequence);
    else this.#area('image', box, clip);
  }

  /** Shadings and patterns: something is painted there, its colour unknown. */
  shade(box: Box, clip: Box): void {
    this.#area('fill', box, clip);
  }

  #bar(bar: Bar, colour: 'colour' | 'white' | 'transparent', paint: Paint): void {
    if (!bar.area) {
      this.#rulings.add(bar, colour, paint.clip, this.#sequence);
      return;
    }
    if (colour === 'transparent') return;
    const box: Box = [bar.x0, bar.y0, bar.x1, bar.y1];
    if (paint.opaque && bar.rectangle) {
      this.#covers.push({ box: intersect(box, paint.clip), sequence: this.#sequence, white: colour === 'white' });
    }
    if (colour === 'colour' && Math.max(bar.x1 - bar.x0, bar.y1 - bar.y0) <= THIN) this.#rulings.joint(box);
    else if (colour !== 'white') this.#area('fill', box, paint.clip);
  }

  #area(kind: Area['kind'], box: Box, clip: Box): void {
    const [x0, y0, x1, y1] = intersect(intersect(box, clip), this.#page);
    if (!(x1 - x0 > 0.01) || !(y1 - y0 > 0.01) || Math.max(x1 - x0, y1 - y0) < SPECK) return;
    this.#areas.push({ box: [round2(x0), round2(y0), round2(x1), round2(y1)], kind });
  }

  finish(): PageContent {
    const { width, height, rotation } = this.geometry;
    const areas = new Bands(this.#areas, height);
    const covers = new Bands(this.#covers, height);
    const glyphs: Glyph[] = [];
    let readable = 0;
    for (const { glyph, sequence, white } of this.#pending) {
      if ((white && !shaded(glyph, areas)) || covered(glyph, sequence, covers)) {
        this.#hidden++;
        continue;
      }
      glyphs.push(glyph);
      if (glyph.text !== UNREADABLE) readable++;
    }
    if (readable === 0) glyphs.length = 0;
    glyphs.sort((a, b) => a.order - b.order);
    const textSource = readable > 0 ? 'text_layer' : 'none';
    return {
      number: this.number,
      width,
      height,
      rotation,
      glyphs,
      rulings: this.#rulings.finish(areas, covers),
      areas: this.#areas,
      unmappedGlyphs: this.#unmapped,
      hiddenGlyphs: this.#hidden,
      textSource,
      reason: textSource === 'text_layer' ? 'text layer' : null,
    };
  }
}

/** White text is invisible only where nothing at all lies under it. */
function shaded(glyph: Glyph, areas: Bands<Area>): boolean {
  return areas
    .near((glyph.y0 + glyph.y1) / 2)
    .some(({ box }) => box[0] < glyph.x1 && box[2] > glyph.x0 && box[1] < glyph.y1 && box[3] > glyph.y0);
}

/** An opaque rectangle painted later over the whole glyph: a corrected or blacked-out text. */
function covered(glyph: Glyph, sequence: number, covers: Bands<Cover>): boolean {
  for (const { box, sequence: painted } of covers.near((glyph.y0 + glyph.y1) / 2)) {
    if (painted > sequence && box[0] <= glyph.x0 && box[2] >= glyph.x1 && box[1] <= glyph.y0 && box[3] >= glyph.y1)
      return true;
  }
  return false;
}
