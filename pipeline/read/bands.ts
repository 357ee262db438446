/** @module Boxes -> those that may hold a point, by horizontal bands of the page: pages with thousands of both stay linear. */
import { areaOf } from '../geometry.js';
import type { Box } from '../model.js';

/** Points; about a line of text. */
const BAND = 12;
/** Boxes beyond this count are a drawing's: only the largest are kept, which cover the most. */
const MAX_BOXES = 4000;

export class Bands<T extends { box: Box }> {
  readonly #bands: T[][] = [];

  /** @param height of the page; boxes are cut to it */
  constructor(items: readonly T[], height: number) {
    const largest = (): T[] => [...items].sort((a, b) => areaOf(b.box) - areaOf(a.box)).slice(0, MAX_BOXES);
    const kept = items.length <= MAX_BOXES ? items : largest();
    for (const item of kept) {
      const [, y0, , y1] = item.box;
      const last = Math.floor(Math.min(y1, height) / BAND);
      for (let band = Math.max(0, Math.floor(y0 / BAND)); band <= last; band++) {
        const others = this.#bands[band];
        if (others) others.push(item);
        else this.#bands[band] = [item];
      }
    }
  }

  /** Every kept box that reaches the band of y, and perhaps y. */
  near(y: number): readonly T[] {
    return this.#bands[Math.floor(y / BAND)] ?? [];
  }
}
