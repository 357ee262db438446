/**
 * @module Shanghai shape, a street office's budget in 元 with invented figures: codes split over 类|款|项, tables of four
 * and five pages without a repeated header, one with, a last page that holds the total alone and so draws fewer
 * columns.
 */
import { Big } from 'big.js';
import type { CodedRow } from '../accounts.js';
import { ECONOMIC, type EconomicClass, ordinal } from '../catalogue.js';
import { cover, part } from '../front.js';
import { economicItems, leaves, show, withParents } from '../invent.js';
import { PAIRS } from '../layout/fonts.js';
import type { Block, SampleDocument, TableSpec, TableStyle } from '../model.js';
import { print, share } from '../numbers.js';
import { Random } from '../random.js';
import { budgetSides, economicRows } from '../tables/budget.js';
import { functional, type FunctionalShape } from '../tables/functional.js';
import type { Form } from '../tables/style.js';
import { budgetAcross } from '../tables/three-public.js';

const ENTITY = '上海市普陀区样例街道办事处';
const YEAR = 2025;
const form: Form = {
  numbers: 'grouped',
  number: () => '',
  unit: '元',
  unitLine: '单位：元',
  entityLine: `编制部门：${ENTITY}`,
  yearLine: null,
  commonNotes: [],
  codeHeader: '功能分类科目编码',
  nothing: '0',
};
const blank: Form = { ...form, nothing: '' };

export function shanghaiBudgetDocument(): SampleDocument {
  const r = new Random(20250117);
  const list = leaves(r, 26, 9_000_000);
  const basic = list.reduce((a, l) => a + l.basic, 0);
  const total = basic + list.reduce((a, l) => a + l.project, 0);
  const spend = withParents(list, (l) => [l.basic + l.project, l.basic, l.project], 0, '0');
  const earn = withParents(list, (l) => [l.basic + l.project, l.basic + l.project, 0, 0, 0], 0, '0');
  const economic = economicItems(r, basic);
  const yuan = (n: number) => show(n, 0);
  const classes = spend.filter((x) => x.code.length === 3);
  const t = (spec: TableSpec, style: Partial<TableStyle> = {}): Block => ({ t: 'table', spec, style });
  const next: Block = { t: 'page', landscape: true };
  const shape = (title: string, kind: string, group: string, labels: string[]): FunctionalShape => ({
    title,
    kind,
    n: 0,
    leaves: labels.map((label) => ({ group, label })),
    lead: 'merged',
    columnNumbers: false,
    split: true,
    nameHeader: '功能分类科目名称',
    totalLast: true,
    note: null,
    valueWidth: labels.length > 3 ? 2 : 2.6,
  });
  const bare = (spec: TableSpec): TableSpec => ({ ...spec, number: null });
  const empty = (name: string): TableSpec =>
    bare({
      ...functional(blank, [{ code: '', name: '合计', values: [] }], {
        ...shape(
          `${YEAR}年部门${name}支出功能分类预算表`,
          name.startsWith('政府') ? 'government_fund' : 'state_capital',
          `${name}支出`,
          ['合计', '基本支出', '项目支出'],
        ),
        blankRows: 12,
      }),
      notes: [`注：本部门${YEAR}年无${name}财政拨款安排的预算，故本表为空表。`],
    });
  const right = (columns: number) =>
    classes.map((c, i) => ({
      label: `${ordinal(i + 1)}、${c.name}`,
      values: Array.from({ length: columns }, (_, k) => (k < 2 ? (c.values[0] ?? '') : '')),
    }));
  const three = {
    total: '18.35',
    abroad: '0',
    reception: '1.35',
    vehicles: '17.00',
    purchase: '0',
    running: '17.00',
  };

  return {
    name: 'shanghai-street-budget-2025',
    entity: ENTITY,
    fiscalYear: YEAR,
    documentKind: '部门预算',
    unit: '元',
    setup: { width: 595.28, height: 841.89, left: 58, right: 58, top: 56, bottom: 56 },
    body: { size: 13, leading: 1.7 },
    table: {
      size: 9,
      padX: 3,
      padY: 2,
      rowMin: 23,
      ruling: 'outline',
      lineWidth: 0.75,
      repeatHeader: false,
      cutRows: false,
      closeAtBreak: true,
      headerFill: null,
      boldHeader: false,
      valign: 'middle',
    },
    fonts: PAIRS.kai,
    footer: (n) => String(n),
    header: null,
    anomalies: [],
    blocks: [
      ...cover([ENTITY, `${YEAR}年度部门预算`]),
      { t: 'toc', title: '目录' },
      { t: 'page' },
      ...part('一、部门主要职能'),
      {
        t: 'text',
        text: '本街道负责辖区内公共服务、公共管理和公共安全等工作，统筹社区建设，服务居民和企业。',
        indent: 2,
      },
      ...part(`二、${YEAR}年部门预算编制说明`),
      {
        t: 'text',
        text:
          `${YEAR}年，${ENTITY}收入预算${print(yuan(total), 'grouped')}元，其中：` +
          `财政拨款收入${print(yuan(total), 'grouped')}元。支出预算${print(yuan(total), 'grouped')}元，其中：` +
          `基本支出${print(yuan(basic), 'grouped')}元，占${share(yuan(basic), yuan(total))}%；` +
          `项目支出${print(yuan(total - basic), 'grouped')}元，占${share(yuan(total - basic), yuan(total))}%。财政拨款支出主要内容如下：`,
        indent: 2,
      },
      ...classes.map(
        (c, i): Block => ({
          t: 'text',
          text: `${i + 1}.“${c.name}”科目${print(c.values[0] ?? '', 'grouped')}元，主要用于本街道相关人员经费、公用经费和项目支出。`,
          indent: 2,
        }),
      ),
      next,
      ...part('三、部门预算表'),
      t(
        budgetSides(blank, {
          title: `${YEAR}年部门财务收支预算总表`,
          kind: 'income_expenditure_summary',
          income: '本年收入',
          expenditure: '本年支出',
          columns: ['预算数'],
          left: [
            { label: '一、财政拨款收入', value: yuan(total) },
            { label: '1.一般公共预算资金', value: yuan(total) },
            { label: '2.政府性基金', value: '' },
            { label: '3.国有资本经营预算', value: '' },
            { label: '二、事业收入', value: '' },
            { label: '三、事业单位经营收入', value: '' },
            { label: '四、其他收入', value: '' },
          ],
          right: right(1),
          leftTotal: { label: '收入总计', value: yuan(total) },
          rightTotal: { label: '支出总计', values: [yuan(total)] },
          blankRows: 1,
        }),
        { rowMin: 19 },
      ),
      next,
      t(
        bare(
          functional(
            form,
            earn,
            shape(`${YEAR}年部门收入预算总表`, 'income', '收入预算', [
              '合计',
              '财政拨款收入',
              '事业收入',
              '事业单位经营收入',
              '其他收入',
            ]),
          ),
        ),
      ),
      next,
      t(
        bare(
          functional(
            form,
            spend,
            shape(`${YEAR}年部门支出预算总表`, 'expenditure', '支出预算', ['合计', '基本支出', '项目支出']),
          ),
        ),
        { breakAt: [spend.length + 2] },
      ),
      next,
      t(
        budgetSides(blank, {
          title: `${YEAR}年部门财政拨款收支预算总表`,
          kind: 'fiscal_appropriation_summary',
          income: '财政拨款收入',
          expenditure: '财政拨款支出',
          columns: ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
          left: [
            { label: '一、一般公共预算资金', value: yuan(total) },
            { label: '二、政府性基金', value: '' },
            { label: '三、国有资本经营预算', value: '' },
          ],
          right: right(4),
          leftTotal: { label: '收入总计', value: yuan(total) },
          rightTotal: { label: '支出总计', values: [yuan(total), yuan(total), '', ''] },
          blankRows: 1,
        }),
        { rowMin: 19 },
      ),
      next,
      t(
        bare(
          functional(
            form,
            spend,
            shape(
              `${YEAR}年部门一般公共预算支出功能分类预算表`,
              'general_public_budget_expenditure',
              '一般公共预算支出',
              ['合计', '基本支出', '项目支出'],
            ),
          ),
        ),
        { repeatHeader: true },
      ),
      next,
      t(empty('政府性基金预算')),
      next,
      t(empty('国有资本经营预算')),
      next,
      t({
        ...economicRows(form, economicRowsOf(economic.values, economic.personnel, economic.publicUse), {
          title: `${YEAR}年部门一般公共预算基本支出部门预算经济分类预算表`,
          group: '一般公共预算基本支出',
          codeHeader: '部门预算经济分类科目编码',
          split: true,
          nameHeader: '经济分类科目名称',
        }),
      }),
      next,
      t(
        budgetAcross(
          { ...form, numbers: 'plain' },
          three,
          new Big(economic.publicUse).div(10000).toFixed(2),
          `${YEAR}年部门“三公”经费和机关运行经费预算表`,
          '单位：万元',
        ),
        { rowMin: 30 },
      ),
    ],
  };
}

/** Economic rows with 合计, 人员经费 and 公用经费 columns, total last. */
export function economicRowsOf(values: Record<string, number>, personnel: number, publicUse: number): CodedRow[] {
  const out: CodedRow[] = [];
  for (const k of ['301', '302', '303', '310'] as EconomicClass[]) {
    for (const [code, name] of ECONOMIC[k]) {
      const v = values[code];
      if (!v) continue;
      out.push({
        code,
        name,
        values: k === '301' || k === '303' ? [show(v, 0), show(v, 0), '0'] : [show(v, 0), '0', show(v, 0)],
      });
    }
  }
  out.push({
    code: '',
    name: '合计',
    values: [show(personnel + publicUse, 0), show(personnel, 0), show(publicUse, 0)],
  });
  return out;
}
