/** @module The clip of a page object -> its bounding box as displayed. */
import type { Box } from '../../model.js';
import { intersect } from '../../geometry.js';
import { type Matrix, applyX, applyY } from '../geometry.js';
import type { Pdfium } from './library.js';

/** How many answers from the cache are checked against a full reading, on each page. */
const CHECKED = 4;
/** Set for good when a check fails: then every clip is read in full. */
let cacheFails = false;

/**
 * Clips of one page. Objects painted under one clip share its path data in PDFium, and a clip object begins with the address of that
 * data; reading it saves some twenty calls an object. That is PDFium's own layout, not its interface: hence the checks.
 */
export class Clips {
  #known = new Map<number, Box>();
  /** The enclosing space that the known boxes hold for. */
  #outer: Matrix | null = null;
  #outerClip: Box | null = null;
  #checks = CHECKED;
  readonly #lib: Pdfium;
  constructor(lib: Pdfium) {
    this.#lib = lib;
  }

  /** Generous for odd shapes, exact for rectangles. @param outer space of the object's container to the page as displayed */
  of(object: number, outer: Matrix, outerClip: Box): Box {
    const clipPath = this.#lib.c.FPDFPageObj_GetClipPath(object);
    if (clipPath === 0) return outerClip;
    if (outer !== this.#outer || outerClip !== this.#outerClip) {
      this.#known = new Map();
      this.#outer = outer;
      this.#outerClip = outerClip;
    }
    const data = cacheFails ? 0 : this.#lib.word(clipPath);
    const known = data === 0 ? undefined : this.#known.get(data);
    if (known && this.#checks <= 0) return known;
    const box = this.#read(clipPath, outer, outerClip);
    if (known) {
      this.#checks--;
      if (known.some((edge, i) => edge !== box[i])) cacheFails = true;
    } else if (data !== 0) this.#known.set(data, box);
    return box;
  }

  #read(clipPath: number, outer: Matrix, outerClip: Box): Box {
    const lib = this.#lib;
    const { c, scratch } = lib;
    let clip = outerClip;
    const paths = c.FPDFClipPath_CountPaths(clipPath);
    for (let p = 0; p < paths; p++) {
      const segments = c.FPDFClipPath_CountPathSegments(clipPath, p);
      let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let s = 0; s < segments; s++) {
        c.FPDFPathSegment_GetPoint(c.FPDFClipPath_GetPathSegment(clipPath, p, s), scratch, scratch + 4);
        const px = lib.f32(0);
        const py = lib.f32(4);
        const x = applyX(outer, px, py);
        const y = applyY(outer, px, py);
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
      }
      clip = intersect(clip, [x0, y0, x1, y1]);
    }
    return clip;
  }
}
