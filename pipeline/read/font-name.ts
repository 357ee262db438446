/** @module Bytes of a font's PostScript name -> text without its subset tag. */

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030');

/** Producers on Chinese Windows write names in GBK (宋体); the standard's UTF-8 is tried first. */
export function fontName(bytes: Uint8Array): string {
  let name: string;
  try {
    name = UTF8.decode(bytes);
  } catch {
    name = GB18030.decode(bytes);
  }
  return name.replace(/^[A-Z]{6}\+/, '');
}
