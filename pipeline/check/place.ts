/** @module Names of places for messages. In: a table, a row. Out: 支出决算表“208 社会保障和就业支出”. */
import type { Fact } from '../../schemas/index.js';
import type { IndexedTable } from './fact-index.js';
import { factOperand } from './operand.js';
import type { Operand } from './operand.js';
import type { FactIndex } from './fact-index.js';

/** A place in words, made when a message needs them. */
export class Where {
  constructor(private readonly make: () => { zh: string; en: string }) {}
  get where(): string {
    return this.make().zh;
  }
  get where_en(): string {
    return this.make().en;
  }
}

export function inTable(table: IndexedTable, detail: string | (() => string) = ''): Where {
  return new Where(() => {
    const more = typeof detail === 'string' ? detail : detail();
    return { zh: `${table.title}${more}`, en: more ? `${table.title} ${more}` : table.title };
  });
}

/** "支出预算/基本支出" -> "基本支出": the header over the whole half says nothing; "公务用车购置及运行维护费/小计" stays whole. */
export function columnName(label: string): string {
  return label.replace(/^[^/]*(收入|支出|收支|预算|决算|项目)[^/]*\/(?=.)/, '');
}

/** A fact named by its column, for identities along a row. */
export function byColumn(index: FactIndex, fact: Fact): Operand {
  return factOperand(index, fact, columnOf);
}

function columnOf(fact: Fact): string {
  return columnName(fact.column_label);
}
