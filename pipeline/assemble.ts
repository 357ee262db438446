/** @module Graded facts -> grades of the pages and tables they stand on. */
import type { Fact, Grade, Page, Table } from '../schemas/index.js';

/** Doubtful as soon as one value is; verified only when every value is; unchecked where there is no value. */
function gradeOf(facts: readonly Fact[]): Grade {
  const valued = facts.filter((f) => f.value !== null || f.grade === 'doubtful');
  if (valued.length === 0) return 'unchecked';
  if (valued.some((f) => f.grade === 'doubtful')) return 'doubtful';
  if (valued.every((f) => f.grade === 'verified')) return 'verified';
  return valued.every((f) => f.grade === 'unchecked') ? 'unchecked' : 'consistent';
}

function groupBy<K>(facts: readonly Fact[], key: (fact: Fact) => K): Map<K, Fact[]> {
  const groups = new Map<K, Fact[]>();
  for (const fact of facts) {
    const k = key(fact);
    const group = groups.get(k);
    if (group) group.push(fact);
    else groups.set(k, [fact]);
  }
  return groups;
}

/** Sets the tables' grades in place. */
export function gradeTables(tables: Table[], facts: readonly Fact[]): void {
  const byTable = groupBy(facts, (f) => f.table_id);
  for (const table of tables) table.grade = gradeOf(byTable.get(table.id) ?? []);
}

export function assemblePages(pages: Page[], facts: readonly Fact[]): Page[] {
  const byPage = groupBy(facts, (f) => f.page);
  return pages.map((page) => ({ ...page, grade: gradeOf(byPage.get(page.number) ?? []) }));
}
