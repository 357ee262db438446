/**
 * @module The tables 1 to 12 of a budget in the form of Guangdong's cities: sources with what was carried over
 * beside them, codes in brackets before names, basic and project expenditure by the units that use it.
 */
import { economicName } from '../code-names.js';
import type { Cube } from '../figures/cube.js';
import { UNITS } from '../figures/guangdong.js';
import type { Coordinates } from '../meaning.js';
import type { Sketch } from '../stress/forms/sketch.js';
import {
  type BodyLine,
  columns,
  economicLines,
  functionLines,
  type Half,
  halves,
  level,
  line,
  sketched,
} from './lines.js';
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

const names = FUNDS.map(([name]) => name).join('|');

export function guangdongSketches(cube: Cube): Sketch[] {
  return [
    summary(),
    income(),
    expenditure(cube),
    appropriation(),
    byFunction(cube, '一般公共预算', 5),
    byEconomicClass(cube, 'basic', 6),
    byEconomicClass(cube, 'project', 7),
    threePublic(),
    coded(cube, '政府性基金预算', 'government_fund', 9),
    coded(cube, '国有资本经营预算', 'state_capital', 10),
    basicByUnit(cube),
    projects(cube),
  ];
}

const both = {
  groups: [
    { labels: [0], values: [1] },
    { labels: [2], values: [3] },
  ],
  widths: [4.4, 2, 4.4, 2],
};
const summaryHeader = ['收　　入→2|支　　出→2', '项　目|预　算|项　目|预　算'];
const sides = { 1: { flow: 'income' }, 3: { flow: 'expenditure' } } as const;

/** What stands at the foot of both summaries. */
const feet = (): [Half[], Half[]] => [
  [
    { label: '本年收入合计', means: CURRENT },
    { label: '上年结转结余', means: CARRIED },
    { label: '收入总计', means: TOTAL },
  ],
  [
    { label: '本年支出合计', means: TOTAL },
    { label: '结转下年', means: { flow: 'closing' } },
    { label: '支出总计', means: { flow: null } },
  ],
];

function summary() {
  const left = [
    ['预算拨款', 'fiscal_appropriation'],
    ['财政专户拨款', 'fiscal_special_account'],
    ['事业收入', 'business'],
    ['事业单位经营收入', 'operating'],
    ['其他收入', 'other'],
    ['上级补助收入', 'superior_subsidy'],
    ['附属单位上缴收入', 'affiliated_remittance'],
  ] as const;
  const right = numberedFunctions(ALL_FUNCTIONS, comma);
  const [footLeft, footRight] = feet();
  const rows = right.length + footRight.length;
  const sources = left.map(
    ([name, fund], i): Half => ({ label: `${comma(i + 1)}${name}`, means: { ...CURRENT, fund } }),
  );
  return sketched({
    kind: 'income_expenditure_summary',
    title: '收支总体情况表',
    number: '表1',
    header: summaryHeader,
    ...both,
    table: BUDGET,
    columns: sides,
    lines: halves(level(sources, footLeft, rows), [...right, ...footRight]),
  });
}

function appropriation() {
  const right = numberedFunctions(ALL_FUNCTIONS, comma);
  const [footLeft, footRight] = feet();
  const sources = FUNDS.map(
    ([name, c], i): Half => ({ label: `${comma(i + 1)}${name}`, means: { ...CURRENT, ...c } }),
  );
  return sketched({
    kind: 'fiscal_appropriation_summary',
    title: '财政拨款收支总体情况表',
    number: '表4',
    header: summaryHeader,
    ...both,
    table: { ...BUDGET, fund: 'fiscal_appropriation' },
    columns: sides,
    lines: halves(level(sources, footLeft, right.length + footRight.length), [...right, ...footRight]),
  });
}

function income() {
  const source = (fund: Coordinates['fund']): Coordinates => ({ ...CURRENT, fund });
  const special = source('fiscal_special_account');
  return sketched({
    kind: 'income',
    title: '收入总体情况表',
    number: '表2',
    header: [
      '单位名称↓2|合计↓2|财政拨款收入→3|财政专户拨款收入→2|其他资金收入→3|上级补助收入↓2|附属单位上缴收入↓2|上年结转结余↓2',
      `${names}|教育收费|其他专户收入拨款|事业收入|事业单位经营收入|其他收入`,
    ],
    groups: [{ labels: [0], values: Array.from({ length: 12 }, (_, i) => i + 1) }],
    widths: [3, ...Array.from({ length: 12 }, () => 1.6)],
    table: { ...BUDGET, flow: 'income' },
    columns: columns(1, [
      TOTAL,
      ...funds.map((c) => ({ ...CURRENT, ...c })),
      { ...special, type_detail: '教育收费' },
      { ...special, type_detail: '其他专户收入拨款' },
      source('business'),
      source('operating'),
      source('other'),
      source('superior_subsidy'),
      source('affiliated_remittance'),
      CARRIED,
    ]),
    lines: [line('合计', 12, TOTAL), ...UNITS.map((u) => line(u.name, 12, { institution: u.name }))],
  });
}

const KINDS = ['basic', 'project', 'operating', 'affiliated_subsidy', 'superior_remittance'] as const;

function expenditure(cube: Cube) {
  return sketched({
    kind: 'expenditure',
    title: '本年支出总体情况表',
    number: '表3',
    header: [
      '功能分类科目→2|合计↓2|基本支出↓2|项目支出↓2|事业单位经营支出↓2|对附属单位补助支出↓2|上缴上级支出↓2',
      '科目编码|科目名称',
    ],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4, 5, 6, 7] }],
    widths: [1.5, 4, 2, 2, 2, 2, 2, 2],
    table: SPENDING,
    columns: columns(2, [TOTAL, ...KINDS.map((type) => ({ type }))]),
    lines: [
      line('|合计', 6, TOTAL),
      ...functionLines(cube, BUDGET, { levels: [3, 5, 7], n: 6, lead: (code, name) => `${code}|${name}` }),
    ],
  });
}

/** [208]社会保障和就业支出: the code stands in the label. */
const bracketed = {
  lead: (code: string, name: string) => `[${code}]${name}`,
  place: (code: string) => ({ code }),
};

function byFunction(cube: Cube, fund: string, n: number) {
  const at: Coordinates = { ...SPENDING, fund: 'general_public_budget' };
  return sketched({
    kind: 'general_public_budget_expenditure',
    title: `${fund}支出情况表（按功能分类科目）`,
    number: `表${n}`,
    header: [`功能科目名称↓2|${fund}支出→3`, '小计|其中：基本支出|项目支出'],
    groups: [{ labels: [0], values: [1, 2, 3] }],
    widths: [5, 2, 2, 2],
    table: at,
    columns: columns(1, [TOTAL, { type: 'basic' }, { type: 'project' }]),
    lines: [line('合计', 3, TOTAL), ...functionLines(cube, at, { levels: [3, 5, 7], n: 3, ...bracketed })],
  });
}

function byEconomicClass(cube: Cube, type: 'basic' | 'project', n: number) {
  const at: Coordinates = { ...SPENDING, fund: 'general_public_budget', type };
  return sketched({
    kind: type === 'basic' ? 'basic_expenditure_by_economic_class' : 'project_expenditure_by_economic_class',
    title: `一般公共预算${type === 'basic' ? '基本' : '项目'}支出情况表（按经济分类科目）`,
    number: `表${n}`,
    header: ['部门预算支出经济科目|预算'],
    groups: [{ labels: [0], values: [1] }],
    widths: [5, 2],
    table: at,
    lines: [line('合计', 1, TOTAL), ...economicLines(cube, at, { levels: [3, 5], n: 1, ...bracketed })],
  });
}

function threePublic() {
  const items: readonly [string, Coordinates][] = [
    ['行政经费', { type: 'operating_expenses' }],
    ['“三公”经费', { item: 'three_public' }],
    ['其中：（一）因公出国（境）支出', { item: 'abroad' }],
    ['（二）公务用车购置及运行维护支出', { item: 'vehicles' }],
    ['1.公务用车购置费', { item: 'vehicles.purchase' }],
    ['2.公务用车运行维护费', { item: 'vehicles.running' }],
    ['（三）公务接待费支出', { item: 'reception' }],
  ];
  return sketched({
    kind: 'three_public_expenses',
    title: '财政拨款安排的行政经费及“三公”经费预算表',
    number: '表8',
    header: [`项目|合计|${names}`],
    groups: [{ labels: [0], values: [1, 2, 3, 4] }],
    widths: [5, 2, 2, 2, 2],
    table: SPENDING,
    columns: columns(1, [{ fund: 'fiscal_appropriation' }, ...funds]),
    lines: items.map(([label, c]) => line(label, 4, c)),
  });
}

function coded(cube: Cube, name: string, fund: 'government_fund' | 'state_capital', n: number) {
  const at: Coordinates = { ...SPENDING, fund };
  return sketched({
    kind: fund,
    title: `${name}支出情况表`,
    number: `表${n}`,
    header: [`功能分类科目→2|${name}支出→3`, '科目编码|科目名称|小计|其中：基本支出|项目支出'],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4] }],
    widths: [1.5, 4, 2, 2, 2],
    table: at,
    columns: columns(2, [TOTAL, { type: 'basic' }, { type: 'project' }]),
    lines: [
      line('|合计', 3, TOTAL),
      ...functionLines(cube, at, { levels: [3, 5, 7], n: 3, lead: (code, label) => `${code}|${label}` }),
    ],
  });
}

/** 其他资金 leaves 上级补助 outside, which the vocabulary has no word for. */
const BY_SOURCE: readonly Coordinates[] = [
  TOTAL,
  { fund: 'fiscal_appropriation' },
  ...funds,
  { fund: 'fiscal_special_account' },
  { fund: 'entity_funds', unknown: true },
];

function basicByUnit(cube: Cube) {
  const lines = UNITS.flatMap((u): BodyLine[] => {
    const within: Coordinates = { institution: u.name };
    return [
      line(u.name, 7, within),
      ...cube
        .codes('economic', { ...BUDGET, type: 'basic', ...within }, [3])
        .map((code) => line(`　${economicName(code)}`, 7, { ...within, economic: code })),
    ];
  });
  return sketched({
    kind: 'basic_expenditure_by_unit',
    title: '部门预算基本支出预算表',
    number: '表11',
    header: ['支出项目类别（资金使用单位）↓2|总计↓2|财政拨款→4|财政专户拨款↓2|其他资金↓2', `合计|${names}`],
    groups: [{ labels: [0], values: [1, 2, 3, 4, 5, 6, 7] }],
    widths: [4, ...Array.from({ length: 7 }, () => 1.9)],
    table: { ...SPENDING, type: 'basic' },
    columns: columns(1, BY_SOURCE),
    lines: [line('合计', 7, TOTAL), ...lines],
  });
}

/** Project and other expenditure together have no name; a project has. */
function projects(cube: Cube) {
  const goal = (l: BodyLine, words: string): BodyLine => ({ ...l, cells: `${l.cells}|${words}` });
  const lines = UNITS.flatMap((u) => [
    goal(line(u.name, 7, { institution: u.name, unknown: true }), ''),
    ...cube
      .projects({ institution: u.name })
      .map((project) =>
        goal(line(`　${project}`, 7, { institution: u.name, project }), '按计划完成年度工作任务，服务对象满意。'),
      ),
  ]);
  return sketched({
    kind: 'project_expenditure',
    title: '部门预算项目支出及其他支出预算表',
    number: '表12',
    header: [
      '支出项目类别（资金使用单位）↓2|总计↓2|财政拨款→4|财政专户拨款↓2|其他资金↓2|绩效目标↓2',
      `合计|${names}`,
    ],
    groups: [{ labels: [0], values: [1, 2, 3, 4, 5, 6, 7] }],
    widths: [4, ...Array.from({ length: 7 }, () => 1.8), 4],
    table: { ...SPENDING, type: 'project' },
    columns: columns(1, BY_SOURCE),
    lines: [goal(line('合计', 7, { unknown: true }), ''), ...lines],
  });
}
