/**
 * @module The words of headers, row labels, captions and titles, and the coordinates each contributes. The one place that says so.
 * A printed phrase is understood when terms cover it from end to end (phrase.ts); what no term covers is not understood.
 */
import type { Term } from './term.js';
import { EXPENDITURE_TERMS } from './words/expenditure.js';
import { ECONOMIC_TERMS } from './words/economic.js';
import { FLOW_TERMS, VINTAGE_TERMS } from './words/flows.js';
import { FRAME_TERMS } from './words/frames.js';
import { FUND_SPENT, FUND_TERMS } from './words/funds.js';
import { ITEM_TERMS } from './words/items.js';
import { MEASURE_TERMS, PHASE_TERMS } from './words/measures.js';
import { STATISTIC_TERMS } from './words/statistics.js';

export const TERMS: readonly Term[] = [
  ...STATISTIC_TERMS,
  ...FUND_TERMS,
  ...FUND_SPENT,
  ...EXPENDITURE_TERMS,
  ...ECONOMIC_TERMS,
  ...FLOW_TERMS,
  ...VINTAGE_TERMS,
  ...ITEM_TERMS,
  ...MEASURE_TERMS,
  ...PHASE_TERMS,
  ...FRAME_TERMS,
];
