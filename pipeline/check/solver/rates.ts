/**
 * @module The figures of one table in; rates of growth that do not follow from this year and last year, out. A rate is no sum: it is
 * compared over both printed intervals, and is judged like sums: an exception among rates that hold, or a form that is not understood.
 */
import { Decimal } from '../../domain/decimal.js';
import { keyOf } from './coordinates.js';
import { type Figure, type Printed, isNonZero } from './figures.js';

export interface Rate {
  rate: Figure;
  now: Figure;
  before: Figure;
  /** What it should be, in percent. */
  percent: Decimal;
  verdict: 'holds' | 'cut' | 'fails';
  tolerance: Decimal;
}

export function ratesOf(printed: Printed): Rate[] {
  const rows = new Map<string, Figure[]>();
  for (const figure of printed.figures) {
    if (figure.dimensions === null || figure.amount === null) continue;
    const name = `${figure.row} ${figure.group}`;
    const row = rows.get(name);
    if (row) row.push(figure);
    else rows.set(name, [figure]);
  }
  const rates: Rate[] = [];
  for (const row of rows.values())
    for (const rate of row) {
      if (rate.dimensions!.measure !== 'change_rate') continue;
      const of = row.filter((f) => f.dimensions!.measure === undefined && timeless(f) === timeless(rate));
      const [now, before, ...more] = of.sort((a, b) => (b.dimensions!.year ?? 0) - (a.dimensions!.year ?? 0));
      if (now === undefined || before === undefined || more.length > 0 || !isNonZero(before)) continue;
      if (now.dimensions!.year === before.dimensions!.year || now.amount!.of !== before.amount!.of) continue;
      rates.push(compare(rate, now, before));
    }
  return rates;
}

function timeless({ dimensions }: Figure): string {
  const { year: _, phase: __, measure: ___, ...rest } = dimensions!;
  return keyOf(rest);
}

/** Bounds of (now − before) ÷ before over both printed intervals. */
function compare(rate: Figure, now: Figure, before: Figure): Rate {
  const value = (amount: bigint): Decimal => Decimal.of(String(amount));
  const base = value(before.amount!.value);
  const current = value(now.amount!.value);
  const percent = current.minus(base).div(base).times(100);
  const printed = Decimal.of(rate.fact.value!);
  const places = rate.fact.value!.split('.')[1]?.length ?? 0;
  const halves = value(now.amount!.half).plus(current.abs().times(value(before.amount!.half)).div(base.abs()));
  const tolerance = Decimal.half(places).plus(halves.div(base.abs()).times(100));
  const holds = printed.minus(percent).abs().lte(tolerance);
  const cut = percent.round(places, 'down').eq(printed);
  return { rate, now, before, percent, verdict: holds ? 'holds' : cut ? 'cut' : 'fails', tolerance };
}

/** Rates that hold beside one that fails, before it counts as an exception. */
const ENOUGH = 4;

/** Whether the table's rates are what we take them for. */
export function areUnderstood(rates: readonly Rate[]): boolean {
  const failing = rates.filter(({ verdict }) => verdict === 'fails').length;
  return rates.length - failing >= ENOUGH && failing <= Math.max(1, rates.length * 0.2);
}
