/** @module A classification code is printed with its usual name, and with the same name throughout the document. */
import type { Fact } from '../../../../schemas/index.js';
import { codeOf } from '../../codes.js';
import { usualNamesOf } from '../../../domain/names-of-codes.js';
import type { Outcome, Rule } from '../../types.js';

/** Names of the classification in force since 2020. */
const usualNames = (code: string): string[] | undefined =>
  usualNamesOf('function', code, CURRENT) ?? usualNamesOf('department_economic', code, CURRENT);
/** Names were reordered with the classification of 2019; earlier documents have their own. */
const FIRST_YEAR = 2019;
/** A year of the classification that is asked for. */
const CURRENT = 2025;
/** A cut-off name of this many characters is still recognisable. */
const SHORTEST_CUT = 4;

interface Printed {
  name: string;
  fact: Fact;
  table: string;
}

export const rule: Rule = {
  id: 'code-name',
  severity: 'warning',
  title: { zh: '科目编码与科目名称相符', en: 'A classification code is printed with its usual name' },
  *evaluate(ctx) {
    const year = ctx.identity.fiscal_year;
    const byCode = new Map<string, Printed[]>();
    for (const table of ctx.index.tables)
      for (const row of table.rows) {
        const code = codeOf(row),
          fact = [...row.cells.values()][0];
        if (code === null || !fact || row.label === '') continue;
        byCode.set(code, [...(byCode.get(code) ?? []), { name: normal(row.label), fact, table: table.title }]);
      }
    for (const [code, printed] of byCode) {
      const names = (year === null || year >= FIRST_YEAR ? usualNames(code) : undefined)?.map(normal);
      yield* names ? againstUsual(code, printed, names) : againstEachOther(code, printed);
    }
  },
};

function* againstUsual(code: string, printed: Printed[], names: string[]): Iterable<Outcome> {
  for (const p of printed) {
    if (names.some((n) => isSame(p.name, n))) {
      yield { outcome: 'pass', facts: [], confirms: false };
      continue;
    }
    yield finding(
      p,
      names[0]!,
      `${p.table}“${code} ${p.fact.row_label}”：该编码通常的名称为“${names[0]}”。`,
      `${p.table} “${code} ${p.fact.row_label}”: the usual name of this code is “${names[0]}”.`,
    );
  }
}

/**
 * Without a usual name, what most tables print is the measure; two tables that differ from each other prove nothing
 * about either.
 */
function* againstEachOther(code: string, printed: Printed[]): Iterable<Outcome> {
  const counts = new Map<string, number>();
  for (const p of printed) counts.set(p.name, (counts.get(p.name) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const p of printed) {
    if (isSame(p.name, most![0]) || most![1] < 2) {
      yield { outcome: 'pass', facts: [], confirms: false };
      continue;
    }
    yield finding(
      p,
      most![0],
      `${p.table}“${code} ${p.fact.row_label}”：其他表中该编码的名称为“${most![0]}”。`,
      `${p.table} “${code} ${p.fact.row_label}”: other tables print “${most![0]}” for this code.`,
    );
  }
}

function finding(p: Printed, name: string, message: string, message_en: string): Outcome {
  return {
    outcome: 'fail',
    facts: [],
    finding: {
      severity: 'warning',
      message,
      message_en,
      reported: p.fact.row_label,
      computed: name,
      difference: null,
      tolerance: null,
      evidence: [
        {
          fact_id: p.fact.id,
          quote: `${p.fact.row_code ?? ''} ${p.fact.row_label}`.trim(),
          page: p.fact.page,
          boxes: p.fact.boxes,
        },
      ],
    },
  };
}

/** Brackets and white space vary by typist. */
function normal(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”"'‘’]/g, '')
    .replace(/^[（(]?[一二三四五六七八九十\d]+[)）、.．]/, '')
    .replace(/支出$/, '');
}

/** The same, or cut off at the end of its cell. */
function isSame(printed: string, name: string): boolean {
  return (
    printed === name ||
    (printed.length >= SHORTEST_CUT && name.startsWith(printed)) ||
    (name.length >= SHORTEST_CUT && printed === `${name}类`)
  );
}
