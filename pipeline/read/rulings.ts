/** @module Thin bars with their colour and clip -> rulings, told apart by whether a reader of the page sees them. */
import type { Area, Box, Ruling } from '../model.js';
import type { Bands } from './bands.js';
import { round2 } from './geometry.js';
import { FourKeyed } from './four-keyed.js';
import { type Bar, HAIRLINE } from './outline.js';

export interface Cover {
  box: Box;
  sequence: number;
  white: boolean;
}

interface Found {
  ruling: Ruling;
  sequence: number;
}

/** How far (points) a joint may stand from the end that it lengthens. */
const TOUCH = 0.1;
/** A page with more dots than this is a drawing, not a table. */
const MAX_JOINTS = 5000;

const HIDDEN: readonly Ruling['hidden'][] = [null, 'white', 'clipped', 'off_page', 'transparent', 'covered'];

/**
 * Where each cell is shaded by itself, the white lines between them run along the shading's edge, this near (points).
 */
const BESIDE = 1.2;

/** Half a stroke may stand outside its clip and still show; less than this (points) does not. */
const VISIBLE = 0.02;

export class Rulings {
  readonly #found: Found[] = [];
  readonly #seen = new FourKeyed<true>();
  readonly #joints = new FourKeyed<Box>();

  constructor(readonly page: Box) {}

  add(bar: Bar, colour: 'colour' | 'white' | 'transparent', clip: Box, sequence: number): void {
    const { x0, y0, x1, y1 } = bar;
    if (!Number.isFinite(x0 + y0 + x1 + y1)) return;
    const horizontal = x1 - x0 >= y1 - y0;
    let hidden: Ruling['hidden'] = colour === 'colour' ? null : colour;
    // A rectangle without height is painted one device pixel high.
    const flat = (horizontal ? y1 - y0 : x1 - x0) < HAIRLINE;
    let box: Box = !flat
      ? [x0, y0, x1, y1]
      : horizontal
        ? [x0, (y0 + y1 - HAIRLINE) / 2, x1, (y0 + y1 + HAIRLINE) / 2]
        : [(x0 + x1 - HAIRLINE) / 2, y0, (x0 + x1 + HAIRLINE) / 2, y1];
    const onPage = visiblePart(box, this.page, horizontal);
    if (!onPage) hidden = 'off_page';
    else {
      const inClip = visiblePart(onPage, clip, horizontal);
      if (!inClip) hidden = 'clipped';
      else box = inClip;
    }
    const ruling: Ruling = {
      orientation: horizontal ? 'horizontal' : 'vertical',
      // The centre of the whole stroke: a clip through its middle moves no boundary.
      at: round2(horizontal ? (y0 + y1) / 2 : (x0 + x1) / 2),
      from: round2(horizontal ? box[0] : box[1]),
      to: round2(horizontal ? box[2] : box[3]),
      width: round2(Math.max(horizontal ? y1 - y0 : x1 - x0, HAIRLINE)),
      kind: bar.kind,
      hidden,
    };
    // Exact repetitions are dropped.
    if (this.#seen.set(ruling.at, ruling.from, ruling.to, HIDDEN.indexOf(hidden) * 2 + (horizontal ? 1 : 0), true))
      this.#found.push({ ruling, sequence });
  }

  /**
   * A small filled square: where borders meet, some producers paint it apart from the borders, which then end short
   * of one another.
   */
  joint(box: Box): void {
    if (this.#joints.size <= MAX_JOINTS)
      this.#joints.set(round2(box[0]), round2(box[1]), round2(box[2]), round2(box[3]), box);
  }

  #lengthen(): void {
    if (this.#joints.size === 0 || this.#joints.size > MAX_JOINTS) return;
    const rows = new Map<number, Ruling[]>();
    const key = (orientation: Ruling['orientation'], at: number): number =>
      at * 2 + (orientation === 'horizontal' ? 0 : 1);
    for (const { ruling } of this.#found) {
      if (ruling.hidden !== null) continue;
      const row = key(ruling.orientation, Math.floor(ruling.at));
      const others = rows.get(row);
      if (others) others.push(ruling);
      else rows.set(row, [ruling]);
    }
    for (const [x0, y0, x1, y1] of this.#joints.values()) {
      for (const [orientation, low, high, start, end] of [
        ['horizontal', y0, y1, x0, x1],
        ['vertical', x0, x1, y0, y1],
      ] as const) {
        for (let at = Math.floor(low - TOUCH); at <= high + TOUCH; at++) {
          for (const ruling of rows.get(key(orientation, at)) ?? []) {
            if (ruling.at < low - TOUCH || ruling.at > high + TOUCH) continue;
            if (Math.abs(ruling.to - start) <= TOUCH) ruling.to = round2(end);
            if (Math.abs(ruling.from - end) <= TOUCH) ruling.from = round2(start);
          }
        }
      }
    }
  }

  /** White lines over a shaded surface show; lines painted over by a later surface do not. */
  finish(areas: Bands<Area>, covers: Bands<Cover>): Ruling[] {
    this.#lengthen();
    for (const { ruling, sequence } of this.#found) {
      const y = ruling.orientation === 'horizontal' ? ruling.at : (ruling.from + ruling.to) / 2;
      if (
        ruling.hidden === 'white' &&
        areas.near(y).some(({ box, kind }) => kind === 'fill' && inside(ruling, grown(box, BESIDE), 0))
      )
        ruling.hidden = null;
      else if (
        ruling.hidden === null &&
        covers.near(y).some((cover) => cover.sequence > sequence && inside(ruling, cover.box, 0.5))
      )
        ruling.hidden = 'covered';
    }
    return this.#found.map(({ ruling }) => ruling);
  }
}

/** The part of a bar inside a box, or null; thin bars on the very edge count by their half that is inside. */
function visiblePart(bar: Box, box: Box, horizontal: boolean): Box | null {
  const x0 = Math.max(bar[0], box[0]);
  const y0 = Math.max(bar[1], box[1]);
  const x1 = Math.min(bar[2], box[2]);
  const y1 = Math.min(bar[3], box[3]);
  const along = horizontal ? x1 - x0 : y1 - y0;
  const across = horizontal ? y1 - y0 : x1 - x0;
  return along > VISIBLE && across > VISIBLE ? [x0, y0, x1, y1] : null;
}

function grown([x0, y0, x1, y1]: Box, by: number): Box {
  return [x0 - by, y0 - by, x1 + by, y1 + by];
}

function inside(ruling: Ruling, [x0, y0, x1, y1]: Box, margin: number): boolean {
  return ruling.orientation === 'horizontal'
    ? ruling.from >= x0 - 0.05 && ruling.to <= x1 + 0.05 && ruling.at - margin >= y0 && ruling.at + margin <= y1
    : ruling.from >= y0 - 0.05 && ruling.to <= y1 + 0.05 && ruling.at - margin >= x0 && ruling.at + margin <= x1;
}
