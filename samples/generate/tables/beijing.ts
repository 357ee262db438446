/**
 * @module The tables of a budget in the form of Beijing's departments: three classifications a row, codes in
 * labels, no class rows, projects with and without capital construction.
 */
import { economicName, functionName, governmentName } from '../code-names.js';
import type { Atom, Cube } from '../figures/cube.js';
import { LESS_CAPITAL } from '../figures/beijing.js';
import type { Coordinates } from '../meaning.js';
import type { Sketch } from '../stress/forms/sketch.js';
import { type BodyLine, columns, type Half, halves, level, line, places, sketched } from './lines.js';
import {
  ALL_FUNCTIONS,
  BUDGET,
  CARRIED,
  comma,
  CURRENT,
  FUNDS,
  funds,
  numberedFunctions,
  SPENDING,
  TOTAL,
} from './school.js';

const resources = FUNDS.map(([name]) => `${name}资金`).join('|');

export function beijingSketches(cube: Cube): Sketch[] {
  return [
    summary(),
    income(),
    expenditure(cube),
    appropriation(),
    byFunction(cube),
    basic(cube),
    fund('预算07表　政府性基金预算支出表', 'government_fund'),
    fund('预算08表　国有资本经营预算支出表', 'state_capital'),
    threePublic(),
  ];
}

const both = {
  groups: [
    { labels: [0], values: [1] },
    { labels: [2], values: [3] },
  ],
  widths: [4.4, 2.6, 4.4, 2.6],
};
const summaryHeader = ['收　入→2|支　出→2', '项　目|预算数|项　目|预算数'];
const sides = { 1: { flow: 'income' }, 3: { flow: 'expenditure' } } as const;
const rightFeet: readonly Half[] = [
  { label: '本年支出合计', means: TOTAL },
  { label: '年终结转结余', means: { flow: 'closing' } },
  { label: '支出总计', means: { flow: null } },
];

function summary() {
  const sources = [
    ...FUNDS.map(([name, c]): [string, Coordinates] => [`${name}拨款收入`, c]),
    ['财政专户管理资金收入', { fund: 'fiscal_special_account' }],
    ['事业收入', { fund: 'business' }],
    ['上级补助收入', { fund: 'superior_subsidy' }],
    ['附属单位上缴收入', { fund: 'affiliated_remittance' }],
    ['事业单位经营收入', { fund: 'operating' }],
    ['其他收入', { fund: 'other' }],
  ] as const;
  const right = numberedFunctions(ALL_FUNCTIONS, comma);
  const left = sources.map(
    ([name, c], i): Half => ({ label: `${comma(i + 1)}${name}`, means: { ...CURRENT, ...c } }),
  );
  const feet: Half[] = [
    { label: '本年收入合计', means: CURRENT },
    { label: '上年结转结余', means: CARRIED },
    { label: '收入总计', means: TOTAL },
  ];
  return sketched({
    kind: 'income_expenditure_summary',
    title: '预算01表　收支总表',
    header: summaryHeader,
    ...both,
    table: BUDGET,
    columns: sides,
    lines: halves(level(left, feet, right.length + 3), [...right, ...rightFeet]),
  });
}

/** One row of figures without a label, what was carried over beside the year's own. */
function income() {
  const own: Coordinates[] = [
    TOTAL,
    ...funds,
    { fund: 'fiscal_special_account' },
    { fund: 'business' },
    { fund: 'operating' },
    { fund: 'superior_subsidy' },
    { fund: 'affiliated_remittance' },
    { fund: 'other' },
  ];
  const old: Coordinates[] = [TOTAL, ...funds, { fund: 'fiscal_special_account' }, { fund: 'entity_funds' }];
  const title = '预算02表　收入总表';
  return sketched({
    kind: 'income',
    title,
    header: [
      '合计↓2|本年收入→10|上年结转结余→6',
      `小计|${resources}|财政专户管理资金|事业收入|事业单位经营收入|上级补助收入|附属单位上缴收入|其他收入|` +
        `小计|${resources}|财政专户管理资金|单位资金`,
    ],
    groups: [{ values: Array.from({ length: 17 }, (_, i) => i) }],
    widths: Array.from({ length: 17 }, () => 1),
    table: { ...BUDGET, flow: 'income' },
    columns: columns(0, [
      TOTAL,
      ...own.map((c) => ({ ...CURRENT, ...c })),
      ...old.map((c) => ({ ...CARRIED, ...c })),
    ]),
    lines: [{ cells: places(17), says: [{ means: TOTAL, label: title }] }],
  });
}

const KINDS = ['basic', 'project', 'operating', 'superior_remittance', 'affiliated_subsidy'] as const;

/** A line for every set of codes that has money. */
function classified(cube: Cube, at: Coordinates, keys: readonly (keyof Atom)[]): Atom[] {
  const rows = new Map(cube.at(at).map((a) => [keys.map((k) => a[k]).join(' '), a]));
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, a]) => a);
}

function expenditure(cube: Cube) {
  const lines = classified(cube, BUDGET, ['function', 'government_economic', 'economic']).map((a) =>
    line(
      `${a.function}-${functionName(a.function)}|${a.government_economic}-${governmentName(a.government_economic)}|` +
        `${a.economic}-${economicName(a.economic)}`,
      6,
      { function: a.function, government_economic: a.government_economic, economic: a.economic },
      { code: a.economic },
    ),
  );
  return sketched({
    kind: 'expenditure',
    title: '预算03表　支出总表',
    header: [
      '支出功能分类科目↓2|政府支出经济分类科目↓2|部门支出经济分类科目↓2|合计↓2|基本支出↓2|项目支出↓2|其中→3',
      '事业单位经营支出|上缴上级支出|对附属单位补助支出',
    ],
    groups: [{ labels: [0, 1, 2], values: [3, 4, 5, 6, 7, 8] }],
    widths: [4, 4, 4, 2, 2, 2, 1.6, 1.6, 1.6],
    table: SPENDING,
    columns: columns(3, [TOTAL, ...KINDS.map((type) => ({ type }))]),
    lines: [...lines, line('合　计||', 6, TOTAL)],
  });
}

function appropriation() {
  const listed = (tail: string, vintage: Coordinates): Half[] =>
    FUNDS.map(([name, c], i) => ({ label: `${comma(i + 1)}${name}${tail}`, means: { ...vintage, ...c } }));
  const right = numberedFunctions(ALL_FUNCTIONS, comma);
  const feet: Half[] = [
    { label: '本年收入合计', means: CURRENT },
    { label: '上年结转结余', means: CARRIED },
    ...listed('拨款', CARRIED),
    { label: '收入总计', means: TOTAL },
  ];
  const [spent, closing, total] = rightFeet as [Half, Half, Half];
  const gap: Half = { label: '', means: TOTAL };
  return sketched({
    kind: 'fiscal_appropriation_summary',
    title: '预算04表　财政拨款收支总表',
    header: summaryHeader,
    ...both,
    table: { ...BUDGET, fund: 'fiscal_appropriation' },
    columns: sides,
    lines: halves(level(listed('资金', CURRENT), feet, right.length + 6), [
      ...right,
      spent,
      closing,
      gap,
      gap,
      gap,
      total,
    ]),
  });
}

/** No class rows: only 项, and a total at the foot. */
function byFunction(cube: Cube) {
  const at: Coordinates = { ...SPENDING, fund: 'general_public_budget' };
  return sketched({
    kind: 'general_public_budget_expenditure',
    title: '预算05表　一般公共预算支出表',
    header: [
      '功能分类科目→2|预算数→6',
      '科目编码↓2|科目名称↓2|合计↓2|基本支出→3|项目支出→2',
      '小计|人员经费|公用经费|项目支出总数|扣除基建项目后预算数',
    ],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4, 5, 6, 7] }],
    widths: [1.6, 4.4, 2.2, 2.2, 2.2, 2.2, 2.2, 2.2],
    table: at,
    columns: columns(2, [
      TOTAL,
      { type: 'basic' },
      { type: 'basic.personnel' },
      { type: 'basic.public' },
      { type: 'project' },
      { type: 'project', type_detail: LESS_CAPITAL },
    ]),
    lines: [
      ...cube.codes('function', at, [7]).map((code) => line(`${code}|${functionName(code)}`, 6, { function: code })),
      line('|合　计', 6, TOTAL),
    ],
  });
}

function basic(cube: Cube) {
  const at: Coordinates = { ...SPENDING, fund: 'general_public_budget', type: 'basic' };
  const lines = classified(cube, at, ['government_economic', 'economic']).map((a) =>
    line(
      `${a.government_economic}-${governmentName(a.government_economic)}|${a.economic}-${economicName(a.economic)}`,
      3,
      { government_economic: a.government_economic, economic: a.economic },
      { code: a.economic },
    ),
  );
  return sketched({
    kind: 'basic_expenditure_by_economic_class',
    title: '预算06表　一般公共预算基本支出表',
    header: ['政府支出经济分类科目↓2|部门支出经济分类科目↓2|预算数→3', '合计|人员经费|公用经费'],
    groups: [{ labels: [0, 1], values: [2, 3, 4] }],
    widths: [4.4, 4.4, 2.4, 2.4, 2.4],
    table: at,
    columns: columns(2, [TOTAL, { type: 'basic.personnel' }, { type: 'basic.public' }]),
    lines: [...lines, line('合　计|', 3, TOTAL)],
  });
}

function fund(title: string, name: 'government_fund' | 'state_capital') {
  const empty: BodyLine = { cells: '||||', says: [null] };
  return sketched({
    kind: name,
    title,
    header: ['功能分类科目→2|预算数→3', '科目编码|科目名称|合计|基本支出|项目支出'],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4] }],
    widths: [1.6, 4.4, 2.2, 2.2, 2.2],
    table: { ...SPENDING, fund: name },
    columns: columns(2, [TOTAL, { type: 'basic' }, { type: 'project' }]),
    lines: [empty, line('|合　计', 3, TOTAL)],
  });
}

function threePublic() {
  const title = '预算09表　财政拨款“三公”经费支出表';
  return sketched({
    kind: 'three_public_expenses',
    title,
    header: [
      '“三公”经费财政拨款预算总额↓2|因公出国（境）费用↓2|公务接待费↓2|公务用车购置及运行维护费→3',
      '小计|公务用车购置费|公务用车运行维护费',
    ],
    groups: [{ values: [0, 1, 2, 3, 4, 5] }],
    widths: [2.4, 2, 2, 2, 2, 2],
    table: { ...SPENDING, fund: 'fiscal_appropriation' },
    columns: columns(
      0,
      ['three_public', 'abroad', 'reception', 'vehicles', 'vehicles.purchase', 'vehicles.running'].map((item) => ({
        item,
      })),
    ),
    lines: [{ cells: places(6), says: [{ means: TOTAL, label: title }] }],
  });
}
