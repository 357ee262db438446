/**
 * @module The figures of one table in; what its flows and its comparison with last year must give out: opening + income − expenditure =
 * closing in a row of a fund table, both 总计 of a summary, change = this year − last year.
 */
import type { Flow } from '../../domain/dimensions.js';
import { keyOf } from './coordinates.js';
import type { Figure, Printed } from './figures.js';
import type { Identity, Part } from './identity.js';
import { append } from '../../domain/extremes.js';

export function flowsOf(printed: Printed): Identity[] {
  const rows = new Map<string, Figure[]>();
  for (const figure of printed.figures) {
    if (figure.dimensions === null) continue;
    const name = `${figure.row} ${figure.group}`;
    const row = rows.get(name);
    if (row) row.push(figure);
    else rows.set(name, [figure]);
  }
  const found: Identity[] = [];
  for (const row of rows.values()) {
    append(found, balances(printed, row));
    append(found, changes(printed, row));
  }
  append(found, sides(printed));
  return found;
}

const INTO: readonly Flow[] = ['opening', 'income', 'financing'];
const OUT: readonly Flow[] = ['expenditure', 'distribution'];

/** Closing = what was there, came in and was drawn on, less what was spent and distributed. */
function balances(printed: Printed, row: readonly Figure[]): Identity[] {
  const found: Identity[] = [];
  for (const closing of row) {
    if (closing.dimensions!.flow !== 'closing') continue;
    const same = row.filter((f) => flowless(f) === flowless(closing));
    const of = (flow: Flow): Figure[] => same.filter((f) => f.dimensions!.flow === flow);
    if ((['opening', 'income', 'expenditure', 'closing'] as const).some((flow) => of(flow).length !== 1)) continue;
    const parts: Part[] = [
      ...INTO.flatMap(of).map((figure) => ({ figure, sign: 1 as const })),
      ...OUT.flatMap(of).map((figure) => ({ figure, sign: -1 as const })),
    ];
    found.push(identity(printed, 'balance', 'carryover-balance', closing, parts));
  }
  return found;
}

/** Coordinates but for the flow; income of the year is what a balance counts beside the opening. */
function flowless({ dimensions }: Figure): string {
  const { flow: _, vintage, ...rest } = dimensions!;
  return keyOf(vintage === undefined || vintage === 'current' ? rest : { ...rest, vintage });
}

function changes(printed: Printed, row: readonly Figure[]): Identity[] {
  const found: Identity[] = [];
  for (const change of row) {
    if (change.dimensions!.measure !== 'change') continue;
    const compared = row.filter(
      (f) => f !== change && f.dimensions!.measure === undefined && timeless(f) === timeless(change),
    );
    const [now, before, ...more] = compared.sort((a, b) => (b.dimensions!.year ?? 0) - (a.dimensions!.year ?? 0));
    if (now === undefined || before === undefined || more.length > 0) continue;
    if (now.dimensions!.year === before.dimensions!.year) continue;
    found.push(
      identity(printed, 'change', 'change-against-prior', change, [
        { figure: now, sign: 1 },
        { figure: before, sign: -1 },
      ]),
    );
  }
  return found;
}

function timeless({ dimensions }: Figure): string {
  const { year: _, phase: __, measure: ___, ...rest } = dimensions!;
  return keyOf(rest);
}

const SUMMARIES: ReadonlySet<string> = new Set(['income_expenditure_summary', 'fiscal_appropriation_summary']);

/** 收入总计 = 支出总计, in the columns that count all money. */
function sides(printed: Printed): Identity[] {
  if (!SUMMARIES.has(printed.table.kind ?? '')) return [];
  const found: Identity[] = [];
  const grand = (side: string): Figure[] =>
    printed.figures.filter((f) => f.fact.row_id === `${side}.grand_total` && f.dimensions !== null);
  for (const income of grand('income'))
    for (const expenditure of grand('expenditure'))
      if (flowless(income) === flowless(expenditure) && income.dimensions!.fund === expenditure.dimensions!.fund)
        found.push(identity(printed, 'balance', 'summary-sides', income, [{ figure: expenditure, sign: 1 }]));
  return found;
}

function identity(printed: Printed, kind: Identity['kind'], rule: string, total: Figure, parts: Part[]): Identity {
  return {
    kind,
    rule,
    family: `${printed.table.id} ${rule}`,
    total,
    parts,
    readings: [],
    strangers: [],
    left: [],
    doubt: null,
  };
}
