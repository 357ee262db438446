/** @module What an item is said to be used for, against the basic and project columns of its line. */
import type { Paragraph } from '../../../model.js';
import type { IndexedTable, Row } from '../../fact-index.js';
import type { Fact } from '../../../../schemas/index.js';
import type { Outcome } from '../../types.js';
import { excerpt, fails, finding, PASS, sure, words } from '../../narrative/say.js';
import { plainOf } from '../../../narrative/normal.js';
import type { Rule } from '../../types.js';

const USE = /主要用于：?([^。；]{4,80})[。；，]/;

export const rule: Rule = {
  id: 'narrative-item-use',
  severity: 'error',
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
      if (!match || !row) continue;
      const onlyProject = basicOnly(match[1]!) ? paidAsProject(table, row) : null;
      if (onlyProject) {
        yield asBasic(paragraph, match, table, row, onlyProject);
        continue;
      }
      if (!/(?:人员|公用)(?:支出|经费)/.test(match[1]!)) continue;
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

/** …等基本支出: what the item pays for is said to be basic expenditure and nothing else. */
function basicOnly(use: string): boolean {
  return /基本支出$/.test(use) && !/项目/.test(use);
}

/** The item's project expenditure, and whether its line has basic expenditure as well. */
function paidAsProject(table: IndexedTable, row: Row): { project: Fact; mixed: boolean } | null {
  const of = (column: string): Fact | undefined =>
    table
      .columnsOf(column)
      .map(({ key }) => row.cells.get(key))
      .find((fact) => fact?.value && /[1-9]/.test(fact.value));
  const project = of('project');
  return project && table.columnsOf('basic').length > 0 ? { project, mixed: of('basic') !== undefined } : null;
}

function asBasic(
  paragraph: Paragraph,
  match: RegExpExecArray,
  table: IndexedTable,
  row: Row,
  { project, mixed }: { project: Fact; mixed: boolean },
): Outcome {
  const from = match.index,
    to = from + match[0].length - 1;
  return {
    outcome: 'fail',
    facts: [project.id],
    finding: finding({
      severity: mixed || project.source === 'ocr' ? 'warning' : sure(paragraph, from, to),
      reported: match[1]!,
      computed: project.value,
      zh: `“${paragraph.text.slice(from, to)}”，而${table.title}${row.code}“${row.label}”${mixed ? '另有' : '全部为'}项目支出${project.value}${project.unit ?? ''}。`,
      en: `The item is said to pay for basic expenditure; its line prints ${project.value} of project expenditure${mixed ? ' as well' : ' only'}.`,
      evidence: [
        words(paragraph, Math.max(0, from - 24), to),
        {
          fact_id: project.id,
          quote: `${row.code} ${row.label} ${project.raw_text}`,
          page: project.page,
          boxes: project.boxes,
        },
      ],
    }),
  };
}
