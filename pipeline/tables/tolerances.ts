/**
 * @module Every tolerance of the layout stage in one place: unit, reason, and the fixture that fixes it (a test
 * of this room or a set
 * under measurement; "stress X" is samples/generate/stress.ts --ruling X).
 */
export const TOLERANCES = {
  // Words and lines; shares of the font size.
  /**
   * White space between words: 0.25 em is the narrowest printed space; a cell's padding on both sides is seldom
   * less (stress none).
   */
  wordGap: 0.22,
  /**
   * A code and its name in the next cell: less than a word space is left where cells are padded by a point (stress
   * none).
   */
  scriptGap: 0.1,
  /** Boxes of recognised characters hug the ink: a narrow "1" stands off from its neighbours (scans). */
  wordGapRecognised: 0.5,
  /** A space within a number, after its comma or point: 1, 234. 56 (stress none, spaced numbers). */
  spaceInNumber: 0.75,
  /**
   * A label set apart has at most so many characters, each at most this far from the last (em): 合　　计 (stress
   * none).
   */
  mostSpaced: 8,
  widestSpaced: 9,
  /** So many dots in a row lead the eye over a gutter (camelot's district_health in peers). */
  fewestDots: 4,
  /** A gap this wide separates columns; word spaces, justified ones too, stay below (icdar). */
  columnGap: 0.95,
  /** Words of one phrase: wider than a word space, narrower than a column gap (icdar headers). */
  phraseGap: 0.6,

  // Rows; shares of the font size.
  /**
   * Lines nearer than this overlap: raised note marks, figures set in the middle of a wrapped label (us-017,
   * stress none).
   */
  overlapping: 0.75,
  /**
   * Wrapped lines of one cell stand at their leading, rows further apart by this share (stress none: padding of
   * half a point).
   */
  leadingSlack: 1.12,
  /** Lines of a header's cells stand nearer than this, in em; a row of labels alone stands further off (stress three). */
  headerLeading: 1.5,
  /** No leading of wrapped text is larger (chinese-tables). */
  largestLeading: 1.75,

  // Columns.
  /** Two intervals of words nearer than this (em) are one column until a gap shows otherwise. */
  leastGutter: 0.15,
  /**
   * A few words may bridge a gutter: overlong labels, a total set in the middle of two columns; at most this share
   * of the rows that keep it free.
   */
  bridging: 0.34,
  /** Share of the rows whose gap must be a column's, for words that could be one label's (icdar). */
  wideShare: 0.15,

  // Prose; widths in em, lines counted, overlap in points.
  /**
   * A phrase this wide, of so many letters, may be a line of prose; so many of them at one place are a column of
   * it (us-007 of peers).
   */
  proseWidth: 14,
  proseLetters: 24,
  proseLines: 6,
  proseOverlap: 60,

  /**
   * Rulings that leave more than this share of at least so many figures beside another in one cell divide no table
   * (district_health).
   */
  crowded: 0.25,
  fewestCrowded: 8,
  /** Confidence of a cell in which two figures stand: below what any grade but doubtful takes. */
  twoFigures: 0.5,
  /**
   * Labels outside a grid belong to its rows when at least so many rows have one each, on the baseline of their
   * figures (us-009).
   */
  fewestLabelled: 4,

  /**
   * A page is read sideways when more than this share of its characters is printed so (camelot's turned tables in
   * peers).
   */
  turnedShare: 0.6,

  // Rulings (pt).
  /** Of the stretch's width: a rule over all of it. */
  wholeRule: 0.95,
  /** Ends of the rulings of one family agree to this (us-023: rules end in the cells' padding). */
  sameEnds: 8,
  /** Rulings shorter than this are underlines and fraction bars, or divide a header only. */
  shortestRule: 90,
} as const;
