/**
 * @module A random final account: shapes of summary, functional, economic and 三公 tables mixed freely; invented
 * figures that add up, or with planted errors.
 */
import { SOURCES } from '../catalogue.js';
import { cover, glossary, overview, part } from '../front.js';
import { inventAccounts } from '../invented-accounts.js';
import type { FinalAccounts } from '../accounts.js';
import type { Prose } from '../narrative.js';
import type { Block, SampleDocument, TableSpec, TableStyle } from '../model.js';
import { finalProse } from '../narrative.js';
import { parse, sum } from '../numbers.js';
import { Planter } from '../plant.js';
import type { Random } from '../random.js';
import { disclosure } from '../tables/disclosure.js';
import { economic } from '../tables/economic.js';
import { EXPENDITURE_LEAVES, functional, FUND_LEAVES, general, INCOME_LEAVES } from '../tables/functional.js';
import type { Form } from '../tables/style.js';
import { summary } from '../tables/summary.js';
import { itemsDown, pairsAcross, phasesDown, twoGroups } from '../tables/three-public.js';
import { Big } from 'big.js';
import { randomEntity, randomLook } from './look.js';

/** @param given figures invented already, for documents that only borrow the tables */
export function randomFinal(
  r: Random,
  name: string,
  errors: boolean,
  given?: { accounts: FinalAccounts; prose: Prose },
): SampleDocument {
  const who = given?.accounts ?? randomEntity(r);
  const year = given?.accounts.year ?? r.int(2019, 2024);
  const look = randomLook(r, `${who.entity}${year}年度${who.scope}决算`);
  const zero = r.chance(0.3) ? '0.00' : '';
  const { accounts: a, prose } =
    given ??
    inventAccounts(r, { ...who, year, kinds: r.int(2, 16), scale: r.pick([20_000, 300_000, 4_000_000]), zero });
  const spaced = r.chance(0.5);
  const form: Form = {
    numbers: look.numbers,
    negative: 'minus',
    unit: '万元',
    unitLine: r.pick(['单位：万元', '金额单位：万元']),
    number: r.chance(0.85)
      ? (n) => (spaced ? `公开 ${String(n).padStart(2, '0')} 表` : `公开${String(n).padStart(2, '0')}表`)
      : (n) => `附表${n}`,
    entityLine: `${r.pick(['部门：', '单位：', '编制单位：', '部门名称：', '公开部门：'])}${who.entity}`,
    yearLine: r.chance(0.6) ? `${year}年度` : null,
    commonNotes: r.chance(0.5) ? ['本表金额转换成万元时，因四舍五入可能存在尾差。'] : [],
    codeHeader: r.pick(['科目编码', '科目代码', '功能分类科目编码', '支出功能分类科目编码']),
    nothing: zero,
  };
  const lead = r.pick(['merged', 'merged', 'name'] as const);
  const columnNumbers = r.chance(0.65);
  const lineNumbers = r.chance(0.6);
  const split = r.chance(0.2);
  const totalLast = r.chance(0.2);
  const amount = r.pick(['金额', '决算数', '决算数']);
  const order = r.chance(0.5) ? [7, 8, 9] : [9, 7, 8];
  const common = {
    lead,
    columnNumbers,
    split,
    totalLast,
    nameHeader: r.chance(0.8) ? '科目名称' : '功能分类科目名称',
  };
  const f = (
    rows: typeof a.income,
    title: string,
    kind: string,
    n: number,
    leaves: typeof INCOME_LEAVES,
    note: string,
  ): TableSpec =>
    functional(form, rows, { ...common, title, kind, n, leaves, note: r.chance(0.85) ? `注：${note}` : null });
  const s = (
    sides: typeof a.summary,
    title: string,
    kind: 'income_expenditure_summary' | 'fiscal_appropriation_summary',
    n: number,
    sources: string[],
    columns: string[],
  ): TableSpec =>
    summary(form, sides, {
      title,
      kind,
      n,
      amount,
      sources,
      columns,
      lineNumbers,
      columnNumbers,
      income: spaced ? '收 入' : '收入',
      expenditure: spaced ? '支 出' : '支出',
      note: '注：本表反映本年度收支和结转结余情况。',
    });
  const empty = [{ code: '', name: '合计', values: [] }];
  const three = threeShape(r, form, a, order[0] as number);
  const tables: [TableSpec, Partial<TableStyle>][] = [
    [s(a.summary, '收入支出决算总表', 'income_expenditure_summary', 1, SOURCES, [amount]), {}],
    [f(a.income, '收入决算表', 'income', 2, INCOME_LEAVES, '本表反映本年度取得的各项收入情况。'), {}],
    [f(a.expenditure, '支出决算表', 'expenditure', 3, EXPENDITURE_LEAVES, '本表反映本年度各项支出情况。'), {}],
    [
      s(
        a.appropriation,
        '财政拨款收入支出决算总表',
        'fiscal_appropriation_summary',
        4,
        ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
        ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'],
      ),
      { size: Math.min(look.table.size, 8) },
    ],
    [
      f(
        a.general,
        '一般公共预算财政拨款支出决算表',
        'general_public_budget_expenditure',
        5,
        general(r.pick(['小计', '合计']), r.chance(0.7) ? '本年支出' : ''),
        '本表反映本年度一般公共预算财政拨款支出情况。',
      ),
      {},
    ],
    [
      economicShape(r, form, a),
      { size: Math.min(look.table.size, 7.5), padY: 1, rowMin: Math.min(look.table.rowMin, 16) },
    ],
    ...(
      [
        [order[0] as number, three],
        [
          order[1] as number,
          f(
            empty,
            '政府性基金预算财政拨款收入支出决算表',
            'government_fund',
            order[1] as number,
            FUND_LEAVES,
            '本表反映本年度政府性基金预算财政拨款收支情况。',
          ),
        ],
        [
          order[2] as number,
          f(
            empty,
            '国有资本经营预算财政拨款支出决算表',
            'state_capital',
            order[2] as number,
            general('合计'),
            '本表反映本年度国有资本经营预算财政拨款支出情况。',
          ),
        ],
      ] as [number, TableSpec][]
    )
      .sort((x, y) => x[0] - y[0])
      .map(([, spec]): [TableSpec, Partial<TableStyle>] => [spec, {}]),
  ];
  if (r.chance(0.4))
    tables.push([
      disclosure(
        form,
        {
          total: sum([prose.procurement.goods, prose.procurement.services]),
          goods: prose.procurement.goods,
          works: '',
          services: prose.procurement.services,
          administrative: prose.operating ?? '',
          supervised: '',
          vehicles: [String(prose.vehicles), '', '', '', '', '', '', '', String(prose.vehicles)],
          equipment: '0',
        },
        10,
        '注：本表反映政府采购和资产占用情况。',
      ),
      {},
    ]);
  const flowing = r.chance(0.3); // tables follow one another without page breaks
  const paged = tables.flatMap(([spec, style]): Block[] => [
    ...(flowing ? [] : [{ t: 'page', landscape: look.landscape || spec.columns > 8, rotate: look.rotate } as Block]),
    { t: 'table', spec, style },
  ]);
  const blocks: Block[] = [
    ...cover([who.entity, `${year}年度${who.scope}决算`]),
    { t: 'toc', title: '目录' },
    { t: 'page' },
    ...overview('第一部分 概况', who.entity, ['承担样例事务。', '完成其他任务。'], [who.entity]),
    ...part('第二部分 决算情况说明'),
    ...finalProse({ ...prose, grouped: look.numbers === 'grouped' }),
    { t: 'page', landscape: flowing && look.landscape },
    ...part(`第三部分 ${year}年度${who.scope}决算表`),
    ...paged,
    { t: 'page' },
    ...glossary('第四部分 名词解释'),
  ];
  const { numbers: _n, landscape: _l, rotate: _r, ...rest } = look;
  const planter = new Planter(blocks);
  if (errors) plantOne(r, planter, look.numbers);
  return {
    name,
    entity: who.entity,
    fiscalYear: year,
    documentKind: `${who.scope}决算`,
    unit: '万元',
    ...rest,
    anomalies: planter.anomalies,
    blocks,
  };
}

function threeShape(r: Random, form: Form, a: Parameters<typeof economicShape>[2], n: number): TableSpec {
  const note = '注：本表反映本年度“三公”经费支出预决算情况。';
  const title = '财政拨款“三公”经费支出决算表';
  const shape = r.pick([itemsDown, twoGroups, phasesDown, pairsAcross] as const);
  return shape(
    form,
    a.threePublicBudget,
    a.threePublicActual,
    shape === phasesDown ? '财政拨款“三公”经费及会议费、培训费支出决算表' : title,
    n,
    note,
  );
}

function economicShape(r: Random, form: Form, a: ReturnType<typeof inventAccounts>['accounts']): TableSpec {
  const groups = r
    .pick([
      [
        ['301', '303'],
        ['302', '310'],
      ],
      [['301', '303'], ['302'], ['307', '310', '312', '399']],
      [['301', '303'], ['302'], ['310', '312']],
    ] as const)
    .map((g) => [...g]);
  return economic(form, a.economic, a.personnel, a.publicUse, {
    title: r.pick(['一般公共预算财政拨款基本支出决算表', '一般公共预算财政拨款基本支出决算明细表']),
    n: 6,
    groups,
    heads: r.chance(0.6),
    amount: r.pick(['决算数', '金额']),
    codeHeader: r.pick(['科目编码', '科目代码', '经济分类科目编码']),
    note: '注：本表反映本年度一般公共预算财政拨款基本支出明细情况。',
  });
}

/** Changes one figure of a table that sums guard, far beyond rounding. */
function plantOne(r: Random, p: Planter, numbers: Form['numbers']): void {
  const places = p
    .tables()
    .filter((t) =>
      ['expenditure', 'general_public_budget_expenditure', 'income', 'basic_expenditure_by_economic_class'].includes(
        t.kind ?? '',
      ),
    )
    .flatMap((t) => t.cells.filter((c) => c.fact && (parse(c.text) ?? 0) > 1).map((c) => ({ t, c })));
  if (places.length === 0) return;
  const { t, c } = r.pick(places);
  if (!c.fact) return;
  const to = new Big(parse(c.text) ?? 0).plus(r.int(100, 99_900) / 100).toFixed(2);
  p.figure(t.title ?? '', c.fact.row, c.fact.code, c.fact.column, to, numbers, 'sum', t.title ?? '');
}
