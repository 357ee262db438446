/**
 * @module “三公”经费 in its shapes: items down, two column groups across, 预算数/决算数 as rows beside 会议费 and 培训费, pairs under
 * each item.
 */
import type { ThreePublic } from '../accounts.js';
import { Grid, type Input } from '../grid.js';
import type { TableSpec } from '../model.js';
import { type Form, table, value } from './style.js';

const VEHICLES = '公务用车购置及运行维护费';
type Key = keyof ThreePublic;
const ACROSS: readonly (readonly [Key, string])[] = [
  ['total', '合计'],
  ['abroad', '因公出国（境）费'],
  ['vehicles', `${VEHICLES}/小计`],
  ['purchase', `${VEHICLES}/公务用车购置费`],
  ['running', `${VEHICLES}/公务用车运行维护费`],
  ['reception', '公务接待费'],
];

export function itemsDown(
  form: Form,
  budget: ThreePublic,
  actual: ThreePublic,
  title: string,
  n: number,
  note: string | null,
): TableSpec {
  const grid = new Grid(3).row(['项 目', '预算数', '决算数']);
  const lines: [Key, string, number][] = [
    ['total', '合 计', 0],
    ['abroad', '1、因公出国（境）费', 0],
    ['reception', '2、公务接待费', 0],
    ['vehicles', '3、公务用车购置及运行费', 0],
    ['running', '其中：（1）公务用车运行维护费', 2],
    ['purchase', '（2）公务用车购置费', 5],
  ];
  for (const [key, label, i] of lines) {
    const row = label.replace(/\s/g, '');
    grid.row([
      { t: label, a: key === 'total' ? 'center' : 'left', i },
      value(form, budget[key], { code: null, row, column: '预算数' }),
      value(form, actual[key], { code: null, row, column: '决算数' }),
    ]);
  }
  return table(form, grid, 'three_public_expenses', title, n, 1, [5, 3, 3], note);
}

export function twoGroups(
  form: Form,
  budget: ThreePublic,
  actual: ThreePublic,
  title: string,
  n: number,
  note: string | null,
): TableSpec {
  const grid = new Grid(12).row([
    { t: '预算数', cs: 6 },
    { t: '决算数', cs: 6 },
  ]);
  const group: Input[] = [
    { t: '合计', rs: 2 },
    { t: '因公出国（境）费', rs: 2 },
    { t: VEHICLES, cs: 3 },
    { t: '公务接待费', rs: 2 },
  ];
  const parts: Input[] = ['小计', '公务用车购置费', '公务用车运行维护费'];
  grid
    .row([...group, ...group])
    .row([...parts, ...parts])
    .row(Array.from({ length: 12 }, (_, i) => String(i + 1)));
  const values = (phase: string, v: ThreePublic) =>
    ACROSS.map(([key, path]) => value(form, v[key], { code: null, row: title, column: `${phase}/${path}` }));
  grid.row([...values('预算数', budget), ...values('决算数', actual)]);
  return table(
    form,
    grid,
    'three_public_expenses',
    title,
    n,
    4,
    Array.from({ length: 12 }, () => 1),
    note,
  );
}

/** Shaanxi: items across with 会议费 and 培训费, 预算数 and 决算数 as rows. */
export function phasesDown(
  form: Form,
  budget: ThreePublic,
  actual: ThreePublic,
  title: string,
  n: number,
  note: string | null,
): TableSpec {
  const top = '财政拨款“三公”经费';
  const grid = new Grid(9)
    .row([
      { t: '项目', rs: 3 },
      { t: top, cs: 6 },
      { t: '会议费', rs: 3 },
      { t: '培训费', rs: 3 },
    ])
    .row([
      { t: '合计', rs: 2 },
      { t: '因公出国（境）费', rs: 2 },
      { t: VEHICLES, cs: 3 },
      { t: '公务接待费', rs: 2 },
    ])
    .row(['小计', '公务用车购置费', '公务用车运行维护费'])
    .row(['栏次', ...Array.from({ length: 8 }, (_, i) => String(i + 1))]);
  for (const [phase, v] of [
    ['预算数', budget],
    ['决算数', actual],
  ] as const) {
    grid.row([
      phase,
      ...ACROSS.map(([key, path]) => value(form, v[key], { code: null, row: phase, column: `${top}/${path}` })),
      value(form, v.conference, { code: null, row: phase, column: '会议费' }),
      value(form, v.training, { code: null, row: phase, column: '培训费' }),
    ]);
  }
  return table(form, grid, 'three_public_expenses', title, n, 4, [1.3, ...Array.from({ length: 8 }, () => 1)], note);
}

/** Budgets with 机关运行经费 beside; amounts often in 万元 where the rest is in 元. */
export function budgetAcross(
  form: Form,
  budget: ThreePublic,
  operating: string,
  title: string,
  unitLine: string,
): TableSpec {
  const top = '“三公”经费预算数';
  const v = '公务用车购置及运行费';
  const grid = new Grid(7)
    .row([
      { t: top, cs: 6 },
      { t: '机关运行经费预算数', rs: 3 },
    ])
    .row([
      { t: '合计', rs: 2 },
      { t: '因公出国(境)费', rs: 2 },
      { t: '公务接待费', rs: 2 },
      { t: v, cs: 3 },
    ])
    .row(['小计', '购置费', '运行费']);
  const paths: [Key, string][] = [
    ['total', '合计'],
    ['abroad', '因公出国(境)费'],
    ['reception', '公务接待费'],
    ['vehicles', `${v}/小计`],
    ['purchase', `${v}/购置费`],
    ['running', `${v}/运行费`],
  ];
  grid.row([
    ...paths.map(([key, p]) =>
      value(form, budget[key], { code: null, row: title, column: `${top}/${p}` }, { a: 'center' }),
    ),
    value(form, operating, { code: null, row: title, column: '机关运行经费预算数' }, { a: 'center' }),
  ]);
  const spec = table(form, grid, 'three_public_expenses', title, 0, 3, [1, 1, 1, 1, 1, 1, 1.2], null);
  return { ...spec, number: null, unit: '万元', unitLine };
}

/** Shanghai final accounts: 预算数 | 决算数 pairs under every item, one spanning header over all. */
export function pairsAcross(
  form: Form,
  budget: ThreePublic,
  actual: ThreePublic,
  title: string,
  n: number,
  note: string | null,
): TableSpec {
  const top = '财政拨款“三公”经费';
  const grid = new Grid(12)
    .row([{ t: top, cs: 12 }])
    .row([
      { t: '合计', rs: 2, cs: 2 },
      { t: '因公出国（境）费', rs: 2, cs: 2 },
      { t: VEHICLES, cs: 6 },
      { t: '公务接待费', rs: 2, cs: 2 },
    ])
    .row([
      { t: '小计', cs: 2 },
      { t: '公务用车购置费', cs: 2 },
      { t: '公务用车运行维护费', cs: 2 },
    ])
    .row(Array.from({ length: 12 }, (_, i) => (i % 2 ? '决算数' : '预算数')));
  grid.row(
    ACROSS.flatMap(([key, path]) =>
      [
        ['预算数', budget],
        ['决算数', actual],
      ].map(([phase, v]) =>
        value(form, (v as ThreePublic)[key], { code: null, row: top, column: `${path}/${phase as string}` }),
      ),
    ),
  );
  return table(
    form,
    grid,
    'three_public_expenses',
    title,
    n,
    4,
    Array.from({ length: 12 }, () => 1),
    note,
  );
}
