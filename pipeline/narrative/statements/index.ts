/** @module All kinds of sentence. A new kind is one file and one line here. */
import { appropriation } from './appropriation.js';
import { basicExpenditure } from './basic-expenditure.js';
import { expenditureParts } from './expenditure-parts.js';
import { functionalItems } from './functional-items.js';
import { incomeSources } from './income-sources.js';
import { operatingExpenses } from './operating-expenses.js';
import { performance } from './performance.js';
import type { StatementKind } from './phrase.js';
import { procurement } from './procurement.js';
import { stateAssets } from './state-assets.js';
import { threePublic } from './three-public.js';
import { totals } from './totals.js';

export const STATEMENT_KINDS: StatementKind[] = [
  functionalItems,
  appropriation,
  threePublic,
  operatingExpenses,
  procurement,
  stateAssets,
  performance,
  totals,
  incomeSources,
  basicExpenditure,
  expenditureParts,
];
