/** @module Growth (增加 d 万元，增长 p%): p = d ÷ last year, last year = this year − d. */
import { inUnit } from '../quantity.js';
import { statedQuantity } from '../narrative/figures.js';
import { actualOf, groupOf } from '../narrative/groups.js';
import { judgeRate } from '../narrative/rates.js';
import type { Causes, Ratio } from '../narrative/rates.js';
import type { Rule } from '../types.js';

export const rule: Rule = {
  id: 'narrative-growth',
  severity: 'error',
  title: { zh: '增减率与增减额、上年基数相符', en: 'A growth rate agrees with the change and with last year’s base' },
  *evaluate(input) {
    const causes: Causes = new Set();
    for (const statement of input.prose.statements) {
      if (statement.kind !== 'growth_rate') continue;
      const change = groupOf(input, statement).filter(s => s.kind === 'growth_amount' && s.at < statement.at && s.paragraph === statement.paragraph).at(-1);
      if (!change) { yield { outcome: 'not_evaluable', why: `${statement.quote}: the change is not stated` }; continue; }
      const d = statedQuantity(input, change)!, rate = statedQuantity(input, statement)!;
      // Where amount and rate point in opposite directions another rule says so; here either direction will do.
      const signs = d.value.gt(0) === rate.value.gt(0) ? [d.value] : [d.value, d.value.neg()];
      const ratios = signs.flatMap(signed => actualOf(input, statement, d.unit ?? '万元').map((now): Ratio => {
        const value = inUnit(now.q, d.unit);
        return {
          top: { ...d, value: signed.abs() }, bottom: { value: value.value.minus(signed), half: value.half.plus(d.half), unit: d.unit },
          from: [now, { q: d, statement: change, facts: [] }],
          formula: `${signed.abs().toFixed()}÷（${value.value.toFixed()}${signed.lt(0) ? '+' : '-'}${signed.abs().toFixed()}）`,
        };
      }));
      yield judgeRate(input, statement, { ...rate, value: rate.value.abs() }, ratios, { zh: '增减率', en: 'the growth rate' }, causes);
    }
  },
};
