/** @module Shares (占 p%): the part over the whole that the sentence names or that it divides. */
import { pathOf, phaseOf } from '../../narrative/places.js';
import { judgeRate, ratiosOf } from '../../narrative/rates.js';
import type { Causes, Ratio } from '../../narrative/rates.js';
import { spokenShares } from '../../narrative/spoken-share.js';
import type { Statement } from '../../../narrative/types.js';
import type { Candidate } from '../../narrative/groups.js';
import type { CheckContext } from '../../context.js';
import type { Rule } from '../../types.js';

/** The wholes that the sentence names first; the others are looked for only where none of those explains the share. */
function* sharesOf(
  ctx: CheckContext,
  statement: Statement,
  tops: Candidate[],
  bottoms: Candidate[],
): Iterable<Ratio> {
  yield* ratiosOf(tops, bottoms);
  yield* ratiosOf(tops, besides(ctx, statement));
}

/**
 * What the row of the part prints besides: a share may be of the whole of its table (三公、会议、培训费 together) under the
 * name of its largest part. Such a whole excuses; it condemns nothing.
 */
function besides(ctx: CheckContext, statement: Statement): Candidate[] {
  const found = ctx.lookup.counterparts(statement);
  if (typeof found === 'string') return [];
  const rows = new Set(found.flat().map((fact) => `${fact.table_id}|${fact.row_label}`));
  if (rows.size === 0) return [];
  return ctx.facts.flatMap((fact): Candidate[] => {
    const q = rows.has(`${fact.table_id}|${fact.row_label}`) ? ctx.index.quantity(fact) : null;
    return q && !q.value.isZero() ? [{ q, statement: null, facts: [fact] }] : [];
  });
}

export const rule: Rule = {
  id: 'narrative-share',
  severity: 'error',
  title: { zh: '占比与金额相符', en: 'A share agrees with the amounts' },
  *evaluate(ctx) {
    const causes: Causes = new Set();
    for (const statement of ctx.prose.statements) {
      if (statement.kind !== 'share') continue;
      if (statement.base === null || statement.base === 'unknown') {
        yield { outcome: 'not_evaluable', why: `${statement.quote}: the whole is not known` };
        continue;
      }
      // A name in a list that is no economic item: what its share is of, the sentence before it may say.
      if (statement.subject.startsWith('economic.') && typeof ctx.lookup.counterparts(statement) === 'string') {
        yield { outcome: 'not_evaluable', why: `${statement.quote}: no table has the item` };
        continue;
      }
      const tops = ctx.groups.actual(statement);
      const bottoms = ctx.groups.candidates(statement, pathOf(statement.base), phaseOf(statement.base), '万元');
      yield judgeRate(
        ctx,
        statement,
        ctx.stated.quantity(statement)!,
        sharesOf(ctx, statement, tops, bottoms),
        { zh: '占比', en: 'the share' },
        causes,
      );
    }
    yield* spokenShares(ctx);
  },
};
