/** @module The score, budget and spending that the prose quotes of an evaluation are those of its performance table. */
import type { Fact } from '../../../../schemas/index.js';
import type { Statement } from '../../../narrative/types.js';
import { Decimal } from '../../../domain/decimal.js';
import { fails, PASS, stated } from '../../narrative/say.js';
import type { FactIndex, IndexedTable } from '../../fact-index.js';
import { cellOf, performanceTables } from '../../performance.js';
import { decimalsOf, halfDigit } from '../../quantity.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

/** What is quoted -> the places of a performance table that print it: row, column. */
const PLACES: Record<string, readonly (readonly [row: string, column: string])[]> = {
  'performance.score': [['total', 'score']],
  'performance.average_score': [['total', 'score']],
  'performance.project_budget.actual': [
    ['funds.total', 'budget'],
    ['budget', 'budget'],
  ],
  'performance.project_executed.actual': [
    ['funds.total', 'executed'],
    ['executed', 'executed'],
  ],
};
const NAMES = ['project_name', 'department_name'];
const UNITS = ['implementing_unit'];
/** 部门整体支出绩效自评, 整体绩效评价; 整体完工 is no evaluation. */
const WHOLE = /(?:部门|单位)整体|整体(?:支出)?(?:预算)?绩效/;
/** Shorter names stand in other sentences too. */
const SHORTEST_NAME = 4;

export const rule: Rule = {
  id: 'narrative-performance',
  severity: 'error',
  title: {
    zh: '文字说明引用的绩效得分、预算数、执行数与自评表一致',
    en: 'Scores, budgets and spending that the prose quotes are those of the performance table',
  },
  *evaluate(ctx) {
    const { index } = ctx;
    const tables = performanceTables(index);
    for (const statement of ctx.prose.statements) {
      const places = PLACES[statement.subject];
      if (!places || statement.value === null || statement.unit === '%') continue;
      const table = tableMeant(ctx, index, tables, statement);
      if (!table) {
        yield {
          outcome: 'not_evaluable',
          why: `“${statement.quote}”: which performance table is meant is not certain`,
        };
        continue;
      }
      const fact = places
        .map(([row, column]) => {
          const r = table.row(row);
          return r ? cellOf(r, column) : undefined;
        })
        .find((f) => f?.value != null);
      if (!fact) {
        yield { outcome: 'not_evaluable', why: `${table.title}: prints no such figure` };
        continue;
      }
      yield compare(statement, fact, table);
    }
  },
};

/** The one table whose name the paragraph says; 整体 without a name means the only table of the whole department. */
function tableMeant(
  ctx: CheckContext,
  index: FactIndex,
  tables: readonly IndexedTable[],
  statement: Statement,
): IndexedTable | null {
  const text = ctx.prose.paragraphs[statement.paragraph]?.text ?? '';
  const projects = tables.filter((t) => index.ofKind('project_performance').includes(t));
  const whole = index.ofKind('department_performance');
  const named = projects.filter((t) => namesOf(t).some((name) => text.includes(name)));
  if (WHOLE.test(text)) return whole.length === 1 && named.length === 0 ? whole[0]! : null;
  if (statement.subject === 'performance.average_score') return null;
  return onlyOne(named, text);
}

/** One project of several units: the form of the unit that the paragraph names too. */
function onlyOne(named: readonly IndexedTable[], text: string): IndexedTable | null {
  if (named.length < 2) return named[0] ?? null;
  const ofUnit = named.filter((table) => fieldsOf(table, UNITS).some((unit) => text.includes(unit)));
  return ofUnit.length === 1 ? ofUnit[0]! : null;
}

function namesOf(table: IndexedTable): string[] {
  return fieldsOf(table, NAMES);
}

function fieldsOf(table: IndexedTable, fields: readonly string[]): string[] {
  return fields.flatMap((id) => {
    const row = table.row(id);
    const name = row ? cellOf(row, 'name')?.raw_text.replace(/\s+/g, '') : undefined;
    return name && name.length >= SHORTEST_NAME ? [name] : [];
  });
}

function compare(statement: Statement, fact: Fact, table: IndexedTable): Outcome {
  const difference = Decimal.of(statement.value!).minus(fact.value!);
  const tolerance = halfDigit(Math.min(decimalsOf(statement.value!), decimalsOf(fact.value!)));
  if (difference.abs().lte(tolerance)) return PASS;
  return fails({
    severity: fact.source === 'ocr' ? 'warning' : 'error',
    reported: statement.value,
    computed: fact.value,
    difference: difference.toFixed(),
    tolerance: tolerance.toFixed(),
    zh: `“${statement.quote}”，而${table.title ?? '绩效自评表'}“${fact.row_label}”为${fact.value}。`,
    en:
      `The prose says ${statement.value}, ${table.title ?? 'the performance table'} “${fact.row_label}”` +
      ` prints ${fact.value}.`,
    evidence: [stated(statement), { fact_id: fact.id, page: fact.page, boxes: fact.boxes }],
  });
}
