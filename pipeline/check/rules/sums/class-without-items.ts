/**
 * @module A class printed with an amount but without the items it consists of, in a table that prints them below its other classes. All
 * of a document are one finding with places.
 */
import type { Fact } from '../../../../schemas/index.js';
import { type Scheme, CODED, codeInLabel } from '../../../domain/schemes.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';
import { append } from '../../../domain/extremes.js';

/** How deep each classification goes by its forms: functional ones to 项, economic ones to 款. */
const DEPTH: Readonly<Record<Scheme, number>> = { function: 7, economic: 5, government_economic: 5 };
/** Of the classes of one level that print their items, before one that does not is an exception. */
const MOST = 0.7;
const ENOUGH = 3;
const MOST_LISTED = 6;

export const rule: Rule = {
  id: 'class-without-items',
  severity: 'warning',
  title: { zh: '有金额的类、款应列出其下级科目', en: 'A class with an amount prints the items below it' },
  *evaluate(ctx) {
    const bare: Fact[] = [];
    let complete = 0;
    for (const classes of levelsOf(ctx)) {
      const lone = classes.filter(({ items }) => !items);
      complete += classes.length - lone.length;
      if (lone.length > 0 && classes.length >= ENOUGH && lone.length <= (1 - MOST) * classes.length)
        append(
          bare,
          lone.map(({ fact }) => fact),
        );
    }
    if (complete > 0) yield { outcome: 'pass', facts: [], confirms: false, times: complete };
    if (bare.length > 0) yield finding(bare, ctx);
  },
};

interface PrintedClass {
  fact: Fact;
  /** Codes below it are printed. */
  items: boolean;
}

/** The classes of each table, level and scheme that have an amount. */
function* levelsOf(ctx: CheckContext): Iterable<PrintedClass[]> {
  const tables = new Map<string, Map<string, { fact: Fact; rows: Set<string> }>>();
  for (const fact of ctx.facts) {
    const { dimensions, row_code: code } = fact;
    if (!dimensions || code === null || dimensions.project !== undefined) continue;
    const scheme = CODED.find((each) => dimensions[each] === code);
    if (scheme === undefined || CODED.some((each) => each !== scheme && dimensions[each] !== undefined)) continue;
    const key = `${fact.table_id} ${scheme}`;
    const codes = tables.get(key) ?? new Map<string, { fact: Fact; rows: Set<string> }>();
    tables.set(key, codes);
    const known = codes.get(code);
    const row = fact.id.replace(/c\d+$/, '');
    if (known === undefined) codes.set(code, { fact, rows: new Set([row]) });
    else {
      known.rows.add(row);
      if (!hasAmount(known.fact)) known.fact = fact;
    }
  }
  for (const [key, codes] of tables) {
    const depth = DEPTH[key.slice(key.lastIndexOf(' ') + 1) as Scheme];
    const printed = [...codes.keys()];
    if (!printed.some((code) => code.length === depth)) continue;
    for (let digits = 3; digits < depth; digits += 2)
      yield [...codes]
        .filter(([code, { fact }]) => code.length === digits && hasAmount(fact))
        .map(([code, { fact, rows }]) => ({
          fact,
          // An item may repeat the code of its group: 21999, 21999.
          items: rows.size > 1 || printed.some((other) => other !== code && other.startsWith(code)),
        }));
  }
}

const hasAmount = (fact: Fact): boolean => fact.value !== null && /[1-9]/.test(fact.value);

function finding(bare: readonly Fact[], ctx: CheckContext): Outcome {
  const titles = new Map(ctx.tables.map((table) => [table.id, table.title ?? '']));
  const names = bare.map((fact) => {
    const name = codeInLabel(fact.row_label)?.name ?? fact.row_label;
    return `${titles.get(fact.table_id)}“${fact.row_code} ${name}”${fact.value}${fact.unit ?? ''}`;
  });
  const listed = names.slice(0, MOST_LISTED).join('、');
  const more = names.length > MOST_LISTED ? '…' : '';
  return {
    outcome: 'fail',
    facts: [],
    finding: {
      severity: 'warning',
      message: `${bare.length} 个有金额的科目未列出其下级科目：${listed}${more}。`,
      message_en: `${bare.length} classes with an amount print no item below them: ${listed}${more}.`,
      reported: bare[0]!.value,
      computed: null,
      difference: null,
      tolerance: null,
      evidence: bare.map((fact) => ({
        fact_id: fact.id,
        quote: `${fact.row_code} ${fact.row_label} ${fact.column_label} ${fact.value}`,
        page: fact.page,
        boxes: fact.boxes,
      })),
    },
  };
}
