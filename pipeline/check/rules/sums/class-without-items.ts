/**
 * @module A class printed with an amount but without the items it consists of, in a table that prints items
 * elsewhere.
 */
import type { TableKind } from '../../../../schemas/index.js';
import { codeOf, codeTree } from '../../codes.js';
import { factOperand } from '../../operand.js';
import { rowTitle } from '../../place.js';
import type { Rule } from '../../types.js';

/** How deep each table goes by its form: functional tables to 项, the economic one to 款. */
const DEPTH: [TableKind, number][] = [
  ['income', 7],
  ['expenditure', 7],
  ['general_public_budget_expenditure', 7],
  ['government_fund', 7],
  ['state_capital', 7],
  ['basic_expenditure_by_economic_class', 5],
];

export const rule: Rule = {
  id: 'class-without-items',
  severity: 'warning',
  title: { zh: '有金额的类、款应列出其下级科目', en: 'A class with an amount prints the items below it' },
  *evaluate(ctx) {
    const { index } = ctx;
    for (const [kind, depth] of DEPTH)
      for (const table of index.ofKind(kind)) {
        const tree = codeTree(table);
        const longest = Math.max(0, ...tree.coded.map((r) => codeOf(r)!.length));
        if (longest < depth) {
          yield { outcome: 'not_applicable', why: `${table.title} prints no level of ${depth} digits` };
          continue;
        }
        for (const row of tree.coded) {
          if (codeOf(row)!.length >= depth) continue;
          const fact = [...row.cells.values()].find((f) => f.value !== null && /[1-9]/.test(f.value));
          if (!fact) {
            yield { outcome: 'not_applicable', why: 'no amount' };
            continue;
          }
          if (tree.children.has(row)) {
            yield { outcome: 'pass', facts: [], confirms: false };
            continue;
          }
          yield {
            outcome: 'fail',
            facts: [],
            finding: {
              severity: 'warning',
              message: `${table.title}“${rowTitle(row)}”${fact.column_label} ${fact.value}${fact.unit ?? ''}，未列出其下级科目。`,
              message_en:
                `${table.title} “${rowTitle(row)}” ${fact.column_label} ${fact.value} ${fact.unit ?? ''} prints ` +
                'no item below it.',
              reported: fact.value,
              computed: null,
              difference: null,
              tolerance: null,
              evidence: [factOperand(index, fact).evidence],
            },
          };
        }
      }
  },
};
