/**
 * @module Grades by fact -> facts, and the pages and tables they stand on, with their grades; all of them new values.
 */
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

export function gradeFacts(facts: readonly Fact[], grades: ReadonlyMap<string, Grade>): Fact[] {
  return facts.map((fact) => ({ ...fact, grade: grades.get(fact.id) ?? 'unchecked' }));
}

export function gradeTables(tables: readonly Table[], facts: readonly Fact[]): Table[] {
  const byTable = groupBy(facts, (f) => f.table_id);
  return tables.map((table) => ({ ...table, grade: gradeOf(byTable.get(table.id) ?? []) }));
}

export function gradePages(pages: readonly Page[], facts: readonly Fact[]): Page[] {
  const byPage = groupBy(facts, (f) => f.page);
  return pages.map((page) => ({ ...page, grade: gradeOf(byPage.get(page.number) ?? []) }));
}
