/** @module Tables of budgets in forms that other provinces, years and programs print. */
import type { Random } from '../../random.js';
import { coded, FUNCTIONAL, FUND, GOODS, range, some, split, WAGES } from './rows.js';
import { labelled, SPENT } from './meanings.js';
import type { Sketch } from './sketch.js';

const FUNCTIONS = [
  '一般公共服务支出',
  '教育支出',
  '科学技术支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '城乡社区支出',
  '住房保障支出',
  '其他支出',
];
const SOURCES = [
  '一般公共预算',
  '政府性基金预算',
  '国有资本经营预算',
  '财政专户管理资金',
  '事业收入',
  '事业单位经营收入',
  '上级补助收入',
  '附属单位上缴收入',
  '其他收入',
];
const UNITS = [
  ['306', '样例局'],
  ['306001', '样例局本级'],
  ['306002', '样例局信息中心'],
  ['306003', '样例局服务中心'],
] as const;
const BY_FUNCTION = { code: 'function' } as const;
const BY_ECONOMIC = { code: 'economic' } as const;
const spent = (year: number) => ({ ...SPENT.budget(year), flow: 'expenditure' }) as const;
const general = (year: number) => ({ ...spent(year), fund: 'general_public_budget' }) as const;
const ITEMS = ['three_public', 'abroad', 'vehicles', 'vehicles.purchase', 'vehicles.running', 'reception'] as const;
const ORD = '一二三四五六七八九十';

export const BUDGET: Record<string, (r: Random, year: number) => Sketch> = {
  // The Ministry's tables since 2021.
  summary: () => ({
    kind: 'income_expenditure_summary',
    title: '部门收支总表',
    number: '表1',
    header: ['收 入→2|支 出→2', '项 目|预算数|项 目|预算数'],
    body: FUNCTIONS.map(
      (f, i) =>
        `${['一、一般公共预算拨款收入', '二、政府性基金预算拨款收入', '三、国有资本经营预算拨款收入', '四、财政专户管理资金收入', '五、事业收入', '六、其他收入'][i] ?? ''}` +
        `|${i < 6 ? '~' : ''}|${ORD[i]}、${f}|~`,
    ).concat(['本年收入合计|#|本年支出合计|#', '上年结转结余|~|年终结转结余|~', '收 入 总 计|#|支 出 总 计|#']),
    groups: [
      { labels: [0], values: [1] },
      { labels: [2], values: [3] },
    ],
    widths: [4, 2, 4, 2],
  }),
  summaryTwoYears: (_r, year) => ({
    kind: 'income_expenditure_summary',
    title: '收支预算总表',
    header: [
      '收入→3|支出→3',
      `项目|${year - 1}年预算数|${year}年预算数|项目（按功能分类）|${year - 1}年预算数|${year}年预算数`,
    ],
    body: FUNCTIONS.map(
      (f, i) =>
        `${['一、财政拨款收入', '（一）一般公共预算拨款', '（二）政府性基金预算拨款', '二、事业收入', '三、其他收入'][i] ?? ''}|${i < 5 ? '#|#' : '|'}|` +
        `${ORD[i]}、${f}|#|#`,
    ).concat(['收入总计|#|#|支出总计|#|#']),
    groups: [
      { labels: [0], values: [1, 2] },
      { labels: [3], values: [4, 5] },
    ],
    widths: [4, 2, 2, 4, 2, 2],
  }),
  incomeByUnit: () => ({
    kind: 'income',
    title: '部门收入总表',
    number: '表2',
    header: [
      '部门（单位）代码↓2|部门（单位）名称↓2|合计↓2|本年收入→10|上年结转结余→3',
      `小计|${SOURCES.join('|')}|小计|一般公共预算|单位资金`,
    ],
    body: [`合计→2|${some(14, '#')}`, ...UNITS.map(([c, n]) => `${c}|${n}|#|${some(13)}`)],
    groups: [{ codes: [0], labels: [1], values: range(2, 14) }],
    widths: [1.3, 3, ...range(0, 14).map(() => 1.5)],
  }),
  income: (_r, year) => ({
    kind: 'income',
    title: '收入预算总表',
    header: [
      '功能分类科目编码→3|功能分类科目名称↓2|收入预算→5',
      '类|款|项|合计|财政拨款收入|事业收入|事业单位经营收入|其他收入',
    ],
    body: [...coded(FUNCTIONAL, 5, split), `合计→4|${some(5, '#')}`],
    groups: [{ codes: [0, 1, 2], labels: [3], values: range(4, 5) }],
    widths: [0.7, 0.6, 0.6, 4, 1.8, 1.8, 1.8, 1.8, 1.8],
    means: {
      table: { ...SPENT.budget(year), flow: 'income' },
      columns: labelled(4, ['合计', '财政拨款收入', '事业收入', '事业单位经营收入', '其他收入']),
      lines: BY_FUNCTION,
    },
  }),
  expenditure: (_r, year) => ({
    kind: 'expenditure',
    title: '部门支出总表',
    number: '表3',
    header: ['科目编码|科目名称|合计|基本支出|项目支出|事业单位经营支出|上缴上级支出|对附属单位补助支出'],
    body: [...coded(FUNCTIONAL, 6), `合 计→2|${some(6, '#')}`],
    groups: [{ codes: [0], labels: [1], values: range(2, 6) }],
    means: {
      table: spent(year),
      columns: labelled(2, [
        '合计',
        '基本支出',
        '项目支出',
        '事业单位经营支出',
        '上缴上级支出',
        '对附属单位补助支出',
      ]),
      lines: BY_FUNCTION,
    },
  }),
  appropriation: () => ({
    kind: 'fiscal_appropriation_summary',
    title: '财政拨款收支总表',
    number: '表4',
    header: ['收 入→2|支 出→5', '项 目|预算数|项 目|合计|一般公共预算|政府性基金预算|国有资本经营预算'],
    body: [
      '一、本年收入|#|一、本年支出|#|#|~|~',
      ...FUNCTIONS.map(
        (f, i) =>
          `${['（一）一般公共预算拨款', '（二）政府性基金预算拨款', '（三）国有资本经营预算拨款', '二、上年结转', '（一）一般公共预算拨款', '（二）政府性基金预算拨款', '（三）国有资本经营预算拨款'][i] ?? ''}|${i < 7 ? '~' : ''}|（${ORD[i]}）${f}|#|#|~|~`,
      ),
      '||二、结转下年|~|~|~|~',
      '收 入 总 计|#|支 出 总 计|#|#|~|~',
    ],
    groups: [
      { labels: [0], values: [1] },
      { labels: [2], values: [3, 4, 5, 6] },
    ],
    widths: [4, 1.8, 4, 1.8, 1.8, 1.8, 1.8],
  }),
  generalWithPrior: (_r, year) => ({
    kind: 'general_public_budget_expenditure',
    title: '一般公共预算支出表',
    number: '表5',
    header: [
      `支出功能分类科目→2|${year - 1}年执行数↓2|${year}年预算数→3|${year}年预算数比${year - 1}年执行数→2`,
      '科目编码|科目名称|小计|基本支出|项目支出|增减额|增减%',
    ],
    body: [`合计→2|${some(6, '#')}`, ...coded(FUNCTIONAL, 6)],
    groups: [{ codes: [0], labels: [1], values: range(2, 6) }],
    means: {
      table: general(year),
      columns: {
        2: { phase: 'actual', year: year - 1 },
        ...labelled(3, ['小计', '基本支出', '项目支出']),
        6: { measure: 'change' },
        7: { measure: 'change_rate' },
      },
      lines: BY_FUNCTION,
    },
  }),
  generalYears: (_r, year) => ({
    kind: 'general_public_budget_expenditure',
    title: `${year}年一般公共预算支出情况表（按功能分类科目）`,
    header: ['功能科目编码|功能科目名称|上年预算数|本年预算数|增减额|增减幅度'],
    body: [...coded(FUNCTIONAL, 4), `合计→2|${some(4, '#')}`],
    groups: [{ codes: [0], labels: [1], values: range(2, 4) }],
    means: {
      table: general(year),
      columns: { 2: { year: year - 1 }, 4: { measure: 'change' }, 5: { measure: 'change_rate' } },
      lines: BY_FUNCTION,
    },
  }),
  generalFunds: (_r, year) => ({
    kind: 'general_public_budget_expenditure',
    title: '一般公共预算支出表',
    header: ['科目编码→3|科目名称↓2|合计↓2|基本支出→3|项目支出↓2', '类|款|项|小计|人员经费|公用经费'],
    body: [`|||合计|${some(5, '#')}`, ...coded(FUNCTIONAL, 5, split)],
    groups: [{ codes: [0, 1, 2], labels: [3], values: range(4, 5) }],
    widths: [0.7, 0.6, 0.6, 4, 1.8, 1.8, 1.8, 1.8, 1.8],
    means: {
      table: general(year),
      columns: labelled(4, ['合计', '基本支出', '人员经费', '公用经费', '项目支出']),
      lines: BY_FUNCTION,
    },
  }),
  economic: (_r, year) => ({
    kind: 'basic_expenditure_by_economic_class',
    title: '一般公共预算基本支出表',
    number: '表6',
    header: [
      `部门预算支出经济分类科目→2|${year}年一般公共预算基本支出→3`,
      '科目编码|科目名称|合计|人员经费|公用经费',
    ],
    body: [...WAGES.map(([c, n]) => `${c}|${n}|#|#|`), ...GOODS.map(([c, n]) => `${c}|${n}|#||#`), '合计→2|#|#|#'],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4] }],
    means: {
      table: { ...general(year), type: 'basic' },
      columns: labelled(2, ['合计', '人员经费', '公用经费']),
      lines: BY_ECONOMIC,
    },
  }),
  economicSplit: (_r, year) => ({
    kind: 'basic_expenditure_by_economic_class',
    title: '一般公共预算基本支出部门预算经济分类预算表',
    header: [
      '项目→3|一般公共预算基本支出→3',
      '经济分类科目编码→2|经济分类科目名称↓2|合计↓2|人员经费↓2|公用经费↓2',
      '类|款',
    ],
    body: [
      ...WAGES.map(([c, n]) => `${c.slice(0, 3)}|${c.slice(3)}|${n}|#|#|`),
      ...GOODS.map(([c, n]) => `${c.slice(0, 3)}|${c.slice(3)}|${n}|#||#`),
      '合计→3|#|#|#',
    ],
    groups: [{ codes: [0, 1], labels: [2], values: [3, 4, 5] }],
    widths: [0.8, 0.7, 4, 2, 2, 2],
    means: {
      table: { ...general(year), type: 'basic' },
      columns: labelled(3, ['合计', '人员经费', '公用经费']),
      lines: BY_ECONOMIC,
    },
  }),
  threeTwoYears: (_r, year) => ({
    kind: 'three_public_expenses',
    title: '一般公共预算“三公”经费支出表',
    number: '表7',
    header: [
      `${year - 1}年预算数→6|${year}年预算数→6`,
      some(2, '合计↓2|因公出国（境）费↓2|公务用车购置及运行费→3|公务接待费↓2'),
      some(2, '小计|公务用车购置费|公务用车运行费'),
    ],
    body: [some(12)],
    groups: [{ values: range(0, 12) }],
    lone: '一般公共预算“三公”经费支出表',
    means: {
      table: general(year),
      columns: Object.fromEntries(
        [year - 1, year].flatMap((y, k) => ITEMS.map((item, i) => [k * ITEMS.length + i, { year: y, item }])),
      ),
      lines: {},
    },
  }),
  threeDown: (_r, year) => ({
    kind: 'three_public_expenses',
    title: '“三公”经费支出预算表',
    header: ['项目|上年预算数|本年预算数|增减额|增减%|备注'],
    body: [
      '合计|#|#|~|~|',
      '一、因公出国（境）费用|~|~|~|~|',
      '二、公务接待费|#|#|~|~|',
      '三、公务用车购置及运行维护费|#|#|~|~|',
      '其中：1.公务用车运行维护费|#|#|~|~|',
      '2.公务用车购置费|~|~|~|~|',
    ],
    groups: [{ labels: [0], values: [1, 2, 3, 4] }],
    means: {
      table: spent(year),
      columns: { 1: { year: year - 1 }, 3: { measure: 'change' }, 4: { measure: 'change_rate' } },
      lines: {
        labels: {
          合计: { item: 'three_public' },
          '一、因公出国（境）费用': { item: 'abroad' },
          '二、公务接待费': { item: 'reception' },
          '三、公务用车购置及运行维护费': { item: 'vehicles' },
          '其中：1.公务用车运行维护费': { item: 'vehicles.running' },
          '2.公务用车购置费': { item: 'vehicles.purchase' },
        },
      },
    },
  }),
  fund: (_r, year) => ({
    kind: 'government_fund',
    title: '政府性基金预算支出表',
    number: '表8',
    header: ['科目编码↓2|科目名称↓2|本年政府性基金预算支出→3', '合计|基本支出|项目支出'],
    body: [`合计→2|${some(3, '#')}`, ...coded(FUND, 3)],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4] }],
    means: {
      table: { ...spent(year), fund: 'government_fund' },
      columns: labelled(2, ['合计', '基本支出', '项目支出']),
      lines: BY_FUNCTION,
    },
  }),
  projects: () => ({
    kind: 'project_expenditure',
    title: '项目支出表',
    number: '表10',
    header: [
      '类型↓2|项目名称↓2|项目单位↓2|合计↓2|本年拨款→3|财政专户管理资金↓2|单位资金↓2',
      '一般公共预算|政府性基金预算|国有资本经营预算',
    ],
    body: [
      `合计→3|${some(6, '#')}`,
      ...['信息化运行维护', '公共服务宣传经费', '执法装备购置', '专项业务费'].map(
        (p, i) => `${i % 2 ? '特定目标类' : '其他运转类'}|${p}|样例局本级|#|${some(5)}`,
      ),
    ],
    groups: [{ labels: [1], values: [3, 4, 5, 6, 7, 8] }],
    widths: [2, 4, 3, 2, 2, 2, 2, 2, 2],
  }),
};
