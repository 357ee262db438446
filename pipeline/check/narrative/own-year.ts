/** @module In: an amount that the prose gives for another year. Out: whether the tables print it for the document's own. */
import type { Statement } from '../../narrative/types.js';
import { close } from '../quantity.js';
import type { CheckInput } from '../types.js';
import { factQuantity, statedQuantity } from './figures.js';
import { counterparts } from './lookup.js';

export function isPrintedForOwnYear(input: CheckInput, statement: Statement): boolean {
  const said = statedQuantity(input, statement)!;
  const found = counterparts(input, {
    ...statement,
    subject: statement.subject.replace(/prior_year$/, input.identity.kind === 'budget' ? 'budget' : 'actual'),
  });
  if (typeof found === 'string' || said.value.eq(0)) return false;
  return found.some((facts) => {
    const printed = factQuantity(input, facts, said.unit);
    return printed !== null && close(said, [{ q: printed, sign: 1 }]).verdict !== 'beyond';
  });
}
