/** @module One figure stated twice in the prose with different amounts, where no table can tell which is right. */
import type { Statement } from '../../../narrative/types.js';
import { close, decimal } from '../../quantity.js';
import { isDoubtful } from '../../narrative/groups.js';
import { fails, PASS, stated } from '../../narrative/say.js';
import type { Rule } from '../../types.js';
import { anyOf } from '../../words.js';

/** Subjects that are one number for the whole document, wherever they stand. */
const SINGLE = new RegExp(
  `^${anyOf(
    ...['operating_expenses', 'procurement\\.total', 'general\\.expenditure'],
    `three_public\\.${anyOf('total', 'abroad', 'reception', 'vehicles', 'vehicle_purchase', 'vehicle_running')}`,
    `basic\\.${anyOf('total', 'personnel', 'public')}`,
  )}\\.(?:actual|budget)$`,
);

export const rule: Rule = {
  id: 'narrative-repeated',
  severity: 'error',
  title: { zh: '同一数字在文中前后一致', en: 'A figure stated twice is the same figure' },
  *evaluate(ctx) {
    const first = new Map<string, Statement>();
    for (const statement of ctx.prose.statements) {
      if (statement.kind !== 'amount' || !SINGLE.test(statement.subject)) continue;
      const before = first.get(statement.subject);
      if (!before) {
        first.set(statement.subject, statement);
        continue;
      }
      const closure = close(ctx.stated.quantity(statement)!, [{ q: ctx.stated.quantity(before)!, sign: 1 }]);
      if (closure.verdict !== 'beyond') {
        yield PASS;
        continue;
      }
      // Where a table prints the figure each is compared with the table.
      if (typeof ctx.lookup.counterparts(statement) !== 'string') {
        yield { outcome: 'not_applicable', why: 'a table tells' };
        continue;
      }
      yield fails({
        severity: isDoubtful(ctx, statement) || isDoubtful(ctx, before) ? 'warning' : 'error',
        reported: statement.value,
        computed: before.value,
        difference: decimal(closure.difference),
        tolerance: decimal(closure.tolerance),
        zh: `“${statement.quote}”与前文“${before.quote}”不一致。`,
        en: `${statement.value} here, ${before.value} before.`,
        evidence: [stated(statement), stated(before)],
      });
    }
  },
};
