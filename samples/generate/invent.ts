/**
 * @module Invented figures that add up: functional rows with basic and project parts, economic items that meet the
 * basic total. Whole cents (or yuan).
 */
import type { CodedRow } from './accounts.js';
import { ECONOMIC, type EconomicClass, FUNCTIONS } from './catalogue.js';
import { KINDS } from './functional-codes.js';
import type { Random } from './random.js';

export interface Leaf {
  code: string;
  name: string;
  basic: number;
  project: number;
}

/** Amounts as integers of the last printed digit; places = 2 for 万元, 0 for 元. */
export const show = (n: number, places: number): string => {
  if (places === 0) return String(n);
  const s = String(Math.abs(n)).padStart(places + 1, '0');
  return `${n < 0 ? '-' : ''}${s.slice(0, -places)}.${s.slice(-places)}`;
};

const BASIC = /行政运行|事业运行|离退休|养老保险|职业年金|单位医疗|公务员医疗|住房公积金|购房补贴|提租补贴/;

export function leaves(r: Random, kinds: number, scale: number): Leaf[] {
  const fixed = KINDS.filter((k) => ['20805', '21011', '22102'].includes(k.code));
  const others = r.sample(
    KINDS.filter((k) => !fixed.includes(k)),
    kinds,
  );
  const running = KINDS.find((k) => k.code === '20103');
  const chosen = [
    ...new Set([
      ...others,
      ...(others.some((k) => k.items.some((i) => /运行/.test(i.name))) || !running ? [] : [running]),
      ...fixed,
    ]),
  ].sort((a, b) => a.code.localeCompare(b.code));
  return chosen.flatMap((k) =>
    r.sample(k.items, r.int(1, k.items.length)).map((i) => {
      const basic = BASIC.test(i.name);
      const amount = r.int(Math.floor(scale / 50), scale);
      if (basic) return { ...i, basic: amount, project: r.chance(0.12) ? r.int(1, Math.floor(scale / 20)) : 0 };
      return { ...i, basic: r.chance(0.08) ? r.int(1, Math.floor(scale / 20)) : 0, project: amount };
    }),
  );
}

/** Leaves with their 款 and 类 above, and the total row first; columns are numbers of the leaf. */
export function withParents(
  list: Leaf[],
  columns: (l: Leaf) => number[],
  places: number,
  nothing: string,
): CodedRow[] {
  const add = (code: string, name: string, of: Leaf[]): CodedRow => {
    const sums = of.map(columns).reduce<number[]>((a, v) => v.map((x, i) => (a[i] ?? 0) + x), []);
    return { code, name, values: sums.map((x) => (x === 0 ? nothing : show(x, places))) };
  };
  const out = [add('', '合计', list)];
  let last3 = '';
  let last5 = '';
  for (const l of list) {
    const c3 = l.code.slice(0, 3);
    const c5 = l.code.slice(0, 5);
    if (c3 !== last3)
      out.push(
        add(
          c3,
          FUNCTIONS.find(([c]) => c === c3)?.[1] ?? c3,
          list.filter((x) => x.code.startsWith(c3)),
        ),
      );
    if (c5 !== last5)
      out.push(
        add(
          c5,
          KINDS.find((k) => k.code === c5)?.name ?? c5,
          list.filter((x) => x.code.startsWith(c5)),
        ),
      );
    out.push(add(l.code, l.name, [l]));
    last3 = c3;
    last5 = c5;
  }
  return out;
}

export interface Economic {
  values: Record<string, number>;
  personnel: number;
  publicUse: number;
}

/** Spreads a basic total over economic items; classes hold the sums of their items. */
export function economicItems(r: Random, total: number): Economic {
  const values: Record<string, number> = {};
  const split = (k: EconomicClass, amount: number, n: number, avoid: string[] = []): void => {
    const [head, ...items] = ECONOMIC[k];
    if (!head || amount <= 0) return;
    const chosen = r.sample(
      items.filter(([c]) => !avoid.includes(c)),
      n,
    );
    let left = amount;
    chosen.forEach(([code], i) => {
      const part = i === chosen.length - 1 ? left : Math.min(left, Math.floor((amount / n) * (0.4 + r.next())));
      if (part > 0) values[code] = part;
      left -= part;
    });
    values[head[0]] = amount;
  };
  const wages = Math.floor(total * (0.7 + r.next() * 0.12));
  const family = Math.floor(total * 0.03 * (0.5 + r.next()));
  const capital = r.chance(0.6) ? Math.floor(total * 0.01) : 0;
  split('301', wages, 9);
  split('303', family, 3);
  split('310', capital, 2, ['31013']);
  split('302', total - wages - family - capital, 12, ['30212', '30217', '30231']);
  return { values, personnel: wages + family, publicUse: total - wages - family };
}
