/** @module Bytes that no reader opens -> the reason a person understands. */
import { ReadError } from './reader.js';

const HEAD = 1024;
const TAIL = 2048;

/** What is wrong with bytes that did not open. @param detail what the reader said */
export function damageOf(bytes: Uint8Array, detail: string, cause?: unknown): ReadError {
  if (bytes.length === 0) return new ReadError('empty', 'The file is empty (0 bytes); fetch it again', { cause });
  const head = latin1(bytes.subarray(0, HEAD));
  if (!head.includes('%PDF-')) {
    return new ReadError(
      'not_a_pdf',
      `The file is not a PDF: no %PDF- in its first ${HEAD} bytes, it starts with ${sample(head)} (${detail})`,
      { cause },
    );
  }
  const tail = latin1(bytes.subarray(-TAIL));
  if (!tail.includes('%%EOF') && !tail.includes('startxref')) {
    return new ReadError(
      'truncated',
      `The file ends before its cross-reference table: it was cut off after ${bytes.length} bytes;` +
        ` fetch it again (${detail})`,
      { cause },
    );
  }
  return new ReadError('damaged', `The file is a PDF but cannot be opened: ${detail}`, { cause });
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function sample(head: string): string {
  return JSON.stringify(head.slice(0, 16));
}
