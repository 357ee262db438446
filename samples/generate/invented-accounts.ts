/**
 * @module A whole invented final account from a seed: every table follows from the same leaves, so that everything
 * adds up.
 */
import type { FinalAccounts, ThreePublic } from './accounts.js';
import { economicItems, type Leaf, leaves, show, withParents } from './invent.js';
import type { Prose } from './narrative.js';
import type { Random } from './random.js';

export interface InventedOptions {
  entity: string;
  scope: '部门' | '单位';
  year: number;
  kinds: number;
  scale: number;
  zero: string;
}

export interface Invented {
  accounts: FinalAccounts;
  prose: Prose;
  list: Leaf[];
}

const yuan = (n: number) => (n === 0 ? '' : show(n, 2));

export function inventAccounts(r: Random, o: InventedOptions): Invented {
  const list = leaves(r, o.kinds, o.scale);
  // Spent from other income, on the first leaf with basic expenditure.
  const own = r.chance(0.6) ? r.int(1, Math.floor(o.scale / 40)) : 0;
  const first = list.findIndex((l) => l.basic > 0);
  const all = list.map((l, i) => (i === first ? { ...l, basic: l.basic + own } : l));
  const sum = (of: Leaf[]) => of.reduce((a, l) => a + l.basic + l.project, 0);
  const opening = r.chance(0.6) ? r.int(100, Math.floor(o.scale / 10)) : 0;
  const closing = r.chance(0.6) ? r.int(100, Math.floor(o.scale / 10)) : 0;
  const fiscal = sum(list) - opening + closing;
  // The income table differs from expenditure by the carryovers.
  const earned = list.map((l, i) => (i === first ? { ...l, basic: l.basic + fiscal - sum(list) } : l));
  const columns = (l: Leaf) => [l.basic + l.project, l.basic, l.project];
  const expenditure = withParents(all, (l) => [...columns(l), 0, 0, 0], 2, o.zero).map((x) => ({
    ...x,
    values: x.values.map((v, i) => (i > 2 ? '' : v)),
  }));
  const general = withParents(list, columns, 2, o.zero);
  const income = withParents(
    earned.map((l, i) => (i === first ? { ...l, project: l.project } : l)),
    (l) => [l.basic + l.project, l.basic + l.project, 0, 0, 0, 0, 0],
    2,
    '',
  );
  if (own > 0) addOther(income, own, (list[first] as Leaf).code);
  const total = fiscal + own;
  const classes = (rows: typeof general) =>
    Object.fromEntries(rows.filter((x) => x.code.length === 3).map((x) => [x.code, x.values[0] ?? '']));
  const basic = list.reduce((a, l) => a + l.basic, 0);
  const economic = economicItems(r, basic);
  const three = threePublic(r, economic.values, economic.values['302'] ?? 0);
  const two = (v: string) => [v, v];
  const accounts: FinalAccounts = {
    entity: o.entity,
    scope: o.scope,
    year: o.year,
    income,
    expenditure,
    general,
    summary: {
      sources: [yuan(fiscal), '', '', '', '', '', '', yuan(own)],
      functions: Object.fromEntries(Object.entries(classes(expenditure)).map(([k, v]) => [k, [v]])),
      tail: [
        {
          left: '本年收入合计',
          leftValue: show(total, 2),
          right: '本年支出合计',
          rightValues: [show(sum(all), 2)],
          bold: true,
        },
        { left: '使用非财政拨款结余（含专用结余）', leftValue: '', right: '结余分配', rightValues: [''] },
        { left: '年初结转和结余', leftValue: yuan(opening), right: '年末结转和结余', rightValues: [yuan(closing)] },
        {
          left: '总计',
          leftValue: show(total + opening, 2),
          right: '总计',
          rightValues: [show(total + opening, 2)],
          bold: true,
        },
      ],
    },
    appropriation: {
      sources: [yuan(fiscal), '', ''],
      functions: Object.fromEntries(Object.entries(classes(general)).map(([k, v]) => [k, two(v)])),
      tail: [
        {
          left: '本年收入合计',
          leftValue: show(fiscal, 2),
          right: '本年支出合计',
          rightValues: two(show(sum(list), 2)),
          bold: true,
        },
        {
          left: '年初财政拨款结转和结余',
          leftValue: yuan(opening),
          right: '年末财政拨款结转和结余',
          rightValues: two(yuan(closing)),
        },
        { left: '一般公共预算财政拨款', leftValue: yuan(opening), right: '', rightValues: [] },
        { left: '政府性基金预算财政拨款', leftValue: '', right: '', rightValues: [] },
        { left: '国有资本经营预算财政拨款', leftValue: '', right: '', rightValues: [] },
        {
          left: '总计',
          leftValue: show(fiscal + opening, 2),
          right: '总计',
          rightValues: two(show(fiscal + opening, 2)),
          bold: true,
        },
      ],
    },
    economic: Object.fromEntries(Object.entries(economic.values).map(([k, v]) => [k, show(v, 2)])),
    personnel: show(economic.personnel, 2),
    publicUse: show(economic.publicUse, 2),
    threePublicBudget: three.budget,
    threePublicActual: three.actual,
  };
  const goods = r.int(100, 90000);
  const services = r.int(100, 90000);
  const sme = r.int(50, goods + services);
  const prose: Prose = {
    accounts,
    self: o.scope === '部门' ? '本部门' : '本单位',
    grouped: r.chance(0.5),
    prior: {
      total: show(Math.floor((total + opening) * (0.8 + r.next() * 0.4)), 2),
      running: three.actual.running === '' ? '0.00' : show(r.int(50, 3000), 2),
    },
    initial: Object.fromEntries(
      list.map((l) => [l.code, show(Math.max(1, Math.floor((l.basic + l.project) * (0.7 + r.next() * 0.5))), 2)]),
    ),
    procurement: {
      goods: show(goods, 2),
      works: '0.00',
      services: show(services, 2),
      sme: show(sme, 2),
      micro: show(r.int(10, sme), 2),
    },
    vehicles: three.actual.running === '' ? 0 : r.int(1, 6),
    operating: o.scope === '部门' ? show(economic.publicUse, 2) : null,
  };
  return { accounts, prose, list };
}

/** Other income stands beside the appropriation in the leaf, its parents and the total. */
function addOther(income: FinalAccounts['income'], own: number, code: string): void {
  for (const row of income) {
    if (!code.startsWith(row.code)) continue;
    const cents = Math.round(Number(row.values[0]) * 100);
    row.values[0] = show(cents + own, 2);
    row.values[6] = show(own, 2);
  }
}

/** 三公 that agrees with the economic items: they are basic expenditure only, so equal here. */
function threePublic(
  r: Random,
  values: Record<string, number>,
  room: number,
): { budget: ThreePublic; actual: ThreePublic } {
  const shift = (code: string, most: number): number => {
    const donor = Object.keys(values)
      .filter((k) => k.startsWith('302') && k.length === 5)
      .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))[0];
    if (!donor || room <= 0 || !r.chance(0.7)) return 0;
    const v = Math.min(r.int(20, most), Math.floor((values[donor] ?? 0) / 2));
    if (v <= 0) return 0;
    values[code] = v;
    values[donor] = (values[donor] ?? 0) - v;
    return v;
  };
  const running = shift('30231', 4000);
  const reception = shift('30217', 900);
  const up = (v: number) => (v === 0 ? 0 : v + r.int(0, 300));
  const make = (run: number, rec: number): ThreePublic => ({
    total: yuan(run + rec),
    abroad: '',
    reception: yuan(rec),
    vehicles: yuan(run),
    purchase: '',
    running: yuan(run),
  });
  return { budget: make(up(running), up(reception)), actual: make(running, reception) };
}
