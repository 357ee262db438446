/** @module First bytes of a file -> what it is, whatever its name says. */

export type FileType = 'pdf' | 'empty' | 'html' | 'zip' | 'office' | 'image' | 'text' | 'unknown';

/** Readers accept a header that stands this far into the file; some servers put text before it. */
const HEADER_WITHIN = 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;
const MAGIC: readonly (readonly [FileType, readonly number[]])[] = [
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
];

export function sniff(bytes: Uint8Array): FileType {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN));
  // An archive that stores a PDF uncompressed shows the header of that PDF; readers would take its last one for all of it.
  if (ZIP.every((byte, i) => head[i] === byte)) return 'zip';
  if (head.includes('%PDF')) return 'pdf';
  const known = MAGIC.find(([, magic]) => magic.every((byte, i) => head[i] === byte));
  if (known) return known[0];
  const text = head.toString('latin1');
  if (/^\s*(<!doctype html|<html|<\?xml|<head|<script)/i.test(text.replace(/^\xef\xbb\xbf/, ''))) return 'html';
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) ? 'text' : 'unknown';
}

/** What a person would call it. */
export const FILE_TYPES: Readonly<Record<FileType, string>> = {
  pdf: 'a PDF',
  empty: 'empty',
  html: 'a web page (an error or login page?)',
  zip: 'a ZIP archive (unpack it and give the PDFs in it) or a .docx/.xlsx/.ofd document (save it as PDF)',
  office: 'an old Word or Excel document',
  image: 'an image',
  text: 'plain text',
  unknown: 'no file type that we know',
};
