/**
 * @module The figures of one table by economic class in; what its two subtotals consist of, out: 人员经费合计 is classes 301 and 303,
 * 公用经费合计 the others. The classes of the table do not say so themselves: it is how the classification is made.
 */
import { keyOf } from './coordinates.js';
import { type Figure, type Printed, isAmount, isNonZero } from './figures.js';
import type { Identity } from './identity.js';

const PERSONNEL: ReadonlySet<string> = new Set(['301', '303']);

export function subtotalsOf(printed: Printed): Identity[] {
  const classes = new Map<string, Figure[]>();
  const totals: { figure: Figure; personnel: boolean }[] = [];
  for (const figure of printed.figures) {
    if (!isAmount(figure) || figure.loose) continue;
    const { type, economic, government_economic } = figure.dimensions!;
    if (government_economic !== undefined) continue;
    if (economic?.length === 3 && type === 'basic') {
      const key = classless(figure);
      const list = classes.get(key);
      if (list) list.push(figure);
      else classes.set(key, [figure]);
    } else if (economic === undefined && (type === 'basic.personnel' || type === 'basic.public'))
      totals.push({ figure, personnel: type === 'basic.personnel' });
  }
  return totals.flatMap(({ figure, personnel }) => {
    const all = classes.get(classless(figure)) ?? [];
    const parts = all.filter((f) => PERSONNEL.has(f.dimensions!.economic!) === personnel);
    if (parts.length === 0 || new Set(all.map((f) => f.key)).size < all.length) return [];
    const strangers = printed.figures.filter((f) => f.dimensions === null && isNonZero(f));
    return [
      {
        kind: 'sum' as const,
        rule: 'economic-subtotals',
        family: `${printed.table.id} down subtotals`,
        total: figure,
        parts: parts.map((part) => ({ figure: part, sign: 1 as const })),
        readings: [],
        strangers,
        left: [],
        doubt: null,
      },
    ];
  });
}

function classless({ dimensions }: Figure): string {
  const { type: _, economic: __, ...rest } = dimensions!;
  return keyOf(rest);
}
