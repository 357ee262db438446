/**
 * @module A classification code is printed with a name of its own. A name that is known for another code alone, or that differs from its
 * code's by a slip, is a finding; a name nobody knows is none of our business. All of a document are one finding with places.
 */
import type { Evidence, Fact } from '../../../../schemas/index.js';
import { editDistance } from '../../../domain/labels.js';
import { namesOf } from '../../../domain/names-of-codes.js';
import type { NamedScheme } from '../../../domain/names-of-codes.js';
import { type Scheme, CODED, codeInLabel, codesNamed, nameKey, schemeOf } from '../../../domain/schemes.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

const SOURCE: Readonly<Record<Scheme, NamedScheme>> = {
  function: 'function',
  economic: 'department_economic',
  government_economic: 'government_economic',
};
/** A cut-off name of this many characters is still recognisable. */
const SHORTEST_CUT = 4;
/** Shorter names differ from one another by too little for a slip to be told. */
const SHORTEST_SLIP = 5;
const MOST_LISTED = 6;

interface Printed {
  scheme: Scheme;
  code: string;
  /** Without a copy of the code. */
  name: string;
  fact: Fact;
}

interface Misnamed extends Printed {
  /** The code's own name. */
  usual: string;
  /** The same table prints the code with its own name too: of two rows with one code one is wrong. */
  doubled: boolean;
}

export const rule: Rule = {
  id: 'code-name',
  severity: 'error',
  title: { zh: '科目编码与科目名称相符', en: 'A classification code is printed with its own name' },
  *evaluate(ctx) {
    const year = ctx.identity.fiscal_year;
    const misnamed: Misnamed[] = [];
    let right = 0;
    for (const rows of printedRows(ctx)) {
      for (const row of rows) {
        const usual = namesOf(SOURCE[row.scheme], row.code, year);
        const wrong = usual.length > 0 && !usual.some((name) => isSame(row.name, name)) && isWrong(row, usual, year);
        if (!wrong) right++;
        else misnamed.push({ ...row, usual: usual[0]!, doubled: isDoubled(row, rows, usual) });
      }
    }
    if (right > 0) yield { outcome: 'pass', facts: [], confirms: false, times: right };
    for (const doubled of [true, false]) {
      const places = misnamed.filter((row) => row.doubled === doubled);
      if (places.length > 0) yield finding(places, ctx, doubled ? 'error' : 'warning');
    }
  },
};

/** Rows of each table whose code and name stand for a class: not those of projects and units that stand below one. */
function* printedRows(ctx: CheckContext): Iterable<Printed[]> {
  const byTable = new Map<string, Map<string, Printed>>();
  for (const fact of ctx.facts) {
    const { row_code: code, dimensions } = fact;
    if (code === null || dimensions?.project !== undefined || LISTS.has(fact.table_kind)) continue;
    // Code and name contradict one another: then the row has no coordinates, and it is what we look for.
    const scheme = dimensions ? CODED.find((each) => dimensions[each] === code) : contradicted(fact);
    if (scheme === undefined) continue;
    const rows = byTable.get(fact.table_id) ?? new Map<string, Printed>();
    byTable.set(fact.table_id, rows);
    const name = codeInLabel(fact.row_label)?.name ?? fact.row_label;
    const key = `${code} ${name}`;
    if (name !== '' && !rows.has(key)) rows.set(key, { scheme, code, name, fact });
  }
  for (const rows of byTable.values()) yield [...rows.values()];
}

function contradicted({ row_code: code, row_label: label }: Fact): Scheme | undefined {
  const scheme = code === null ? null : schemeOf(code);
  return scheme !== null && codesNamed(scheme, codeInLabel(label)?.name ?? label).length > 0 ? scheme : undefined;
}

/** Kinds whose labels are projects and purchases, whatever code stands beside them. */
const LISTS: ReadonlySet<string> = new Set([
  'project_expenditure',
  'procurement_budget',
  'purchased_services',
  'carryover_expenditure',
  'disclosure_statistics',
  'three_public_expenses',
]);

/** The name of other codes alone, or a slip away from its own. */
function isWrong({ scheme, code, name }: Printed, usual: readonly string[], year: number | null): boolean {
  const others = codesNamed(scheme, name, year);
  if (others.length > 0)
    return !others.includes(code) && !others.some((other) => other.startsWith(code) || code.startsWith(other));
  const key = nameKey(name);
  return usual.some((each) => {
    const own = nameKey(each);
    return own.length >= SHORTEST_SLIP && Math.abs(own.length - key.length) <= 1 && editDistance(own, key, 1) === 1;
  });
}

function isDoubled(row: Printed, rows: readonly Printed[], usual: readonly string[]): boolean {
  const twin = rows.find(
    (each) => each !== row && each.code === row.code && usual.some((name) => isSame(each.name, name)),
  );
  if (twin === undefined) return false;
  const own = codesNamed(row.scheme, row.name);
  return own.length > 0 && !rows.some(({ code }) => own.includes(code));
}

function finding(places: readonly Misnamed[], ctx: CheckContext, severity: 'error' | 'warning'): Outcome {
  const titles = new Map(ctx.tables.map((table) => [table.id, table.title ?? '']));
  const distinct = [...new Map(places.map((place) => [`${place.code} ${place.name}`, place])).values()];
  const listed = distinct.slice(0, MOST_LISTED);
  const rest = distinct.length > listed.length ? ` …（共 ${distinct.length} 个）` : '';
  const sure = places.every(({ fact }) => fact.source === 'text_layer');
  const [first] = places as [Misnamed];
  return {
    outcome: 'fail',
    facts: [],
    finding: {
      severity: sure ? severity : 'warning',
      message:
        `${titles.get(first.fact.table_id)}等 ${places.length} 处科目编码与名称不符：`.replace(/等 1 处/, '') +
        `${listed.map(({ code, name, usual }) => `“${code} ${name}”（${code} 为“${usual}”）`).join('、')}${rest}。`,
      message_en:
        `${places.length} classification codes are printed with a name that is not theirs: ` +
        `${listed.map(({ code, name, usual }) => `“${code} ${name}” (${code} is “${usual}”)`).join(', ')}${distinct.length > listed.length ? ', …' : ''}.`,
      reported: `${first.code} ${first.name}`,
      computed: first.usual,
      difference: null,
      tolerance: null,
      evidence: places.map(evidenceOf),
    },
  };
}

function evidenceOf({ fact, code, name }: Printed): Evidence {
  return { fact_id: fact.id, quote: `${code} ${name}`, page: fact.page, boxes: fact.boxes };
}

/** Brackets, quotation marks, numbering and a final 支出 vary by typist. */
function normal(name: string): string {
  return nameKey(name).replace(/支出$/, '').replace(/[()]/g, '');
}

/** The same, or cut off at the end of its cell. */
function isSame(printed: string, name: string): boolean {
  const a = normal(printed);
  const b = normal(name);
  if (nameKey(printed).length >= SHORTEST_CUT && nameKey(name).startsWith(nameKey(printed))) return true;
  return a === b || (a.length >= SHORTEST_CUT && b.startsWith(a)) || (b.length >= SHORTEST_CUT && a === `${b}类`);
}
