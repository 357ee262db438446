/** @module What an item is said to be used for, against the basic and project columns of its line. */
import { excerpt, fails, PASS, words } from '../../narrative/say.js';
import { plainOf } from '../../../narrative/normal.js';
import type { Rule } from '../../types.js';

const USE = /主要用于：?([^。；]{4,80})[。；，]/;

export const rule: Rule = {
  id: 'narrative-item-use',
  severity: 'warning',
  title: {
    zh: '科目用途说明与基本支出、项目支出相符',
    en: 'What an item is used for agrees with its basic and project expenditure',
  },
  *evaluate(ctx) {
    const table = ctx.index.one('general_public_budget_expenditure');
    if (typeof table === 'string') {
      yield { outcome: 'not_evaluable', why: table };
      return;
    }
    const done = new Set<string>();
    for (const statement of ctx.prose.statements) {
      if (statement.names.length !== 3 || statement.kind !== 'amount' || done.has(statement.group)) continue;
      done.add(statement.group);
      const paragraph = ctx.prose.paragraphs[statement.paragraph]!;
      const match = USE.exec(plainOf(paragraph));
      const row = ctx.lookup.functionRows(table, statement.subject.split('.')[1] ?? '', statement.names)[0];
      // Only a list of kinds of spending can leave one out.
      if (!match || !row || !/(?:人员|公用)(?:支出|经费)/.test(match[1]!)) continue;
      const project = table
        .columnsOf('project')
        .map((column) => row.cells.get(column.key))
        .find((fact) => fact?.value);
      if (/项目/.test(match[1]!) || /等/.test(match[1]!) || !project || !/[1-9]/.test(project.value!)) {
        yield PASS;
        continue;
      }
      const from = match.index,
        to = from + match[0].length - 1;
      yield fails({
        severity: 'warning',
        reported: match[1]!,
        computed: project.value,
        difference: project.value,
        zh:
          `“${excerpt(paragraph.text, from, to, 0)}”，而${table.title}${row.code}“${row.label}”` +
          `有项目支出${project.value}${project.unit ?? ''}。`,
        en:
          'The item is said to pay for staff and running costs only; its line has project expenditure of ' +
          `${project.value}.`,
        evidence: [
          words(paragraph, from, to),
          {
            fact_id: project.id,
            quote: `${row.code} ${row.label} ${project.raw_text}`,
            page: project.page,
            boxes: project.boxes,
          },
        ],
      });
    }
  },
};
