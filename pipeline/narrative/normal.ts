/** @module Printed text -> the same text with one form a character, for matching; every offset stays where it was. */
import type { Paragraph } from '../model.js';

/** Characters that are printed in several forms, and the one form that patterns are written in. */
const FORMS = new Map<string, string>();
for (let code = 0xff10; code <= 0xff19; code++)
  FORMS.set(String.fromCharCode(code), String.fromCharCode(code - 0xfee0));
for (const [from, to] of [
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const) {
  for (let code = from; code <= to; code++) FORMS.set(String.fromCharCode(code), String.fromCharCode(code - 0xfee0));
}
for (const [forms, one] of [
  ['(', '（'],
  [')', '）'],
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['“”＂„‟〝〞', '"'],
  ['‘’＇', "'"],
  ['％', '%'],
  ['．', '.'],
  ['－—–−‐‑', '-'],
  ['\u00a0\u3000\u2002\u2003\t', ' '],
] as const) {
  for (const form of forms) FORMS.set(form, one);
}
/** None of the forms needs escaping in a class. */
const FORM = new RegExp(`[${[...FORMS.keys()].join('')}]`, 'g');

/**
 * The matching form of a text: full-width digits and letters become ASCII, ASCII punctuation becomes Chinese, all
 * double quotes become `"`. Same length as the text, so that offsets found in it lead back to glyphs.
 */
export function plain(text: string): string {
  return text.replace(FORM, (form) => FORMS.get(form)!);
}

const plainTexts = new WeakMap<Paragraph, string>();
/** The matching form of a paragraph's text, worked out once for all who read it. */
export function plainOf(paragraph: Paragraph): string {
  let text = plainTexts.get(paragraph);
  if (text === undefined) plainTexts.set(paragraph, (text = plain(paragraph.text)));
  return text;
}
