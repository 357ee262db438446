/**
 * @module Truth of a whole document into truth of some of its pages: only tables that lie on those pages altogether,
 * pages renumbered.
 */

interface TableTruth {
  id: string;
  pages: number[];
  row_pages: number[];
}
export interface TablesTruth {
  pdf: string;
  sha256: string;
  tables: TableTruth[];
}
export interface FactsTruth {
  pdf: string;
  sha256: string;
  n_facts_with_value: number;
  n_facts_null: number;
  facts: { page: number; table_id: string; value: number | null }[];
}

export function cut(
  tables: TablesTruth,
  facts: FactsTruth,
  pages: number[],
  pdf: string,
  sha256: string,
): { tables: TablesTruth; facts: FactsTruth } {
  const to = new Map(pages.map((p, i) => [p, i + 1]));
  const map = (p: number): number => to.get(p) ?? 0;
  const touched = tables.tables.filter((t) => t.pages.some((p) => to.has(p)));
  const torn = touched.filter((t) => !t.pages.every((p) => to.has(p)));
  if (torn.length > 0)
    throw new Error(
      `scan: pages ${pages.join(',')} cut through table ${torn.map((t) => t.id).join(', ')};` +
        ` take its pages ${torn[0]?.pages.join(',')} whole`,
    );
  const kept = new Set(touched.map((t) => t.id));
  const list = facts.facts.filter((f) => kept.has(f.table_id)).map((f) => ({ ...f, page: map(f.page) }));
  return {
    tables: {
      ...tables,
      pdf,
      sha256,
      tables: touched.map((t) => ({ ...t, pages: t.pages.map(map), row_pages: t.row_pages.map(map) })),
    },
    facts: {
      ...facts,
      pdf,
      sha256,
      n_facts_with_value: list.filter((f) => f.value !== null).length,
      n_facts_null: list.filter((f) => f.value === null).length,
      facts: list,
    },
  };
}
