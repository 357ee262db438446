/** @module Classification codes as a tree. In: rows of a table. Out: which printed rows are the items below which. */
import { isExpenditureCode } from '../domain/codes.js';
import type { IndexedTable, Row } from './fact-index.js';

export interface CodeTree {
  /** Rows below no other printed code: what 合计 is the sum of. */
  roots: Row[];
  /** Items right below a row; a missing level (类 and 项 without 款) is skipped. */
  children: Map<Row, Row[]>;
  /** Rows with a code, in printed order. */
  coded: Row[];
  /** Rows with neither code nor canonical id: unit names, 其中 lines. */
  unknown: Row[];
}

/** Functional codes have 3, 5 or 7 digits, economic ones 3 or 5. */
export function codeOf(row: Row): string | null {
  const code = row.id !== null && /^\d+$/.test(row.id) ? row.id : row.code;
  return code !== null && isExpenditureCode(code) ? code : null;
}

/**
 * By prefix where codes are unique (columns printed side by side break the order of items); by printed order where codes
 * repeat, as in tables that list several units one after the other.
 */
export function codeTree(table: IndexedTable): CodeTree {
  const coded: Row[] = [],
    unknown: Row[] = [];
  for (const row of table.rows) {
    if (codeOf(row) !== null) coded.push(row);
    else if (row.id === null) unknown.push(row);
  }
  const codes = coded.map((r) => codeOf(r)!);
  const unique = new Set(codes).size === codes.length;
  const children = new Map<Row, Row[]>(),
    roots: Row[] = [];
  const byCode = new Map<string, Row>();
  if (unique) for (const [i, row] of coded.entries()) byCode.set(codes[i]!, row);
  coded.forEach((row, i) => {
    if (!unique) byCode.set(codes[i]!, row);
    const parent = ancestorOf(codes[i]!, byCode);
    if (!parent) {
      roots.push(row);
      return;
    }
    const list = children.get(parent);
    if (list) list.push(row);
    else children.set(parent, [row]);
  });
  return { roots, children, coded, unknown };
}

function ancestorOf(code: string, byCode: Map<string, Row>): Row | undefined {
  for (let n = code.length - 2; n >= 3; n -= 2) {
    const parent = byCode.get(code.slice(0, n));
    if (parent) return parent;
  }
  return undefined;
}

/**
 * Classes of the department's economic classification (301, 302, …). Budgets print the government's own classes (501, 502, …) beside
 * them: the same money again, taken only where a table has nothing else.
 */
export function economicClasses(table: IndexedTable): Row[] {
  const roots = codeTree(table).roots,
    own = roots.filter((r) => codeOf(r)!.startsWith('3'));
  return own.length > 0 ? own : roots;
}
