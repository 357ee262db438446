/** @module More than 100 % of a whole. */
import type { Statement } from '../../../narrative/types.js';
import { actualOf, candidates, isDoubtful } from '../../narrative/groups.js';
import { pathOf, phaseOf } from '../../narrative/lookup.js';
import { fails, PASS, stated } from '../../narrative/say.js';
import type { CheckInput, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'narrative-over-whole',
  severity: 'error',
  title: { zh: '占比不超过100%', en: 'A share is not more than 100 %' },
  *evaluate(input) {
    for (const statement of input.prose.statements) {
      if (statement.kind !== 'share') continue;
      if (Number(statement.value) <= 100) {
        yield PASS;
        continue;
      }
      if (isComputable(input, statement)) {
        yield { outcome: 'not_applicable', why: 'the share is computed from its amounts' };
        continue;
      }
      yield fails({
        severity: isDoubtful(input, statement) ? 'warning' : 'error',
        reported: `${statement.value}%`,
        zh: `“${statement.quote}”：占比超过100%。`,
        en: `A share of ${statement.value} % is more than the whole.`,
        evidence: [stated(statement)],
      });
    }
  },
};

/** Where part and whole are known the share has been judged by them, and the finding gives the right one. */
function isComputable(input: CheckInput, statement: Statement): boolean {
  if (statement.base === null || statement.base === 'unknown') return false;
  const wholes = candidates(input, statement, pathOf(statement.base), phaseOf(statement.base), '万元');
  return wholes.some((whole) => !whole.q.value.isZero()) && actualOf(input, statement).length > 0;
}
