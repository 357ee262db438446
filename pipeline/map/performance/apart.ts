/**
 * @module Facts of a whole document in; the same, where several forms are of one project (公车统管 of five units) each with the unit that
 * its head names: in the row path before the project, and in the dimensions.
 */
import type { Fact } from '../../../schemas/index.js';
import { labelKey } from '../../domain/labels.js';
import { inOrder } from '../../domain/dimensions.js';

interface Head {
  project: string;
  unit: string | null;
}

export function tellFormsApart(facts: readonly Fact[]): Fact[] {
  const heads = new Map<string, Head>();
  for (const fact of facts) {
    if (fact.row_id === 'project_name' && fact.column_id === 'name')
      heads.set(fact.table_id, { project: labelKey(fact.raw_text), unit: unitOf(facts, fact.table_id) });
  }
  const forms = new Map<string, number>();
  for (const { project } of heads.values()) forms.set(project, (forms.get(project) ?? 0) + 1);
  return facts.map((fact) => {
    const head = heads.get(fact.table_id);
    if (head === undefined || head.unit === null || head.project === '' || forms.get(head.project)! < 2) return fact;
    if (fact.column_id === 'name') return fact;
    const dimensions = fact.dimensions === null ? null : inOrder({ ...fact.dimensions, institution: head.unit });
    return { ...fact, row_path: [head.unit, ...fact.row_path], dimensions };
  });
}

function unitOf(facts: readonly Fact[], table: string): string | null {
  for (const field of ['implementing_unit', 'supervising_department']) {
    const found = facts.find((fact) => fact.table_id === table && fact.row_id === field && fact.column_id === 'name');
    const name = found?.raw_text.replace(/\s+/g, '') ?? '';
    if (name !== '') return name;
  }
  return null;
}
