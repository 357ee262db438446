/** Kinds of slip in the text, and kinds that are none, one test each. */
import { expect, test } from 'vitest';
import { account, without } from '../../../../test/support/check/account.js';
import { findings } from '../../../../test/support/check/document.js';
import { GENERAL, generalBudget, said } from '../../../../test/support/check/prose.js';
import { rule as ascii } from './text-ascii-punctuation.js';
import { rule as tablesPresent } from './tables-present.js';
import { rule as brackets } from './text-brackets.js';
import { rule as missingUnit } from './text-missing-unit.js';
import { rule as numbering } from './text-numbering.js';
import { rule as otherItem } from './text-other-item.js';
import { rule as placeholder } from './text-placeholder.js';
import { rule as scopeWord } from './text-scope-word.js';
import { rule as sentenceEnd } from './text-sentence-end.js';
import { rule as year } from './text-year.js';

const budget = { identity: { kind: 'budget' as const, fiscal_year: 2026, title: '2026年部门预算' } };

test('a budget compared with itself, as one finding with its places', () => {
  const text =
    '二、编制说明\n  2026年收入预算9628.22万元，比2026年预算增加793.14万元。\n  支出预算0万元，与2026年预算持平。';
  expect(findings(year, said(text, undefined, budget))).toMatchObject([{ reported: '2026', computed: '2025' }]);
  expect(findings(year, said(text.replace(/([比与])2026/g, '$12025'), undefined, budget))).toEqual([]);
});

test('last year’s period of a project in this year’s budget', () => {
  const of = (period: string) => findings(year, said(`五、实施周期\n  ${period}`, undefined, budget));
  expect(of('2025年1月1日-2025年12月31日')).toMatchObject([{ severity: 'error', reported: '2025' }]);
  expect(of('2026年1月1日-2026年12月31日')).toEqual([]);
  expect(of('2025年1月1日-2027年12月31日')).toEqual([]);
});

test('a reason that lies in the year before is no wrong year', () => {
  const text =
    '八、“三公”经费预算情况说明\n  因公出国（境）费81万元，增长24.3%。主要是2025年因公出国费用0万元，待外事部门审核。';
  expect(findings(year, said(text, undefined, budget))).toEqual([]);
});

const item = (name: string, reason: string, ordinal: string): string =>
  `  ${ordinal}、社会保障和就业支出（类）行政事业单位养老支出（款）${name}（项）10.00万元，主要用于${name}。主要原因是：${reason}经费增加。\n`;

test('use or reason said in another item’s name', () => {
  const text = (reason: string): string =>
    `${GENERAL}${item('事业单位离退休', '事业单位离退休', '1')}${item('机关事业单位职业年金缴费支出', reason, '2')}`;
  expect(findings(otherItem, said(text('机关事业单位职业年金缴费支出')))).toEqual([]);
  expect(findings(otherItem, said(text('事业单位离退休')))).toMatchObject([
    { severity: 'error', reported: '事业单位离退休', computed: '机关事业单位职业年金缴费支出' },
  ]);
});

test('instructions of the template and numbers that were not filled in', () => {
  const of = (text: string) =>
    findings(placeholder, said(`十一、其他重要事项的情况说明\n  ${text}`)).map((f) => f.severity);
  expect(of('若无此项收支，仍保留该表格式，并在本表下方作下述说明。')).toEqual(['error']);
  expect(of('本部门职责为（增加内容）。')).toEqual(['error']);
  expect(of('共有车辆5辆，其中：应急保障用车3辆、执法执勤用车辆、其他用车2辆。')).toEqual(['error']);
  expect(of('共有车辆5辆，其中：应急保障用车3辆、其他用车2辆。')).toEqual([]);
});

test('a list inside an item, and the outer list going on', () => {
  const inner = ['一、主要职能', '二、机构设置', '三、名词解释'].map((line) => `${line}\n`).join('');
  expect(findings(numbering, said(`一、文字部分\n${inner}二、表格部分\n`))).toEqual([]);
  expect(findings(numbering, said(`一、主要职能\n二、机构设置\n四、名词解释\n`))).toHaveLength(1);
});

test('many equal slips are one finding with places', () => {
  const text = '三、支出说明\n  一般事务支出12.30万；宣传工作4.50万。\n  检查工作7.80万。\n';
  const found = findings(missingUnit, said(text));
  expect(found).toHaveLength(1);
  expect(found[0]!.evidence).toHaveLength(3);
});

test('a bracket that a page broke off', () => {
  expect(findings(brackets, said('三、说明\n  本部门职责见附件（含三个\f所属单位）并已公开。'))).toEqual([]);
});

test('a heading with its amount is no sentence; a reason is one', () => {
  const text = '一、收入说明\n  （一）本年财政拨款收入189，997.29万元\n  （二）本年其他资金收入8，790.49万元\n';
  expect(findings(sentenceEnd, said(text))).toEqual([]);
  const reason = '一、收入说明\n  收入支出增加的主要原因是工作量增加\n  支出主要内容如下：\n';
  expect(findings(sentenceEnd, said(reason))).toHaveLength(1);
});

test('an ASCII colon among full-width ones', () => {
  const marks = '三公经费包括：出国费，接待费，车辆费。其中：接待费5万元，车辆费6万元，';
  expect(findings(ascii, said(`三、说明\n  ${marks.repeat(3)}其中:出国费1万元。`))).toHaveLength(1);
});

test('the city’s definitions in a district’s document', () => {
  const of = (name: string) =>
    findings(
      scopeWord,
      said('六、名词解释\n  财政拨款收入：是市级预算主管部门取得的拨款。', undefined, {
        identity: { entity: { name, division_code: null, division_name: null } },
      }),
    );
  expect(of('示例市示范区财政局')).toHaveLength(1);
  expect(of('示例市财政局')).toEqual([]);
});

test('a table that the contents announce and the body lacks; what no contents announce is not asked for', () => {
  const titles = ['收入支出决算总表', '收入决算表', '支出决算表', '财政拨款收入支出决算总表'];
  const contents = `目录\n${titles.map((title, i) => `${'一二三四'[i]}、${title}..........${i + 2}`).join('\n')}\f`;
  const body = (shown: string[]): string => shown.map((title) => `${title}\n`).join('');
  const all = said(`${contents}${body(titles)}`);
  const complete = { ...account(), prose: all.prose, layouts: all.layouts };
  expect(findings(tablesPresent, complete)).toEqual([]);
  const lacking = without(account(), 'expenditure');
  const { prose, layouts } = said(`${contents}${body(titles.filter((title) => title !== '支出决算表'))}`);
  expect(findings(tablesPresent, { ...lacking, prose, layouts })).toMatchObject([
    { message: '目录有“三、支出决算表”，正文无此表。' },
  ]);
  const budgets = { ...lacking, identity: { ...lacking.identity, kind: 'budget' as const } };
  expect(findings(tablesPresent, budgets)).toEqual([]);
});

test('last year’s amount of an item, given on purpose', () => {
  expect(findings(year, said(`${GENERAL}  2023年一般公共预算财政拨款支出80.00万元。`, generalBudget()))).toEqual([]);
});

test('a sentence about what last year carried over may name that year', () => {
  const text =
    '五、政府性基金预算支出情况说明\n  2025年结转的政府性基金预算拨款支出80.00万元，主要是2025年结转项目本年继续实施。';
  expect(findings(year, said(text, generalBudget(), budget))).toEqual([]);
});

test('a sentence that goes on over a page has its end there', () => {
  expect(
    findings(
      sentenceEnd,
      said('三、支出说明\n  本部门支出预算主要用于人员经费，以及为完成工作任务\f而发生的各项支出。'),
    ),
  ).toEqual([]);
});

test('numbering after a glossary whose terms are numbered', () => {
  const terms = ['一、财政拨款收入：指拨款。', '二、事业收入：指收入。', '三、其他收入：指其他。'];
  const parts = '一、文字部分\n第一部分部门概况\n一、主要职能\n第二部分名词解释\n';
  expect(findings(numbering, said(`${parts}${terms.map((term) => `  ${term}\n`).join('')}二、表格部分\n`))).toEqual(
    [],
  );
});
