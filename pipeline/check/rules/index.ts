/** @module Every rule, one import and one entry a line, both alphabetical: adding a rule touches nothing else. */
import type { Rule } from '../types.js';
import { rule as hierarchySum } from './hierarchy-sum.js';
import { rule as rowSum } from './row-sum.js';
import { rule as summaryLinesSum } from './summary-lines-sum.js';
import { rule as summarySides } from './summary-sides.js';

export const rules: readonly Rule[] = [
  hierarchySum,
  rowSum,
  summaryLinesSum,
  summarySides,
];
