/** @module Printed text -> the same text with one form a character, for matching; every offset stays where it was. */

/** Characters that are printed in several forms, and the one form that patterns are written in. */
const FORMS = new Map<string, string>();
for (let code = 0xff10; code <= 0xff19; code++) FORMS.set(String.fromCharCode(code), String.fromCharCode(code - 0xfee0));
for (const [from, to] of [[0xff21, 0xff3a], [0xff41, 0xff5a]] as const) {
  for (let code = from; code <= to; code++) FORMS.set(String.fromCharCode(code), String.fromCharCode(code - 0xfee0));
}
for (const [forms, one] of [
  ['(', '（'], [')', '）'], [',', '，'], [';', '；'], [':', '：'], ['?', '？'], ['!', '！'],
  ['“”＂„‟〝〞', '"'], ['‘’＇', "'"], ['％', '%'], ['．', '.'], ['－—–−‐‑', '-'], ['\u00a0\u3000\u2002\u2003\t', ' '],
] as const) {
  for (const form of forms) FORMS.set(form, one);
}

/**
 * The matching form of a text: full-width digits and letters become ASCII, ASCII punctuation becomes Chinese, all
 * double quotes become `"`. Same length as the text, so that offsets found in it lead back to glyphs.
 */
export function plain(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += FORMS.get(text[i]!) ?? text[i]!;
  return out;
}

/** A Chinese character (also of the extension planes' surrogate halves). */
export function isHan(char: string): boolean {
  const code = char.charCodeAt(0);
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd840 && code <= 0xdfff);
}
