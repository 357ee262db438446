/** @module Tables of final accounts in forms that other provinces, years and programs print. */
import type { Random } from '../../random.js';
import {
  CAPITAL,
  coded,
  FUNCTIONAL,
  FUND,
  GOODS,
  indented,
  range,
  type Rows,
  some,
  split,
  stepped,
  WAGES,
} from './rows.js';
import type { Coordinates } from '../../meaning.js';
import { labelled, SPENT } from './meanings.js';
import type { Sketch } from './sketch.js';

/**
 * The Ministry's template: 类 款 项 head three columns over which each row's whole code stands merged; 栏次 and 合计 stand
 * beside them.
 */
function template(
  title: string,
  kind: string,
  number: string,
  leaves: string[],
  list: Rows,
  means: Coordinates,
): Sketch {
  const n = leaves.length;
  return {
    kind,
    title,
    number,
    header: [
      `项目→4|${leaves.map((l) => `${l}↓2`).join('|')}`,
      '功能分类科目编码→3|科目名称',
      `类↓2|款↓2|项↓2|栏次|${range(1, n).join('|')}`,
    ],
    body: [`合计|${some(n, '#')}`, ...coded(list, n, (c) => `${c}→3`)],
    groups: [{ codes: [0, 1, 2], labels: [3], values: range(4, n) }],
    widths: [0.6, 0.6, 0.6, 4, ...leaves.map(() => 1.7)],
    means: { table: means, columns: labelled(4, leaves), lines: { code: 'function' } },
  };
}

const INCOME = [
  '本年收入合计',
  '财政拨款收入',
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
];
const SPENDING = ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
const FUNCTIONS = [
  '一般公共服务支出',
  '外交支出',
  '国防支出',
  '公共安全支出',
  '教育支出',
  '科学技术支出',
  '文化旅游体育与传媒支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '节能环保支出',
  '城乡社区支出',
];
const spent = (year: number): Coordinates => ({ ...SPENT.actual(year), flow: 'expenditure' });
const earned = (year: number): Coordinates => ({ ...SPENT.actual(year), flow: 'income', vintage: 'current' });
const ORD = '一二三四五六七八九十';
const ord = (i: number): string => (i < 10 ? ORD[i]! : `十${ORD[i - 10]}`);

export const FINAL: Record<string, (r: Random, year: number) => Sketch> = {
  incomeTemplate: (_r, year) => template('收入决算表', 'income', '公开02表', INCOME, FUNCTIONAL, earned(year)),
  expenditureTemplate: (_r, year) =>
    template('支出决算表', 'expenditure', '公开03表', SPENDING, FUNCTIONAL, spent(year)),
  capitalTemplate: (_r, year) =>
    template(
      '国有资本经营预算财政拨款支出决算表',
      'state_capital',
      '公开09表',
      ['合计', '基本支出', '项目支出'],
      CAPITAL,
      { ...spent(year), fund: 'state_capital' },
    ),
  // 事业收入 divided, the total last.
  incomeDivided: (_r, year) => ({
    kind: 'income',
    title: '收入决算表',
    number: '公开02表',
    header: [
      '项目→2|本年收入合计↓2|财政拨款收入↓2|上级补助收入↓2|事业收入→2|经营收入↓2|附属单位上缴收入↓2|其他收入↓2',
      '功能分类科目编码|科目名称|小计|其中：教育收费',
      `栏次→2|${range(1, 8).join('|')}`,
    ],
    body: [...coded(FUNCTIONAL, 8), `合计→2|${some(8, '#')}`],
    groups: [{ codes: [0], labels: [1], values: range(2, 8) }],
    means: {
      table: earned(year),
      columns: {
        ...labelled(2, [
          '合计',
          '财政拨款收入',
          '上级补助收入',
          '事业收入',
          '事业收入',
          '经营收入',
          '附属单位上缴收入',
          '其他收入',
        ]),
        6: { fund: 'business', type_detail: '教育收费' },
      },
      lines: { code: 'function' },
    },
  }),
  // Shape before 2016: code columns apart, names set in, no 栏次.
  expenditureSplit: (_r, year) => ({
    kind: 'expenditure',
    title: '支出决算表',
    header: [`科目编码→3|科目名称↓2|${SPENDING.map((l) => `${l}↓2`).join('|')}`, '类|款|项'],
    body: [`|||合计|${some(6, '#')}`, ...coded(indented(FUNCTIONAL), 6, split)],
    groups: [{ codes: [0, 1, 2], labels: [3], values: range(4, 6) }],
    widths: [0.7, 0.6, 0.6, 4, 1.7, 1.7, 1.7, 1.7, 1.7, 1.7],
    means: { table: spent(year), columns: labelled(4, SPENDING), lines: { code: 'function' } },
  }),
  expenditureStepped: (_r, year) => ({
    kind: 'expenditure',
    title: '支出决算总表',
    header: ['科目编码→3|科目名称↓2|合计↓2|基本支出↓2|项目支出↓2', '类|款|项'],
    body: [...coded(FUNCTIONAL, 3, stepped), `合计→4|${some(3, '#')}`],
    groups: [{ codes: [0, 1, 2], labels: [3], values: range(4, 3) }],
    widths: [0.8, 1, 1.2, 4, 1.7, 1.7, 1.7],
    means: {
      table: spent(year),
      columns: labelled(4, ['合计', '基本支出', '项目支出']),
      lines: { code: 'function' },
    },
  }),
  // Older 公开05表: carry-overs, income and spending, each in parts.
  generalWithCarryovers: () => ({
    kind: 'general_public_budget_expenditure',
    title: '一般公共预算财政拨款支出决算表',
    number: '公开05表',
    header: [
      '科目编码↓3|科目名称↓3|年初结转和结余→3|本年收入→3|本年支出→5|年末结转和结余→3',
      '合计↓2|基本支出结转↓2|项目支出结转和结余↓2|合计↓2|基本支出↓2|项目支出↓2|合计↓2|基本支出→3|项目支出↓2|合计↓2|基本支出结转↓2|项目支出结转和结余↓2',
      '小计|人员经费|日常公用经费',
    ],
    body: [`|合计|${some(14, '#')}`, ...coded(FUNCTIONAL, 14)],
    groups: [{ codes: [0], labels: [1], values: range(2, 14) }],
    widths: [1.4, 3, ...range(0, 14).map(() => 1.5)],
  }),
  generalPersonnel: (_r, year) => ({
    kind: 'general_public_budget_expenditure',
    title: '一般公共预算财政拨款支出决算表',
    number: '公开05表',
    yearLine: `${year}年度`,
    header: [
      '项目→2|本年支出→5',
      '功能分类科目编码↓2|科目名称↓2|合计↓2|基本支出→3|项目支出↓2',
      '小计|人员经费|公用经费',
      `栏次→2|${range(1, 5).join('|')}`,
    ],
    body: [`合计→2|${some(5, '#')}`, ...coded(FUNCTIONAL, 5)],
    groups: [{ codes: [0], labels: [1], values: range(2, 5) }],
  }),
  fund: () => ({
    kind: 'government_fund',
    title: '政府性基金预算财政拨款收入支出决算表',
    number: '公开08表',
    header: [
      '项目→2|年初结转和结余↓2|本年收入↓2|本年支出→3|年末结转和结余↓2',
      '功能分类科目编码|科目名称|小计|基本支出|项目支出',
      `栏次→2|${range(1, 6).join('|')}`,
    ],
    body: [`合计→2|${some(6, '#')}`, ...coded(FUND, 6)],
    groups: [{ codes: [0], labels: [1], values: range(2, 6) }],
    notes: ['注：本表反映部门本年度政府性基金预算财政拨款收入支出及结转结余情况，其中2120801项含上年结转12.50万元。'],
  }),
  fundEmpty: () => ({
    kind: 'government_fund',
    title: '政府性基金预算财政拨款收入支出决算表',
    number: '公开08表',
    header: [
      '项目→2|年初结转和结余↓2|本年收入↓2|本年支出→3|年末结转和结余↓2',
      '科目代码|科目名称|小计|基本支出|项目支出',
    ],
    body: [`合计→2|${some(6, '')}`, some(8, ''), some(8, ''), some(8, '')],
    groups: [{ codes: [0], labels: [1], values: range(2, 6) }],
    notes: ['注：本部门没有政府性基金预算财政拨款收入，也没有使用政府性基金预算安排的支出，故本表无数据。'],
  }),
  capitalCarryovers: () => ({
    kind: 'state_capital',
    title: '国有资本经营预算财政拨款收入支出决算表',
    number: '公开09表',
    header: ['科目→2|年初结转和结余↓2|本年收入↓2|本年支出↓2|年末结转和结余↓2', '科目编码|科目名称'],
    body: [`合计→2|${some(4, '#')}`, ...coded(CAPITAL, 4)],
    groups: [{ codes: [0], labels: [1], values: range(2, 4) }],
  }),
  // 公开01表 in three halves, each with budget, adjusted budget and final amounts.
  summaryThree: () => ({
    kind: 'income_expenditure_summary',
    title: '收入支出决算总表',
    number: '公开01表',
    header: [
      '收入→5|支出→10',
      '项目|行次|年初预算数|全年预算数|决算数|项目（按功能分类）|行次|年初预算数|全年预算数|决算数|项目（按支出性质和经济分类）|行次|年初预算数|全年预算数|决算数',
      '栏次||1|2|3|栏次||4|5|6|栏次||7|8|9',
    ],
    body: FUNCTIONS.map((f, i) => {
      const left =
        [
          '一、一般公共预算财政拨款收入',
          '二、政府性基金预算财政拨款收入',
          '三、国有资本经营预算财政拨款收入',
          '四、上级补助收入',
          '五、事业收入',
          '六、经营收入',
          '七、附属单位上缴收入',
          '八、其他收入',
        ][i] ?? '';
      const right =
        [
          '一、基本支出',
          '    人员经费',
          '    日常公用经费',
          '二、项目支出',
          '三、上缴上级支出',
          '四、经营支出',
          '五、对附属单位补助支出',
        ][i] ?? '';
      return (
        `${left}|${i + 1}|${some(3, left ? '~' : '')}|${ord(i)}、` +
        `${f}|${i + 31}|${some(3)}|${right}|${i + 61}|${some(3, right ? '~' : '')}`
      );
    }).concat([
      `本年收入合计|28|${some(3, '#')}|本年支出合计|58|${some(3, '#')}|本年支出合计|88|${some(3, '#')}`,
      `总计|30|${some(3, '#')}|总计|60|${some(3, '#')}|总计|90|${some(3, '#')}`,
    ]),
    groups: [
      { labels: [0], values: [2, 3, 4] },
      { labels: [5], values: [7, 8, 9] },
      { labels: [10], values: [12, 13, 14] },
    ],
    widths: [4, 0.7, 1.6, 1.6, 1.6, 4, 0.7, 1.6, 1.6, 1.6, 3.5, 0.7, 1.6, 1.6, 1.6],
  }),
  // Sides of different length, no 行次, expenditure by purpose below.
  summaryUneven: () => ({
    kind: 'income_expenditure_summary',
    title: '收入支出决算总表',
    number: '公开01表',
    header: ['收入→2|支出→2', '项目|决算数|项目|决算数'],
    body: FUNCTIONS.map(
      (f, i) =>
        `${['一、财政拨款收入', '其中：政府性基金预算财政拨款', '二、上级补助收入', '三、事业收入', '四、经营收入', '五、附属单位上缴收入', '六、其他收入'][i] ?? ''}|` +
        `${i < 7 ? '~' : ''}|${ord(i)}、${f}|~`,
    ).concat([
      '本年收入合计|#|本年支出合计|#',
      '用事业基金弥补收支差额|~|结余分配|~',
      '年初结转和结余|~|年末结转和结余|~',
      '合计|#|合计|#',
    ]),
    groups: [
      { labels: [0], values: [1] },
      { labels: [2], values: [3] },
    ],
    widths: [4, 2, 4, 2],
  }),
  summaryPrior: (_r, year) => ({
    kind: 'income_expenditure_summary',
    title: '收入支出决算总表',
    number: '公开01表',
    header: [
      '收入→4|支出→4',
      `项目|行次|${year}年决算数|${year - 1}年决算数|项目|行次|${year}年决算数|${year - 1}年决算数`,
    ],
    body: FUNCTIONS.map(
      (f, i) =>
        `${['一、一般公共预算财政拨款收入', '二、政府性基金预算财政拨款收入', '三、上级补助收入', '四、事业收入'][i] ?? ''}|${i + 1}|` +
        `${i < 4 ? '#|#' : '|'}|${ord(i)}、${f}|${i + 16}|#|#`,
    ).concat(['总 计|15|#|#|总 计|30|#|#']),
    groups: [
      { labels: [0], values: [2, 3] },
      { labels: [4], values: [6, 7] },
    ],
    widths: [4, 0.7, 2, 2, 4, 0.7, 2, 2],
  }),
  appropriationNoLine: () => ({
    kind: 'fiscal_appropriation_summary',
    title: '财政拨款收入支出决算总表',
    number: '公开04表',
    header: ['收     入→2|支     出→4', '项    目|金额|项    目|合计|一般公共预算财政拨款|政府性基金预算财政拨款'],
    body: FUNCTIONS.map(
      (f, i) =>
        `${['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款'][i] ?? ''}|${i < 2 ? '#' : ''}|${ord(i)}、${f}|~|~|~`,
    ).concat([
      '本年收入合计|#|本年支出合计|#|#|~',
      '年初财政拨款结转和结余|#|年末财政拨款结转和结余|#|#|~',
      '  一般公共预算财政拨款|#||||',
      '  政府性基金预算财政拨款|~||||',
      '合    计|#|合    计|#|#|~',
    ]),
    groups: [
      { labels: [0], values: [1] },
      { labels: [2], values: [3, 4, 5] },
    ],
    widths: [4, 1.8, 4, 1.8, 1.8, 1.8],
  }),
  economicList: () => ({
    kind: 'basic_expenditure_by_economic_class',
    title: '一般公共预算财政拨款基本支出决算表',
    number: '公开06表',
    header: ['项目→2|本年支出合计↓2|人员经费↓2|公用经费↓2', '经济分类科目编码|科目名称', '栏次→2|1|2|3'],
    body: [`合计→2|#|#|#`, ...coded(WAGES, 2).map((l) => `${l}|`), ...GOODS.map(([c, n]) => `${c}|${n}|#||#`)],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4] }],
  }),
  economicThree: () => ({
    kind: 'basic_expenditure_by_economic_class',
    title: '一般公共预算财政拨款基本支出决算明细表',
    number: '公开06表',
    header: ['人员经费→3|公用经费→6', some(3, '经济分类科目编码|科目名称|决算数')],
    body: WAGES.map(
      ([c, n], i) =>
        `${c}|${n}|#|${GOODS[i]![0]}|${GOODS[i]![1]}|~|` +
        `${['307|债务利息及费用支出', '30701|国内债务付息', '399|其他支出', '39999|其他支出'][i] ?? '|'}|${i < 4 ? '~' : ''}`,
    ).concat(['人员经费合计→2|#|公用经费合计→5|#']),
    groups: [
      { codes: [0], labels: [1], values: [2] },
      { codes: [3], labels: [4], values: [5] },
      { codes: [6], labels: [7], values: [8] },
    ],
    widths: [1.3, 3, 1.6, 1.3, 3, 1.6, 1.3, 3, 1.6],
  }),
  economicNames: () => ({
    kind: 'basic_expenditure_by_economic_class',
    title: '一般公共预算财政拨款基本支出决算表',
    number: '公开06表',
    header: ['科目编码|科目名称|金额|科目编码|科目名称|金额'],
    body: WAGES.map(([c, n], i) => `${c}|${n}|#|${GOODS[i]![0]}|${GOODS[i]![1]}|~`).concat([
      '人员经费合计→2|#|公用经费合计→2|#',
    ]),
    groups: [
      { codes: [0], labels: [1], values: [2] },
      { codes: [3], labels: [4], values: [5] },
    ],
    widths: [1.3, 3, 1.6, 1.3, 3, 1.6],
  }),
  threeTemplate: () => ({
    kind: 'three_public_expenses',
    title: '财政拨款“三公”经费支出决算表',
    number: '公开07表',
    header: [
      '预算数→6|决算数→6',
      some(2, '合计↓2|因公出国（境）费↓2|公务用车购置及运行维护费→3|公务接待费↓2'),
      some(2, '小计|公务用车购置费|公务用车运行维护费'),
      range(1, 12).join('|'),
    ],
    body: [some(12)],
    groups: [{ values: range(0, 12) }],
    lone: '财政拨款“三公”经费支出决算表',
    notes: ['注：2022年度预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数。'],
  }),
  threeDown: (_r, year) => ({
    kind: 'three_public_expenses',
    title: '一般公共预算财政拨款“三公”经费支出决算表',
    number: '公开07表',
    header: [`项目|${year}年预算数|${year}年决算数|${year - 1}年决算数|增减额`],
    body: [
      '“三公”经费合计|#|#|#|#',
      '1.因公出国（境）费|~|~|~|~',
      '2.公务用车购置及运行维护费|#|#|#|~',
      '其中：公务用车购置费|~|~|~|~',
      '公务用车运行维护费|#|#|#|~',
      '3.公务接待费|#|#|#|~',
    ],
    groups: [{ labels: [0], values: [1, 2, 3, 4] }],
  }),
  threeUnits: () => ({
    kind: 'three_public_expenses',
    title: '“三公”经费支出决算表',
    number: '公开07表',
    header: [
      '单位名称↓3|“三公”经费支出决算→6',
      '合计↓2|因公出国（境）费↓2|公务用车购置及运行费→3|公务接待费↓2',
      '小计|公务用车购置费|公务用车运行费',
    ],
    body: [`合计|${some(6, '#')}`, `样例局本级|${some(6)}`, `样例局信息中心|${some(6)}`],
    groups: [{ labels: [0], values: range(1, 6) }],
  }),
};
