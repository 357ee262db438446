/** @module Shares (占 p%): the part over the whole that the sentence names or that it divides. */
import { statedQuantity } from '../../narrative/figures.js';
import { actualOf, candidates } from '../../narrative/groups.js';
import { counterparts, pathOf, phaseOf } from '../../narrative/lookup.js';
import { judgeRate, ratiosOf } from '../../narrative/rates.js';
import type { Causes } from '../../narrative/rates.js';
import type { Rule } from '../../types.js';

export const rule: Rule = {
  id: 'narrative-share',
  severity: 'error',
  title: { zh: '占比与金额相符', en: 'A share agrees with the amounts' },
  *evaluate(input) {
    const causes: Causes = new Set();
    for (const statement of input.prose.statements) {
      if (statement.kind !== 'share') continue;
      if (statement.base === null || statement.base === 'unknown') {
        yield { outcome: 'not_evaluable', why: `${statement.quote}: the whole is not known` };
        continue;
      }
      // A name in a list that is no economic item: what its share is of, the sentence before it may say.
      if (statement.subject.startsWith('economic.') && typeof counterparts(input, statement) === 'string') {
        yield { outcome: 'not_evaluable', why: `${statement.quote}: no table has the item` };
        continue;
      }
      const tops = actualOf(input, statement);
      const bottoms = candidates(input, statement, pathOf(statement.base), phaseOf(statement.base), '万元');
      yield judgeRate(
        input,
        statement,
        statedQuantity(input, statement)!,
        ratiosOf(tops, bottoms),
        { zh: '占比', en: 'the share' },
        causes,
      );
    }
  },
};
