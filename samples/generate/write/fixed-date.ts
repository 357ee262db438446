/**
 * @module Producers that stamp the time of day: the stamps are overwritten with one fixed date of the same length, so
 * that bytes do not change from run to run.
 */

export function fixDates(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const fixed = text
    .replace(/\(D:\d{14}/g, '(D:20240902010000')
    .replace(
      /(\/ID\s*\[\s*<)([0-9A-Fa-f]+)(>\s*<)([0-9A-Fa-f]+)(>)/g,
      (_m, a: string, b: string, c: string, d: string, e: string) =>
        `${a}${'0'.repeat(b.length)}${c}${'0'.repeat(d.length)}${e}`,
    )
    .replace(/(\/DocChecksum\s*\/)([0-9A-F]+)/g, (_m, a: string, b: string) => `${a}${'0'.repeat(b.length)}`);
  return Buffer.from(fixed, 'latin1');
}
