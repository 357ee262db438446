/**
 * @module The kinds of damage that a twin can have, by name: what a scanner, a copier, a desk and a hand do to a
 * page.
 */

export interface Recipe {
  /** Greatest lean in degrees. */
  skew: number;
  blur: number;
  /** Standard deviation in grey levels. */
  noise: number;
  /** Of the JPEG. */
  quality: number;
  oneBit: boolean;
  /** What lies on the sheet before it is scanned. */
  on: Mark[];
  /**
   * How the sheet lies: shares of its width by which edges are drawn in (keystone) and rows bow near the spine
   * (curl).
   */
  keystone: number;
  curl: number;
  /** Quarter turns of the sheet on the glass, clockwise. */
  turned: 0 | 1 | 2 | 3;
  /** Grey levels of ink and paper. */
  ink: number;
  paper: number;
  /** Text that an earlier recogniser left under the picture, mostly wrong. */
  oldText: boolean;
  /** Only every second page is a picture; the others stay as they are. */
  mixed: boolean;
  colour: boolean;
  /**
   * How the page stands in its file: one image, a background with the print as a stencil over it, strips one below
   * the other.
   */
  stored: 'image' | 'layers' | 'strips';
}

export type Mark =
  | 'seal'
  | 'pressed-seal'
  | 'grey-seal'
  | 'black-seal'
  | 'shade'
  | 'margins'
  | 'broken-rulings'
  | 'dotted-rulings'
  | 'header'
  | 'hand'
  | 'red-figures';

const GOOD: Recipe = {
  skew: 0,
  blur: 0,
  noise: 0,
  quality: 85,
  oneBit: false,
  on: [],
  keystone: 0,
  curl: 0,
  turned: 0,
  ink: 0,
  paper: 255,
  oldText: false,
  mixed: false,
  colour: false,
  stored: 'image',
};
const USUAL: Recipe = { ...GOOD, skew: 0.6, blur: 0.4, noise: 4, quality: 75 };

export const DAMAGES = {
  clean: GOOD,
  skew: { ...GOOD, skew: 1.3, blur: 0.5, noise: 6, quality: 70 },
  seal: { ...USUAL, on: ['seal'], colour: true },
  worn: { ...GOOD, skew: 0.8, blur: 0.9, noise: 12, quality: 50, on: ['shade'] },
  onebit: { ...GOOD, skew: 0.5, oneBit: true },
  curl: { ...USUAL, keystone: 0.008, curl: 0.006 },
  margins: { ...USUAL, on: ['margins'] },
  left: { ...USUAL, turned: 3 },
  right: { ...USUAL, turned: 1 },
  upside: { ...USUAL, turned: 2 },
  faint: { ...USUAL, ink: 120, paper: 222 },
  broken: { ...USUAL, on: ['broken-rulings'] },
  dotted: { ...USUAL, on: ['dotted-rulings'] },
  quality30: { ...USUAL, quality: 30 },
  header: { ...USUAL, on: ['header'], colour: true },
  hand: { ...USUAL, on: ['hand'], colour: true },
  red: { ...USUAL, on: ['red-figures', 'seal'], colour: true },
  oldtext: { ...USUAL, oldText: true },
  mixed: { ...USUAL, mixed: true },
  pressed: { ...USUAL, on: ['pressed-seal'], colour: true },
  greyseal: { ...USUAL, on: ['grey-seal'] },
  blackseal: { ...USUAL, on: ['black-seal'] },
  layers: { ...GOOD, skew: 0.5, stored: 'layers' },
  strips: { ...USUAL, stored: 'strips' },
  phone: { ...USUAL, on: ['shade'], keystone: 0.004, curl: 0.003, blur: 0.6 },
  fax: { ...GOOD, skew: 0.7, oneBit: true, on: ['broken-rulings', 'black-seal'] },
  leftseal: { ...USUAL, turned: 3, on: ['pressed-seal'], colour: true },
} as const satisfies Record<string, Recipe>;
export type Damage = keyof typeof DAMAGES;
