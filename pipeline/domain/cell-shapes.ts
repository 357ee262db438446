/**
 * @module Text of cells, words and runs of glyphs, as the layout meets them before anything is folded, in. Whether it has the shape of a number
 * out: shapes as wide as print is, where number-shapes are as narrow as reading must be.
 */
const CELL_NUMBER = /^[-+−－△▲(（]?\d[\d,，]*([.．]\d+)?[)）%％]?$/;
const NUMBER_RUN = /^[-+−－△（(]?[\d０-９][\d０-９,，.．]*[)）%％]?$/;
const WHOLE_RUN = /^[-+−–—△（(]?(\d+|\d{1,3}([,，]\d{3})+)([.．]\d{1,2})?[)）%％]?$/;
const MARKED_FIGURE = /^[-+−–—△▲(（$¥￥€£]*[\d.,，．]*\d[\d.,，．]*[%％)）*a-z†‡]{0,2}$/;

/** A number and its signs, its grouping not asked about: △1,234.50 · （12） · 95%. */
export function isCellNumber(text: string): boolean {
  return CELL_NUMBER.test(text);
}

/** Glyphs of one number, full-width digits and misplaced points too: １，２３４．５ · 1.673.99. */
export function isNumberRun(text: string): boolean {
  return NUMBER_RUN.test(text);
}

/** A number in whole groups, with two decimals at most: 1,234.50 · 2080505; not 1,234.50208, which is two. */
export function isWholeRun(text: string): boolean {
  return WHOLE_RUN.test(text);
}

/** Digits and the signs of numbers only, NFKC: 1,234. · -5%) · (12. */
export function isDigitsAndSigns(text: string): boolean {
  return /^[-+(\d][\d.,)%-]*$/.test(text);
}

/** Ends with the two decimals of money: 1,234.50. */
export function endsInCents(text: string): boolean {
  return /\.\d\d$/.test(text);
}

/** A figure with currency signs, marks of footnotes or brackets about it: $1,234 · (5.0)* · 12a. */
export function isMarkedFigure(text: string): boolean {
  return MARKED_FIGURE.test(text);
}

/** What a gap may have cut off a grouped number: 234 · 234.50 behind 1. */
export function isGroupBehindGap(text: string): boolean {
  return /^\d{3}([.,]\d+)?$/.test(text);
}

/** What stands before such a group: 1 · -12 · "1 234". */
export function beginsWithGroup(text: string): boolean {
  return /^-?\d{1,3}( |$)/.test(text);
}
