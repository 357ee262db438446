import { expect, test } from 'vitest';
import {
  beginsWithGroup,
  endsInCents,
  isCellNumber,
  isDigitsAndSigns,
  isGroupBehindGap,
  isMarkedFigure,
  isNumberRun,
  isWholeRun,
} from './cell-shapes.js';

test.each([
  [isCellNumber, ['△1,234.50', '（12）', '95%', '2080505'], ['1.673.99', '12万元', '-']],
  [isNumberRun, ['１，２３４．５', '1.673.99', '（12）'], ['12a', '']],
  [isWholeRun, ['1,234.50', '2080505'], ['1,234.50208', '12,34.5']],
  [isDigitsAndSigns, ['1,234.', '-5%)', '(12'], ['12万', '']],
  [isMarkedFigure, ['$1,234', '(5.0)*', '12a'], ['-', 'a12']],
  [isGroupBehindGap, ['234', '234.50'], ['23', '1234']],
  [beginsWithGroup, ['1', '-12', '1 234'], ['1,234', '1234']],
  [endsInCents, ['1,234.50'], ['1,234', '12.5']],
])('%o', (has, these, not) => {
  expect([these.filter((text) => !has(text)), not.filter(has)]).toEqual([[], []]);
});
