/**
 * @module The tables of a budget in the form of central departments: last year's execution beside this year's
 * budget with the change and its rate, funds side by side, 三公 of two years.
 */
import { economicName, functionName } from '../code-names.js';
import type { Cube } from '../figures/cube.js';
import type { Coordinates } from '../meaning.js';
import type { Sketch } from '../stress/forms/sketch.js';
import { columns, functionLines, type Half, halves, level, line, places, sketched } from './lines.js';
import { BUDGET, CARRIED, comma, CURRENT, FUNDS, funds, numberedFunctions, SPENDING, TOTAL, YEAR } from './school.js';

const names = FUNDS.map(([name]) => name).join('|');
const byCode = {
  levels: [3, 5, 7],
  lead: (code: string, name: string) => `${code}|${'　'.repeat((code.length - 3) / 2)}${name}`,
};

export function centralSketches(cube: Cube): Sketch[] {
  return [
    summary(cube),
    income(cube),
    expenditure(cube),
    appropriation(cube),
    general(cube),
    basic(cube),
    threePublic(),
    fund(cube, '政府性基金预算', 'government_fund', 8),
    fund(cube, '国有资本经营预算', 'state_capital', 9),
  ];
}

const classes = (cube: Cube, at: Coordinates): string[] => cube.codes('function', at, [3]);

function summary(cube: Cube) {
  const sources = [
    ['一般公共预算拨款收入', 'general_public_budget'],
    ['政府性基金预算拨款收入', 'government_fund'],
    ['国有资本经营预算拨款收入', 'state_capital'],
    ['事业收入', 'business'],
    ['事业单位经营收入', 'operating'],
    ['其他收入', 'other'],
  ] as const;
  const left: Half[] = sources.map(([name, source], i) => ({
    label: `${comma(i + 1)}${name}`,
    means: { ...CURRENT, fund: source },
  }));
  const feet: Half[] = [
    { label: '本年收入合计', means: CURRENT },
    { label: '使用非财政拨款结余', means: { flow: 'financing' } },
    { label: '上年结转', means: CARRIED },
    { label: '收入总计', means: TOTAL },
  ];
  const gap: Half = { label: '', means: TOTAL };
  const right: Half[] = [
    ...level(numberedFunctions(classes(cube, BUDGET), comma), [], 6),
    { label: '本年支出合计', means: TOTAL },
    { label: '结转下年', means: { flow: 'closing' } },
    gap,
    { label: '支出总计', means: { flow: null } },
  ];
  return sketched({
    kind: 'income_expenditure_summary',
    title: '部门收支总表',
    number: '部门公开表1',
    header: ['收　　入→2|支　　出→2', '项　目|预算数|项　目|预算数'],
    groups: [
      { labels: [0], values: [1] },
      { labels: [2], values: [3] },
    ],
    widths: [4.4, 2.2, 4.4, 2.2],
    table: BUDGET,
    columns: { 1: { flow: 'income' }, 3: { flow: 'expenditure' } },
    lines: halves(level(left, feet, right.length), right),
  });
}

function income(cube: Cube) {
  const own: Coordinates[] = [
    ...funds,
    { fund: 'business' },
    { fund: 'operating' },
    { fund: 'superior_subsidy' },
    { fund: 'affiliated_remittance' },
    { fund: 'other' },
  ];
  return sketched({
    kind: 'income',
    title: '部门收入总表',
    number: '部门公开表2',
    header: [
      '科目→2|合计↓2|上年结转↓2|一般公共预算拨款收入↓2|政府性基金预算拨款收入↓2|国有资本经营预算拨款收入↓2|事业收入↓2|' +
        '事业单位经营收入↓2|上级补助收入↓2|附属单位上缴收入↓2|其他收入↓2|使用非财政拨款结余↓2',
      '科目编码|科目名称',
    ],
    groups: [{ codes: [0], labels: [1], values: Array.from({ length: 11 }, (_, i) => i + 2) }],
    widths: [1.5, 4, ...Array.from({ length: 11 }, () => 1.7)],
    table: { ...BUDGET, flow: 'income' },
    columns: columns(2, [TOTAL, CARRIED, ...own.map((c) => ({ ...CURRENT, ...c })), { flow: 'financing' }]),
    lines: [...functionLines(cube, BUDGET, { ...byCode, n: 11 }), line('合计→2', 11, TOTAL)],
  });
}

const KINDS = ['basic', 'project', 'superior_remittance', 'operating', 'affiliated_subsidy'] as const;

function expenditure(cube: Cube) {
  return sketched({
    kind: 'expenditure',
    title: '部门支出总表',
    number: '部门公开表3',
    header: ['科目编码|科目名称|合计|基本支出|项目支出|上缴上级支出|事业单位经营支出|对附属单位补助支出'],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4, 5, 6, 7] }],
    widths: [1.5, 4.4, 2, 2, 2, 1.8, 1.8, 1.8],
    table: SPENDING,
    columns: columns(2, [TOTAL, ...KINDS.map((type) => ({ type }))]),
    lines: [...functionLines(cube, BUDGET, { ...byCode, n: 6 }), line('合计→2', 6, TOTAL)],
  });
}

function appropriation(cube: Cube) {
  const bracketed = (n: number) => `（${comma(n).slice(0, -1)}）`;
  const all: Coordinates = { fund: 'fiscal_appropriation' };
  const listed = (vintage: Coordinates): Half[] =>
    FUNDS.map(([name, c], i) => ({ label: `${bracketed(i + 1)}${name}拨款`, means: { ...vintage, ...c } }));
  const left: Half[] = [
    { label: '一、本年收入', means: CURRENT },
    ...listed(CURRENT),
    { label: '二、上年结转', means: CARRIED },
    ...listed(CARRIED),
  ];
  const right: Half[] = [
    { label: '一、本年支出', means: TOTAL },
    ...numberedFunctions(classes(cube, { ...BUDGET, ...all }), bracketed),
  ];
  const rows = Math.max(left.length, right.length + 1) + 1;
  return sketched({
    kind: 'fiscal_appropriation_summary',
    title: '财政拨款收支总表',
    number: '部门公开表4',
    header: ['收　　入→2|支　　出→5', `项　目|预算数|项　目|合计|${names}`],
    groups: [
      { labels: [0], values: [1] },
      { labels: [2], values: [3, 4, 5, 6] },
    ],
    widths: [4, 2, 4, 2, 2, 2, 2],
    table: { ...BUDGET, ...all },
    columns: {
      1: { flow: 'income' },
      ...columns(
        3,
        [TOTAL, ...funds].map((c) => ({ flow: 'expenditure', ...c })),
      ),
    },
    lines: halves(
      level(left, [{ label: '收入总计', means: TOTAL }], rows),
      level(
        right,
        [
          { label: '二、结转下年', means: { flow: 'closing' } },
          { label: '支出总计', means: { flow: null } },
        ],
        rows,
      ),
      4,
    ),
  });
}

/** Last year's execution, this year's budget, and by how much the one differs from the other. */
function general(cube: Cube) {
  const at: Coordinates = { ...SPENDING, fund: 'general_public_budget' };
  return sketched({
    kind: 'general_public_budget_expenditure',
    title: '一般公共预算支出表',
    number: '部门公开表5',
    header: [
      `功能分类科目→2|${YEAR - 1}年执行数↓2|${YEAR}年预算数→3|${YEAR}年预算数比${YEAR - 1}年执行数→2`,
      '科目编码|科目名称|小计|基本支出|项目支出|增减额|增减%',
    ],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4, 5, 6, 7] }],
    widths: [1.5, 4.4, 2, 2, 2, 2, 2, 1.6],
    table: at,
    columns: columns(2, [
      { phase: 'actual', year: YEAR - 1 },
      TOTAL,
      { type: 'basic' },
      { type: 'project' },
      { measure: 'change' },
      { measure: 'change_rate' },
    ]),
    lines: [...functionLines(cube, at, { ...byCode, n: 6 }), line('合计→2', 6, TOTAL)],
  });
}

function basic(cube: Cube) {
  const at: Coordinates = { ...SPENDING, fund: 'general_public_budget', type: 'basic' };
  return sketched({
    kind: 'basic_expenditure_by_economic_class',
    title: '一般公共预算基本支出表',
    number: '部门公开表6',
    header: [`经济分类科目→2|${YEAR}年基本支出→3`, '科目编码|科目名称|合计|人员经费|公用经费'],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4] }],
    widths: [1.5, 4.4, 2.2, 2.2, 2.2],
    table: at,
    columns: columns(2, [TOTAL, { type: 'basic.personnel' }, { type: 'basic.public' }]),
    lines: [
      ...cube
        .codes('economic', at, [3, 5])
        .map((code) => line(`${code}|${economicName(code)}`, 3, { economic: code })),
      line('合计→2', 3, TOTAL),
    ],
  });
}

/** Two years side by side in one row without a label. */
function threePublic() {
  const title = '一般公共预算“三公”经费支出表';
  const items = ['three_public', 'abroad', 'vehicles', 'vehicles.purchase', 'vehicles.running', 'reception'];
  const top = '合计↓2|因公出国（境）费↓2|公务用车购置及运行费→3|公务接待费↓2';
  const below = '小计|公务用车购置费|公务用车运行费';
  return sketched({
    kind: 'three_public_expenses',
    title,
    number: '部门公开表7',
    header: [`${YEAR - 1}年预算数→6|${YEAR}年预算数→6`, `${top}|${top}`, `${below}|${below}`],
    groups: [{ values: Array.from({ length: 12 }, (_, i) => i) }],
    widths: Array.from({ length: 12 }, () => 1),
    table: { ...SPENDING, fund: 'general_public_budget' },
    columns: columns(
      0,
      [YEAR - 1, YEAR].flatMap((year) => items.map((item) => ({ year, item }))),
    ),
    lines: [{ cells: places(12), says: [{ means: TOTAL, label: title }] }],
  });
}

function fund(cube: Cube, name: string, id: 'government_fund' | 'state_capital', n: number) {
  const at: Coordinates = { ...SPENDING, fund: id };
  const list = cube
    .codes('function', at, byCode.levels)
    .map((code) => line(byCode.lead(code, functionName(code)), 3, { function: code }));
  return sketched({
    kind: id,
    title: `${name}支出表`,
    number: `部门公开表${n}`,
    header: [`科目编码↓2|科目名称↓2|本年${name}支出→3`, '合计|基本支出|项目支出'],
    groups: [{ codes: [0], labels: [1], values: [2, 3, 4] }],
    widths: [1.5, 4.4, 2.2, 2.2, 2.2],
    table: at,
    columns: columns(2, [TOTAL, { type: 'basic' }, { type: 'project' }]),
    lines: [...list, line('合计→2', 3, TOTAL)],
  });
}
