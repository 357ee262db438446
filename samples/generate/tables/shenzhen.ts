/**
 * @module The tables of a budget in the form of Shenzhen's departments: a column 预算单位 above the codes of each
 * unit, names without codes, procurement beside the expenditure, 三公 by year and its change.
 */
import { functionName } from '../code-names.js';
import type { Cube } from '../figures/cube.js';
import { ENTITY, SMALL, SMALLEST, UNITS } from '../figures/shenzhen.js';
import type { Coordinates, Line } from '../meaning.js';
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
  places,
  sketched,
} from './lines.js';
import { BUDGET, CARRIED, comma, CURRENT, FUNDS, SPENDING, TOTAL, YEAR } from './school.js';

const OWN: readonly [string, Coordinates][] = [
  ['事业收入', { fund: 'business' }],
  ['事业单位经营收入', { fund: 'operating' }],
  ['上级补助收入', { fund: 'superior_subsidy' }],
  ['附属单位上缴收入', { fund: 'affiliated_remittance' }],
  ['其他收入', { fund: 'other' }],
];
const labels = (list: readonly [string, Coordinates][], tail = '') => list.map(([name]) => name + tail).join('|');
const current = (c: Coordinates): Coordinates => ({ ...CURRENT, ...c });
/** What the year's own money is by source: the columns of the tables by source, before what was carried over. */
const SOURCES: readonly Coordinates[] = [
  ...FUNDS.map(([, c]) => current(c)),
  current({ fund: 'fiscal_special_account' }),
  ...OWN.map(([, c]) => current(c)),
];

export function shenzhenSketches(cube: Cube): Sketch[] {
  const general: Coordinates = { ...SPENDING, fund: 'general_public_budget' };
  return [
    summary(cube),
    income(),
    expenditure(cube),
    basicBySource(cube),
    projects(cube),
    appropriation(cube),
    unitTable(
      'general_public_budget_expenditure',
      '一般公共预算支出表（按功能分类）',
      7,
      general,
      byFunction(cube, general),
    ),
    unitTable(
      'general_public_budget_by_economic_class',
      '一般公共预算支出表（按经济分类）',
      8,
      general,
      perUnit(3, (within) => economicLines(cube, general, { within, ...coded(3), levels: [3, 5] })),
    ),
    threePublic(),
    unitTable(
      'government_fund',
      '政府性基金预算支出表',
      10,
      { ...SPENDING, fund: 'government_fund' },
      perUnit(3, () => []),
    ),
    unitTable(
      'state_capital',
      '国有资本经营预算支出表',
      11,
      { ...SPENDING, fund: 'state_capital' },
      perUnit(3, () => []),
    ),
  ];
}

const both = {
  groups: [
    { labels: [0], values: [1] },
    { labels: [2], values: [3] },
  ],
  widths: [4.4, 2, 4.8, 2],
};
const summaryHeader = ['收　　入→2|支　　出→2', `项　目|${YEAR}年预算数|项　目|${YEAR}年预算数`];
const sides = { 1: { flow: 'income' }, 3: { flow: 'expenditure' } } as const;

/** The classes numbered, what is below them by name alone. */
function functionTree(cube: Cube, at: Coordinates): Half[] {
  let n = 0;
  return cube.codes('function', at, [3, 5, 7]).map((code) => {
    if (code.length === 3) n++;
    const label = code.length === 3 ? comma(n) : '　'.repeat((code.length - 3) / 2);
    return { label: `${label}${functionName(code)}`, means: { function: code } };
  });
}

const rightFeet: readonly Half[] = [
  { label: '本年支出合计', means: TOTAL },
  { label: '结转下年', means: { flow: 'closing' } },
];
const spentInAll: Half = { label: '支出总计', means: { flow: null } };

function summary(cube: Cube) {
  const under = (list: readonly [string, Coordinates][], tail = ''): Half[] =>
    list.map(([name, c], i) => ({ label: `　${i + 1}.${name}${tail}`, means: current(c) }));
  const left: Half[] = [
    { label: '一、财政拨款', means: current({ fund: 'fiscal_appropriation' }) },
    ...under(FUNDS, '拨款'),
    { label: '二、财政专户管理资金', means: current({ fund: 'fiscal_special_account' }) },
    { label: '三、单位资金', means: current({ fund: 'entity_funds' }) },
    ...under(OWN),
  ];
  const feet: Half[] = [
    { label: '本年收入合计', means: CURRENT },
    { label: '上年结余、结转', means: CARRIED },
    { label: '收入总计', means: TOTAL },
  ];
  const right = [...functionTree(cube, BUDGET), ...rightFeet, spentInAll];
  return sketched({
    kind: 'income_expenditure_summary',
    title: '收支总表',
    number: '表1',
    header: summaryHeader,
    ...both,
    table: BUDGET,
    columns: sides,
    lines: halves(level(left, feet, right.length), right),
  });
}

function appropriation(cube: Cube) {
  const fund = 'fiscal_appropriation';
  const listed = (tail: string, vintage: Coordinates): Half[] =>
    FUNDS.map(([name, c], i) => ({ label: `　${i + 1}.${name}${tail}`, means: { ...vintage, ...c } }));
  const feet: Half[] = [
    { label: '本年收入合计', means: CURRENT },
    { label: '上年结余、结转', means: CARRIED },
    ...listed('拨款结余、结转', CARRIED),
    { label: '收入总计', means: TOTAL },
  ];
  const left: Half[] = [{ label: '财政拨款', means: CURRENT }, ...listed('拨款', CURRENT)];
  const gap: Half = { label: '', means: TOTAL };
  const right = [...functionTree(cube, { ...BUDGET, fund }), ...rightFeet, gap, gap, gap, spentInAll];
  return sketched({
    kind: 'fiscal_appropriation_summary',
    title: '财政拨款收支总表',
    number: '表6',
    header: summaryHeader,
    ...both,
    table: { ...BUDGET, fund },
    columns: sides,
    lines: halves(level(left, feet, right.length), right),
  });
}

/** The department, which is no institution of its own, then its units with what is below them. */
function perUnit(n: number, below: (within: Coordinates) => BodyLine[], gaps = '||'): BodyLine[] {
  return [
    line(`${ENTITY}${gaps}`, n, TOTAL),
    ...UNITS.flatMap((u) => {
      const within: Coordinates = { institution: u.name };
      return [line(`${u.name}${gaps}`, n, within), ...below(within)];
    }),
  ];
}
const coded = (n: number) => ({ n, lead: (code: string, name: string) => `|${code}|${name}` });
const byFunction = (cube: Cube, at: Coordinates, n = 3): BodyLine[] =>
  perUnit(n, (within) => functionLines(cube, at, { within, ...coded(n), levels: [3, 5, 7] }));

function income() {
  return sketched({
    kind: 'income',
    title: '收入总表',
    number: '表2',
    header: [
      '预算单位↓3|收入总计↓3|本年收入→9|上年结余、结转↓3',
      '财政拨款→3|财政专户管理资金↓2|单位资金→5',
      `${labels(FUNDS, '拨款')}|${labels(OWN)}`,
    ],
    groups: [{ labels: [0], values: Array.from({ length: 11 }, (_, i) => i + 1) }],
    widths: [3.4, ...Array.from({ length: 11 }, () => 1.6)],
    table: { ...BUDGET, flow: 'income' },
    columns: columns(1, [TOTAL, ...SOURCES, CARRIED]),
    lines: perUnit(11, () => [], ''),
  });
}

const KINDS = ['basic', 'project', 'operating', 'affiliated_subsidy', 'superior_remittance'] as const;

function expenditure(cube: Cube) {
  const bought = `${YEAR}年政府采购项目`;
  return sketched({
    kind: 'expenditure',
    title: '支出总表',
    number: '表3',
    header: [
      '预算单位↓2|科目编码↓2|科目名称↓2|支出总计↓2|基本支出↓2|项目支出↓2|事业单位经营支出↓2|对附属单位补助支出↓2|' +
        `上缴上级支出↓2|${bought}→3`,
      `小计|其中：${bought}中预留给中小企业的项目资金规模|其中：${bought}中预留给小型、微型企业的项目资金规模`,
    ],
    groups: [{ codes: [1], labels: [0, 2], values: [3, 4, 5, 6, 7, 8, 9, 10, 11] }],
    widths: [3, 1.4, 3.4, 1.8, 1.7, 1.7, 1.5, 1.6, 1.5, 1.7, 2.2, 2.2],
    table: SPENDING,
    columns: columns(3, [
      TOTAL,
      ...KINDS.map((type) => ({ type })),
      { type: 'procurement' },
      { type: 'procurement', type_detail: SMALL },
      { type: 'procurement', type_detail: SMALLEST },
    ]),
    lines: byFunction(cube, BUDGET, 9),
  });
}

const sourceHeader = `财政专户管理资金↓2|单位资金→5|上年结余、结转↓2`;

function basicBySource(cube: Cube) {
  const at: Coordinates = { ...SPENDING, type: 'basic' };
  const named = (code: string, name: string) => '　'.repeat(code.length === 3 ? 1 : 2) + name;
  return sketched({
    kind: 'basic_expenditure_by_source',
    title: '基本支出总表',
    number: '表4',
    header: [`支出项目类别↓2|总计↓2|财政拨款→4|${sourceHeader}`, `小计|${labels(FUNDS, '拨款')}|${labels(OWN)}`],
    groups: [{ labels: [0], values: Array.from({ length: 12 }, (_, i) => i + 1) }],
    widths: [4, ...Array.from({ length: 12 }, () => 1.5)],
    table: at,
    columns: columns(1, [TOTAL, current({ fund: 'fiscal_appropriation' }), ...SOURCES, CARRIED]),
    lines: perUnit(12, (within) => economicLines(cube, at, { within, n: 12, levels: [3, 5], lead: named }), ''),
  });
}

function projects(cube: Cube) {
  return sketched({
    kind: 'project_expenditure',
    title: '项目支出总表',
    number: '表5',
    header: [
      `支出项目类别↓3|${YEAR}年预算→11`,
      `总计↓2|财政拨款→3|${sourceHeader}`,
      `${labels(FUNDS, '拨款')}|${labels(OWN)}`,
    ],
    groups: [{ labels: [0], values: Array.from({ length: 11 }, (_, i) => i + 1) }],
    widths: [4, ...Array.from({ length: 11 }, () => 1.6)],
    table: { ...SPENDING, type: 'project' },
    columns: columns(1, [TOTAL, ...SOURCES, CARRIED]),
    lines: perUnit(
      11,
      (within) =>
        cube.projects({ ...BUDGET, ...within }).map((project) => line(`　${project}`, 11, { ...within, project })),
      '',
    ),
  });
}

function unitTable(kind: string, title: string, n: number, table: Coordinates, lines: BodyLine[]) {
  return sketched({
    kind,
    title,
    number: `表${n}`,
    header: ['预算单位|科目编码|科目名称|支出总计|基本支出|项目支出'],
    groups: [{ codes: [1], labels: [0, 2], values: [3, 4, 5] }],
    widths: [3.6, 1.6, 4, 2, 2, 2],
    table,
    columns: columns(3, [TOTAL, { type: 'basic' }, { type: 'project' }]),
    lines,
  });
}

/** Two years and the change between them, for the department and each unit. */
function threePublic() {
  const years: readonly [string, Coordinates][] = [
    [`${YEAR - 1}年`, { year: YEAR - 1 }],
    [`${YEAR}年`, {}],
    ['增减变化金额', { measure: 'change' }],
  ];
  const owners: readonly [string, Coordinates][] = [
    [ENTITY, TOTAL],
    ...UNITS.map((u): [string, Coordinates] => [u.name, { institution: u.name }]),
  ];
  const items = ['three_public', 'abroad', 'reception', 'vehicles', 'vehicles.purchase', 'vehicles.running'];
  const three = labels(FUNDS);
  return sketched({
    kind: 'three_public_expenses',
    title: '财政拨款“三公”经费支出表',
    number: '表9',
    header: [
      '预算单位↓3|年度↓3|总计→3↓2|因公出国（境）费→3↓2|公务接待费→3↓2|公务用车购置及运行维护费→9',
      '小计→3|公务用车购置费→3|公务用车运行维护费→3',
      items.map(() => three).join('|'),
    ],
    groups: [{ labels: [1], values: Array.from({ length: 18 }, (_, i) => i + 2) }],
    widths: [3.2, 1.8, ...Array.from({ length: 18 }, () => 1.25)],
    table: SPENDING,
    columns: columns(
      2,
      items.flatMap((item) => FUNDS.map(([, c]) => ({ ...c, item }))),
    ),
    lines: owners.flatMap(([name, owner]) =>
      years.map(([label, c], i): BodyLine => {
        const says: Line = { means: { ...owner, ...c } };
        return { cells: `${i === 0 ? name : ''}|${label}|${places(18)}`, says: [says] };
      }),
    ),
  });
}
