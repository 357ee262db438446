/** @module More than 100 % of a whole. */
import type { Statement } from '../../../narrative/types.js';
import { isDoubtful } from '../../narrative/groups.js';
import { pathOf, phaseOf } from '../../narrative/places.js';
import { fails, PASS, stated } from '../../narrative/say.js';
import type { CheckContext } from '../../context.js';
import type { Rule } from '../../types.js';

export const rule: Rule = {
  id: 'narrative-over-whole',
  severity: 'error',
  title: { zh: '占比不超过100%', en: 'A share is not more than 100 %' },
  *evaluate(ctx) {
    for (const statement of ctx.prose.statements) {
      if (statement.kind !== 'share') continue;
      if (Number(statement.value) <= 100) {
        yield PASS;
        continue;
      }
      if (isComputable(ctx, statement)) {
        yield { outcome: 'not_applicable', why: 'the share is computed from its amounts' };
        continue;
      }
      yield fails({
        severity: isDoubtful(ctx, statement) ? 'warning' : 'error',
        reported: `${statement.value}%`,
        zh: `“${statement.quote}”：占比超过100%。`,
        en: `A share of ${statement.value} % is more than the whole.`,
        evidence: [stated(statement)],
      });
    }
  },
};

/** Where part and whole are known the share has been judged by them, and the finding gives the right one. */
function isComputable(ctx: CheckContext, statement: Statement): boolean {
  if (statement.base === null || statement.base === 'unknown') return false;
  const wholes = ctx.groups.candidates(statement, pathOf(statement.base), phaseOf(statement.base), '万元');
  return wholes.some((whole) => !whole.q.value.isZero()) && ctx.groups.actual(statement).length > 0;
}
