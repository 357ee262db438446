/** @module Shares (占 p%): the part over the whole that the sentence names or that it divides. */
import { statedQuantity } from '../narrative/figures.js';
import { actualOf, candidates } from '../narrative/groups.js';
import { pathOf, phaseOf } from '../narrative/lookup.js';
import { judgeRate, ratiosOf } from '../narrative/rates.js';
import type { Causes } from '../narrative/rates.js';
import type { Rule } from '../types.js';

export const rule: Rule = {
  id: 'narrative-share',
  severity: 'error',
  title: { zh: '占比与金额相符', en: 'A share agrees with the amounts' },
  *evaluate(input) {
    const causes: Causes = new Set();
    for (const statement of input.prose.statements) {
      if (statement.kind !== 'share') continue;
      if (statement.base === null || statement.base === 'unknown') { yield { outcome: 'not_evaluable', why: `${statement.quote}: the whole is not known` }; continue; }
      const tops = actualOf(input, statement);
      const bottoms = candidates(input, statement, pathOf(statement.base), phaseOf(statement.base), '万元');
      yield judgeRate(input, statement, statedQuantity(input, statement)!, ratiosOf(tops, bottoms), { zh: '占比', en: 'the share' }, causes);
    }
  },
};
