/**
 * @module A budget as other provinces print it, invented figures in 万元: 部门收支总表, 部门收入总表, 部门支出总表, 财政拨款收支总表, 一般公共预算支出表
 * with last year's column, 基本支出表, “三公”经费支出表.
 */
import type { CodedRow } from '../accounts.js';
import { FUNCTIONS } from '../catalogue.js';
import { cover, part } from '../front.js';
import { Grid, type Input } from '../grid.js';
import { economicItems, leaves, show, withParents } from '../invent.js';
import type { Block, SampleDocument, TableSpec, TableStyle } from '../model.js';
import { share } from '../numbers.js';
import { Random } from '../random.js';
import { budgetSides, economicRows } from '../tables/budget.js';
import { type Form, table, value } from '../tables/style.js';
import { economicRowsOf } from './shanghai-budget.js';

export interface ProvinceOptions {
  name: string;
  entity: string;
  seed: number;
  kinds: number;
  year: number;
  numbers: Form['numbers'];
  fonts: SampleDocument['fonts'];
  table: Partial<TableStyle>;
  prior: boolean;
}

export function provinceBudgetDocument(o: ProvinceOptions): SampleDocument {
  const r = new Random(o.seed);
  const list = leaves(r, o.kinds, 90_000);
  const basic = list.reduce((a, l) => a + l.basic, 0);
  const total = basic + list.reduce((a, l) => a + l.project, 0);
  const form: Form = {
    numbers: o.numbers,
    number: (n) => `表${n}`,
    unit: '万元',
    unitLine: '单位：万元',
    entityLine: `部门：${o.entity}`,
    yearLine: null,
    commonNotes: [],
    codeHeader: '科目编码',
    nothing: '',
  };
  const spend = withParents(list, (l) => [l.basic + l.project, l.basic, l.project], 2, '');
  const classes = spend.filter((x) => x.code.length === 3);
  const money = (n: number) => show(n, 2);
  const t = (spec: TableSpec, style: Partial<TableStyle> = {}): Block => ({ t: 'table', spec, style });
  const next: Block = { t: 'page' };
  const wide: Block = { t: 'page', landscape: true };
  const economic = economicItems(r, basic);
  const scaled = economicRowsOf(economic.values, economic.personnel, economic.publicUse).map(
    (x): CodedRow => ({ ...x, values: x.values.map((v) => (v === '0' ? '' : money(Number(v)))) }),
  );
  const before = new Map(
    spend.filter((x) => x.code.length === 7).map((x) => [x.code, r.chance(0.1) ? 0 : r.int(100, 90_000)]),
  );
  const titles = [
    '部门收支总表',
    '部门收入总表',
    '部门支出总表',
    '财政拨款收支总表',
    '一般公共预算支出表',
    '一般公共预算基本支出表',
    '一般公共预算“三公”经费支出表',
    '政府性基金预算支出表',
    '国有资本经营预算支出表',
  ];
  const numbered = (spec: TableSpec, n: number): TableSpec => ({ ...spec, number: `表${n}` });
  return {
    name: o.name,
    entity: o.entity,
    fiscalYear: o.year,
    documentKind: '部门预算',
    unit: '万元',
    setup: { width: 595.28, height: 841.89, left: 60, right: 60, top: 64, bottom: 60 },
    body: { size: 12, leading: 1.7 },
    table: {
      size: 9,
      padX: 3,
      padY: 2,
      rowMin: 18,
      ruling: 'stroke',
      lineWidth: 0.5,
      repeatHeader: true,
      cutRows: false,
      closeAtBreak: true,
      headerFill: null,
      boldHeader: false,
      valign: 'middle',
      ...o.table,
    },
    fonts: o.fonts,
    footer: (n) => `- ${n} -`,
    header: null,
    anomalies: [],
    blocks: [
      ...cover([o.entity, `${o.year}年部门预算`]),
      { t: 'toc', title: '目录' },
      next,
      ...part('第一部分 部门概况'),
      { t: 'text', text: '负责本地区有关事务的组织、管理和服务工作。', indent: 2 },
      ...part(`第二部分 ${o.year}年部门预算情况说明`),
      {
        t: 'text',
        text:
          `${o.year}年部门收入预算${money(total)}万元，其中：一般公共预算拨款收入${money(total)}万元，占100.00%。` +
          `${o.year}年部门支出预算${money(total)}万元，其中：基本支出${money(basic)}万元，` +
          `占${share(money(basic), money(total))}%；` +
          `项目支出${money(total - basic)}万元，占${share(money(total - basic), money(total))}%。`,
        indent: 2,
      },
      {
        t: 'text',
        text: `一般公共预算基本支出${money(basic)}万元，其中：人员经费${money(economic.personnel)}万元，公用经费${money(economic.publicUse)}万元。`,
        indent: 2,
      },
      next,
      ...part(`第三部分 ${o.year}年部门预算表`),
      t(
        numbered(
          budgetSides(form, {
            title: titles[0] as string,
            kind: 'income_expenditure_summary',
            income: '收入',
            expenditure: '支出',
            columns: ['预算数'],
            left: [
              '一般公共预算拨款收入',
              '政府性基金预算拨款收入',
              '国有资本经营预算拨款收入',
              '事业收入',
              '事业单位经营收入',
              '其他收入',
            ].map((x, i) => ({ label: `${'一二三四五六'[i]}、${x}`, value: i === 0 ? money(total) : '' })),
            right: FUNCTIONS.slice(0, 23).map(([code, name], i) => ({
              label: `${ord(i + 1)}、${name}`,
              values: [classes.find((c) => c.code === code)?.values[0] ?? ''],
            })),
            leftTotal: { label: '本年收入合计', value: money(total) },
            rightTotal: { label: '本年支出合计', values: [money(total)] },
            blankRows: 0,
          }),
          1,
        ),
      ),
      wide,
      t(incomeTotal(form, spend, titles[1] as string, 2)),
      next,
      t(plain(form, spend, titles[2] as string, 'expenditure', 3)),
      next,
      t(
        numbered(
          budgetSides(form, {
            title: titles[3] as string,
            kind: 'fiscal_appropriation_summary',
            income: '收入',
            expenditure: '支出',
            columns: ['合计', '一般公共预算', '政府性基金预算'],
            left: ['一般公共预算拨款', '政府性基金预算拨款', '国有资本经营预算拨款'].map((x, i) => ({
              label: `（${'一二三'[i]}）${x}`,
              value: i === 0 ? money(total) : '',
            })),
            right: classes.map((c, i) => ({
              label: `（${ord(i + 1)}）${c.name}`,
              values: [c.values[0] ?? '', c.values[0] ?? '', ''],
            })),
            leftTotal: { label: '收入总计', value: money(total) },
            rightTotal: { label: '支出总计', values: [money(total), money(total), ''] },
            blankRows: 0,
          }),
          4,
        ),
      ),
      next,
      t(
        o.prior
          ? withPrior(form, spend, before, titles[4] as string, o.year, 5)
          : plain(form, spend, titles[4] as string, 'general_public_budget_expenditure', 5),
      ),
      next,
      t(
        numbered(
          economicRows({ ...form, codeHeader: '科目编码' }, scaled, {
            title: titles[5] as string,
            group: `${o.year}年基本支出`,
            codeHeader: '科目编码',
            split: false,
            nameHeader: '科目名称',
          }),
          6,
        ),
      ),
      next,
      t(threePublic(form, titles[6] as string, o.year, 7)),
      t({
        ...plain(form, [{ code: '', name: '合计', values: [] }], titles[7] as string, 'government_fund', 8),
        notes: ['注：本部门无政府性基金预算支出，故本表为空。'],
      }),
      t({
        ...plain(form, [{ code: '', name: '合计', values: [] }], titles[8] as string, 'state_capital', 9),
        notes: ['注：本部门无国有资本经营预算支出，故本表为空。'],
      }),
    ],
  };
}

const ord = (n: number): string =>
  n <= 10
    ? ('一二三四五六七八九十'[n - 1] as string)
    : n < 20
      ? `十${'一二三四五六七八九'[n - 11]}`
      : n === 20
        ? '二十'
        : `二十${'一二三四五六七八九'[n - 21]}`;

function lead(x: CodedRow): Input[] {
  return x.code === ''
    ? [{ t: x.name, cs: 2, b: true }]
    : [
        { t: x.code, a: 'left' },
        { t: x.name, a: 'left', i: x.code.length === 5 ? 1 : x.code.length === 7 ? 2 : 0 },
      ];
}

/** One header row: code, name, 合计, 基本支出, 项目支出; total first. */
function plain(form: Form, rows: CodedRow[], title: string, kind: string, n: number): TableSpec {
  const columns = ['合计', '基本支出', '项目支出'];
  const grid = new Grid(5).row(['科目编码', '科目名称', ...columns]);
  for (const x of rows)
    grid.row([
      ...lead(x),
      ...columns.map((c, i) => value(form, x.values[i], { code: x.code || null, row: x.name, column: c })),
    ]);
  return table(form, grid, kind, title, n, 1, [1.5, 4.6, 2, 2, 2], null);
}

/** Income with sources over two header rows; only the appropriation is filled. */
function incomeTotal(form: Form, rows: CodedRow[], title: string, n: number): TableSpec {
  const grid = new Grid(9).row([
    { t: '科目', cs: 2 },
    { t: '合计', rs: 2 },
    { t: '上年结转', rs: 2 },
    { t: '本年收入', cs: 5 },
  ]);
  const group = ['小计', '一般公共预算拨款收入', '政府性基金预算拨款收入', '事业收入', '其他收入'];
  grid.row(['科目编码', '科目名称', ...group]);
  for (const x of rows) {
    const place = (column: string) => ({ code: x.code || null, row: x.name, column });
    grid.row([
      ...lead(x),
      value(form, x.values[0], place('合计')),
      value(form, '', place('上年结转')),
      ...group.map((g, i) => value(form, i < 2 ? x.values[0] : '', place(`本年收入/${g}`))),
    ]);
  }
  return table(form, grid, 'income', title, n, 2, [1.4, 4.4, 1.9, 1.7, 1.9, 1.9, 1.9, 1.6, 1.6], null);
}

/** Last year's execution, this year's budget in three columns, and growth in per cent. */
function withPrior(
  form: Form,
  rows: CodedRow[],
  before: Map<string, number>,
  title: string,
  year: number,
  n: number,
): TableSpec {
  const grid = new Grid(7).row([
    { t: '科目编码', rs: 2 },
    { t: '科目名称', rs: 2 },
    { t: `${year - 1}年执行数`, rs: 2 },
    { t: `${year}年预算数`, cs: 3 },
    { t: '增减（%）', rs: 2 },
  ]);
  grid.row(['小计', '基本支出', '项目支出']);
  const last = (code: string) => [...before].filter(([k]) => k.startsWith(code)).reduce((a, [, v]) => a + v, 0);
  for (const x of rows) {
    const place = (column: string) => ({ code: x.code || null, row: x.name, column });
    const now = Math.round(Number(x.values[0] ?? 0) * 100);
    const was = last(x.code);
    const change = was === 0 ? '' : (((now - was) * 100) / was).toFixed(2);
    grid.row([
      ...lead(x),
      value(form, was === 0 ? '' : show(was, 2), place(`${year - 1}年执行数`)),
      ...['小计', '基本支出', '项目支出'].map((c, i) => value(form, x.values[i], place(`${year}年预算数/${c}`))),
      value(form, change, place('增减（%）')),
    ]);
  }
  return table(form, grid, 'general_public_budget_expenditure', title, n, 2, [1.5, 4.2, 2, 2, 2, 2, 1.6], null);
}

function threePublic(form: Form, title: string, year: number, n: number): TableSpec {
  const grid = new Grid(6)
    .row([{ t: `${year}年预算数`, cs: 6 }])
    .row([
      { t: '合计', rs: 2 },
      { t: '因公出国（境）费', rs: 2 },
      { t: '公务用车购置及运行费', cs: 3 },
      { t: '公务接待费', rs: 2 },
    ])
    .row(['小计', '公务用车购置费', '公务用车运行费']);
  const top = `${year}年预算数`;
  const v = '公务用车购置及运行费';
  const values: [string, string][] = [
    ['合计', '26.80'],
    ['因公出国（境）费', ''],
    [`${v}/小计`, '24.30'],
    [`${v}/公务用车购置费`, ''],
    [`${v}/公务用车运行费`, '24.30'],
    ['公务接待费', '2.50'],
  ];
  grid.row(values.map(([path, x]) => value(form, x, { code: null, row: top, column: path })));
  return table(form, grid, 'three_public_expenses', title, n, 3, [1, 1, 1, 1, 1, 1], null);
}
