/** @module Performance tables: no score is above its weight. */
import { factOperand } from '../../operand.js';
import { cellOf, numberOf, performanceTables, unlessHabit } from '../../performance.js';
import { inTable } from '../../place.js';
import { decimal } from '../../quantity.js';
import { isSure } from '../../operand.js';
import type { FactIndex } from '../../fact-index.js';
import type { Outcome, Rule } from '../../types.js';

export const rule: Rule = {
  id: 'performance-score-weight',
  severity: 'error',
  title: { zh: '绩效自评表得分不大于分值', en: 'In performance tables no score is above its weight' },
  *evaluate(ctx) {
    yield* unlessHabit(weighed(ctx.index), '得分与分值');
  },
};

function* weighed(index: FactIndex): Iterable<Outcome> {
  for (const table of performanceTables(index))
    for (const row of table.rows) {
      const score = cellOf(row, 'score'),
        weight = cellOf(row, 'weight');
      const got = numberOf(score),
        most = numberOf(weight);
      if (!score || !weight || !got || !most) {
        if (score && got) yield { outcome: 'not_applicable', why: 'no weight beside the score' };
        continue;
      }
      if (got.lte(most)) {
        yield { outcome: 'pass', facts: [score.id, weight.id], confirms: false };
        continue;
      }
      const operands = [factOperand(index, score), factOperand(index, weight)],
        place = inTable(table, `“${row.label}”`);
      yield {
        outcome: 'fail',
        facts: [score.id, weight.id],
        equation: {
          relation: 'at_most',
          terms: [
            { fact: score.id, sign: 1, value: score.value!, half: '0' },
            { fact: weight.id, sign: -1, value: weight.value!, half: '0' },
          ],
        },
        finding: {
          severity: isSure(operands) ? 'error' : 'warning',
          message: `${place.where}：得分 ${score.value} 大于分值 ${weight.value}。`,
          message_en: `${place.where_en}: the score ${score.value} is above its weight ${weight.value}.`,
          reported: score.value,
          computed: weight.value,
          difference: decimal(got.minus(most)),
          tolerance: '0',
          evidence: operands.map((o) => o.evidence),
        },
      };
    }
}
