/** @module More than 100 % of a whole. */
import { isDoubtful } from '../narrative/groups.js';
import { fails, PASS, stated } from '../narrative/say.js';
import type { Rule } from '../types.js';

export const rule: Rule = {
  id: 'narrative-over-whole',
  severity: 'error',
  title: { zh: '占比不超过100%', en: 'A share is not more than 100 %' },
  *evaluate(input) {
    for (const statement of input.prose.statements) {
      if (statement.kind !== 'share') continue;
      if (Number(statement.value) <= 100) { yield PASS; continue; }
      yield fails({
        severity: isDoubtful(input, statement) ? 'warning' : 'error', reported: `${statement.value}%`,
        zh: `“${statement.quote}”：占比超过100%。`, en: `A share of ${statement.value} % is more than the whole.`, evidence: [stated(statement)],
      });
    }
  },
};
