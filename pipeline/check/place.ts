/** @module Names of places for messages. In: a table, a row. Out: 支出决算表“208 社会保障和就业支出”. */
import type { Fact } from '../../schemas/index.js';
import type { Column, IndexedTable, Row } from './fact-index.js';
import { factOperand } from './operand.js';
import type { Operand } from './operand.js';
import type { FactIndex } from './fact-index.js';

export interface Where { where: string; where_en: string; }

export function inTable(table: IndexedTable, detail = ''): Where {
  return { where: `${table.title}${detail}`, where_en: `${table.title}${detail ? ` ${detail}` : ''}` };
}

export function rowTitle(row: Pick<Row, 'code' | 'label'>): string {
  return [row.code, row.label].filter(Boolean).join(' ');
}

export function inRow(table: IndexedTable, row: Row): Where { return inTable(table, `“${rowTitle(row)}”`); }

export function between(a: IndexedTable, b: IndexedTable): Where {
  return { where: `${a.title}与${b.title}`, where_en: `${a.title} and ${b.title}` };
}

/** "支出预算/基本支出" -> "基本支出": the header over the whole half says nothing; "公务用车购置及运行维护费/小计" stays whole. */
export function columnName(label: string): string {
  return label.replace(/^[^/]*(收入|支出|收支|预算|决算|项目)[^/]*\/(?=.)/, '');
}

/** A fact named by its column, for identities along a row. */
export function byColumn(index: FactIndex, fact: Fact): Operand { return factOperand(index, fact, columnName(fact.column_label)); }

/** A fact named by its table, for identities between tables. */
export function byTable(index: FactIndex, table: IndexedTable, fact: Fact): Operand {
  return factOperand(index, fact, `${table.title}“${rowTitle({ code: fact.row_code, label: fact.row_label })}”${columnName(fact.column_label)}`);
}

/** Whether a table has several value columns of one phase set, so that messages must name the column. */
export function columnSuffix(table: IndexedTable, column: Column): string {
  return table.columns.length > 1 ? `${columnName(column.label)}列` : '';
}
