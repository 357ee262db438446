/** @module Printed labels in; comparable keys, numbering styles and nearest known labels out. */

/** Labels that name one thing, as they are printed without white space, numbering and quotation marks. */
export type Labels = Readonly<Record<string, readonly string[]>>;

/** Full-width forms to ASCII, white space removed. Circled and other composed digits stay what they are. */
export function fold(text: string): string {
  let same = true;
  for (let i = 0; same && i < text.length; i++) {
    const code = text.charCodeAt(i);
    same = code > 0x20 && code !== 0xa0 && code !== 0x3000 && code !== 0x200b && code < 0xfeff;
  }
  if (same) return text;
  let out = '';
  for (const ch of text) {
    const code = ch.codePointAt(0)!;
    if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff) continue;
    out += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ch;
  }
  return out;
}

const QUOTES = /["'“”„‟‘’「」『』〝〞＂]/g;
const NUMBERING =
  /^(?:[一二三四五六七八九十]{1,3}[、.,:]|\([一二三四五六七八九十]{1,3}\)[、.]?|\d{1,2}[、.](?!\d)|\d{1,2}\)|\(\d{1,2}\)[、.]?|[①-⑳][、.]?)/;
const PREFIX = /^(?:其中|加|减)[:：]/;

/** Style of a label's numbering, outermost first; "" without. */
export type NumberingStyle = '' | 'A' | 'B' | 'C' | 'D' | 'E';

export function numbering(label: string): { style: NumberingStyle; partOf: boolean } {
  let text = fold(label);
  const partOf = PREFIX.test(text);
  if (partOf) text = text.replace(PREFIX, '');
  if (/^[一二三四五六七八九十]{1,3}[、.]/.test(text)) return { style: 'A', partOf };
  if (/^\([一二三四五六七八九十]{1,3}\)/.test(text)) return { style: 'B', partOf };
  if (/^\d{1,2}[、.](?!\d)/.test(text)) return { style: 'C', partOf };
  if (/^(?:\(\d{1,2}\)|\d{1,2}\))/.test(text)) return { style: 'D', partOf };
  if (/^[①-⑳]/.test(text)) return { style: 'E', partOf };
  return { style: '', partOf };
}

const keys = new Map<string, string>();

/** A label without white space, numbering, 其中：, quotation marks and closing colon. */
export function labelKey(label: string): string {
  const known = keys.get(label);
  if (known !== undefined) return known;
  let key = fold(label).replace(QUOTES, '');
  for (let i = 0; i < 3; i++) {
    const next = key.replace(NUMBERING, '').replace(PREFIX, '');
    if (next === key || next === '') break;
    key = next;
  }
  key = key.replace(/[:;]+$/, '');
  if (keys.size > 20_000) keys.clear();
  keys.set(label, key);
  return key;
}

/** Edit distance, or limit + 1 when it is larger than limit. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const d = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      current.push(d);
      if (d < smallest) smallest = d;
    }
    if (smallest > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length]!;
}

/** A title without what differs between publishers: white space, quotation marks, year, 部门/单位, 续表 marks. */
export function titleKey(title: string): string {
  return fold(title)
    .replace(/["'“”„‟‘’「」『』。.,，·|`~^*_]/g, '')
    .replace(/\(?(?:19|20)\d\d年?度?\)?/g, '')
    .replace(/\((?:续表?|[一二三四五六七八九十\d]+)\)/g, '')
    .replace(/续表/g, '')
    .replace(/部门|单位/g, '')
    .replace(/\(\)/g, '');
}
