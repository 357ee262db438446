/**
 * @module In: an amount that the prose gives for another year. Out: whether the tables print it for the document's
 * own.
 */
import type { Statement } from '../../narrative/types.js';
import { close } from '../quantity.js';
import type { CheckContext } from '../context.js';
import { factQuantity } from './figures.js';

export function isPrintedForOwnYear(ctx: CheckContext, statement: Statement): boolean {
  const said = ctx.stated.quantity(statement)!;
  const found = ctx.lookup.counterparts({
    ...statement,
    subject: statement.subject.replace(/prior_year$/, ctx.identity.kind === 'budget' ? 'budget' : 'actual'),
  });
  if (typeof found === 'string' || said.value.eq(0)) return false;
  return found.some((facts) => {
    const printed = factQuantity(ctx.index, facts, said.unit);
    return printed !== null && close(said, [{ q: printed, sign: 1 }]).verdict !== 'beyond';
  });
}
