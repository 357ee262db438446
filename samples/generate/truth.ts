/**
 * @module Typeset tables into the truth files that the scorer reads: cells and facts with their pages, planted
 * anomalies.
 */
import { createHash } from 'node:crypto';
import type { Laid } from './layout/pages.js';
import type { Anomaly } from './model.js';
import { squeeze } from './model.js';
import { parse, parseMeasured } from './numbers.js';

export interface TruthFiles {
  tables: object;
  facts: object;
  anomalies: object;
}

export function truth(laid: Laid, bytes: Uint8Array): TruthFiles {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const pdf = `${laid.doc.name}.pdf`;
  const id = (i: number) => `t${String(i + 1).padStart(2, '0')}`;
  const tables = laid.tables.map((t, i) => {
    const { spec } = t;
    return {
      id: id(i),
      kind: spec.kind,
      title: spec.title === null ? null : squeeze(spec.title),
      code: spec.number === null ? null : squeeze(spec.number),
      unit: spec.unit,
      pages: [...new Set(t.rowPage)].sort((a, b) => a - b),
      n_rows: spec.rows,
      n_cols: spec.columns,
      header_rows: spec.headerRows,
      row_pages: t.rowPage,
      cells: [...spec.cells]
        .sort((a, b) => a.r - b.r || a.c - b.c)
        .map((c) => ({ r: c.r, c: c.c, rowspan: c.rs, colspan: c.cs, text: squeeze(c.text) })),
      ...(spec.notes.length > 0 ? { text_below: spec.notes } : {}),
    };
  });
  const facts = laid.tables.flatMap((t, i) =>
    t.spec.cells.flatMap((c, k) => {
      if (!c.fact) return [];
      const measured = t.spec.kind === 'department_performance' || t.spec.kind === 'project_performance';
      return [
        {
          table: squeeze(t.spec.title ?? ''),
          kind: t.spec.kind,
          row_code: c.fact.code,
          row: squeeze(c.fact.row),
          column: squeeze(c.fact.column),
          value: measured ? parseMeasured(c.text) : parse(c.text),
          page: t.cellPage[k],
          table_id: id(i),
          r: c.r,
          c: c.c,
          text: squeeze(c.text),
          ...(c.fact.dimensions === undefined ? {} : { dimensions: c.fact.dimensions }),
        },
      ];
    }),
  );
  const withValue = facts.filter((f) => f.value !== null).length;
  return {
    tables: { pdf, sha256, tables },
    facts: {
      entity: laid.doc.entity,
      fiscal_year: laid.doc.fiscalYear,
      document_kind: laid.doc.documentKind,
      unit: laid.doc.unit,
      pdf,
      sha256,
      n_facts_with_value: withValue,
      n_facts_null: facts.length - withValue,
      facts,
    },
    anomalies: {
      pdf,
      sha256,
      n: laid.doc.anomalies.length,
      anomalies: laid.doc.anomalies.map((a, i) => anomaly(laid, a, i)),
    },
  };
}

function anomaly(laid: Laid, a: Anomaly, i: number): object {
  const pages = new Set<number>();
  for (const title of a.tables ?? []) {
    const t = laid.tables.find((x) => squeeze(x.spec.title ?? '') === squeeze(title));
    if (!t) throw new Error(`anomaly "${a.says}": no table ${title}`);
    for (const p of t.rowPage) pages.add(p);
  }
  for (const quote of a.quotes ?? []) {
    const t = laid.texts.find((x) => squeeze(x.text).includes(squeeze(quote)));
    if (!t) throw new Error(`anomaly "${a.says}": no paragraph with "${quote}"`);
    for (let p = t.first; p <= t.last; p++) pages.add(p);
  }
  const { tables: _tables, quotes: _quotes, ...rest } = a;
  return {
    id: `a${String(i + 1).padStart(2, '0')}`,
    page: [...pages].sort((x, y) => x - y),
    ...rest,
    rounding_explained: a.severity === 'rounding',
  };
}
