import { expect, it } from 'vitest';
import { printsWords } from './text-places.js';

it.each([
  ['name', '2022年病媒生物防制', true],
  ['cause.other', '3次', true],
  ['target', '2026年5月底前', true],
  ['actual', '12/15/2022', true],
  ['target', '≤2026/11/15', true],
  ['target', '≥50*50', false],
  ['score', '2022年', false],
  ['budget', '1,496.0200\n0', false],
  [null, '12', false],
] as const)('%s prints %s: words %s', (column, printed, words) => {
  expect(printsWords(column, printed)).toBe(words);
});
