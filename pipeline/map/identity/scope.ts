/** @module What the document says of itself in; whether it is a whole department's or a single unit's, null where it does not say, out. */
import type { Scope, Table } from '../../../schemas/index.js';
import type { CellNames } from './cells.js';

const STATED = /(部门|单位)(?:综合)?(?:决算|预算|整体)/;
const asScope = (word: string): Scope => (word === '部门' ? 'department' : 'unit');

export function scopeOf(
  title: string | null,
  lines: readonly string[],
  tables: readonly Table[],
  cells: CellNames,
): Scope | null {
  const stated = STATED.exec(title ?? '')?.[1];
  if (stated !== undefined) return asScope(stated);
  return majority(lines) ?? majority(tables.map((table) => table.title ?? '')) ?? byInstitutions(cells);
}

/** 部门预算 against 单位预算, over lines of text or titles of tables. */
function majority(texts: readonly string[]): Scope | null {
  let department = 0;
  let unit = 0;
  for (const text of texts) {
    department += text.match(/部门(?:决算|预算|整体)/g)?.length ?? 0;
    unit += text.match(/单位(?:决算|预算|整体)/g)?.length ?? 0;
  }
  return department === unit ? null : department > unit ? 'department' : 'unit';
}

/** Tables that list several institutions are a department's. */
function byInstitutions({ listed }: CellNames): Scope | null {
  return listed.size > 1 ? 'department' : null;
}
