/** @module The prose of a budget in many wordings: figures of its tables in, marked paragraphs out. */
import { Big } from 'big.js';
import type { TableSpec } from '../../../samples/generate/model.js';
import { squeeze } from '../../../samples/generate/model.js';
import { parse, sum } from '../../../samples/generate/numbers.js';
import type { Line } from './final-prose.js';
import { asides } from './noise.js';
import { mark, type Voice } from './voice.js';

export interface BudgetFigures {
  total: string;
  basic: string;
  project: string;
  personnel: string;
  office: string;
  classes: { name: string; value: string }[];
  items: { path: string; name: string; value: string; before: string | null }[];
}

/** Read back from the tables, so that prose and tables cannot disagree. */
export function figuresOf(tables: TableSpec[]): BudgetFigures {
  const of = (kind: string): TableSpec => tables.find((t) => t.kind === kind)!;
  const at = (kind: string, code: string | null, column: RegExp): string => {
    const cell = of(kind).cells.find((c) => c.fact && c.fact.code === code && column.test(c.fact.column));
    return new Big(parse(squeeze(cell?.text ?? '')) ?? 0).toFixed(2);
  };
  const rows = (kind: string): { code: string; name: string }[] => [
    ...new Map(
      of(kind).cells.flatMap((c) =>
        c.fact?.code ? [[c.fact.code, { code: c.fact.code, name: c.fact.row }] as const] : [],
      ),
    ).values(),
  ];
  const general = 'general_public_budget_expenditure',
    all = rows(general),
    name = (code: string) => all.find((x) => x.code === code)!.name;
  const value = (code: string | null) => at(general, code, /合计|小计/);
  const hasPrior = of(general).cells.some((c) => /执行数/.test(c.fact?.column ?? ''));
  const economic = (column: RegExp): string => at('basic_expenditure_by_economic_class', null, column);
  return {
    total: value(null),
    basic: at(general, null, /基本支出/),
    project: at(general, null, /项目支出/),
    personnel: economic(/人员经费/),
    office: economic(/公用经费/),
    classes: all.filter((x) => x.code.length === 3).map((x) => ({ name: x.name, value: value(x.code) })),
    items: all
      .filter((x) => x.code.length === 7)
      .map((x) => ({
        path: `${name(x.code.slice(0, 3))}（类）${name(x.code.slice(0, 5))}（款）`,
        name: x.name,
        value: value(x.code),
        before: hasPrior ? at(general, x.code, /执行数/) : null,
      })),
  };
}

const h = (text: string): Line => ({ text, heading: true });
const p = (text: string): Line => ({ text });

export function budgetProse(v: Voice, f: BudgetFigures): Line[] {
  const { r, year, self } = v;
  const m = (x: string) => v.money(x),
    rate = (x: string) => v.rate(x, f.total),
    last = year - 1;
  const was = (x: string) => new Big(x).times(0.7 + r.next() * 0.6).toFixed(2);
  const y = (): string => `${mark('year', String(year))}年`;
  const aside = (): Line[] => (r.chance(0.7) ? asides(v).slice(0, r.int(1, 3)).map(p) : []);
  const before = was(f.total);
  let n = 0;
  const title = (text: string): Line => h(`${'一二三四五六七八九十'[n++]}、${text}`);
  const [goods, works, services] = [was('12.00'), '0.00', was('30.00')];
  const procured = sum([goods, works, services]);
  const changed = (now: string, then: string) => v.change(now, then);
  return [
    title(
      r.pick([`${year}年部门收支预算总体情况`, '部门预算收支增减变化情况', `关于${year}年收支预算情况的总体说明`]),
    ),
    ...r.pick([
      () => [
        p(
          `${y()}部门收入预算${m(f.total)}，其中：一般公共预算拨款收入${m(f.total)}，占100%。` +
            `${y()}部门支出预算${m(f.total)}，其中：基本支出${m(f.basic)}，占${rate(f.basic)}；` +
            `项目支出${m(f.project)}，占${rate(f.project)}。`,
        ),
      ],
      () => [
        p(
          `按照综合预算的原则，${self}所有收入和支出均纳入部门预算管理。${y()}收入预算${m(f.total)}，支出预算${m(f.total)}，` +
            `比${last}年预算${changed(f.total, before)}，${v.reason()}。`,
        ),
      ],
      () => [
        p(
          `${self}${y()}收入总预算${m(f.total)}，较上年${changed(f.total, before)}；` +
            `支出总预算${m(f.total)}，其中基本支出、项目支出分别为${m(f.basic)}、${m(f.project)}，分别占${rate(f.basic)}、${rate(f.project)}。`,
        ),
      ],
    ])(),
    ...aside(),
    title(`${year}年一般公共预算${r.pick(['支出', '当年拨款'])}情况`),
    p(
      r.pick([
        `${y()}一般公共预算支出${m(f.total)}，主要用于以下方面：` +
          `${f.classes.map((c) => `${c.name}（类）支出${m(c.value)}，占${rate(c.value)}`).join('；')}。`,
        `${y()}一般公共预算支出${m(f.total)}，其中：基本支出${m(f.basic)}，项目支出${m(f.project)}。` +
          `按功能分类：${f.classes.map((c) => `${c.name}${m(c.value)}`).join('，')}。`,
      ]),
    ),
    ...f.items.map((x, i) => {
      const name = mark('item', x.name),
        then = x.before ?? was(x.value),
        word = x.before === null ? r.pick(['预算', '预算数']) : '执行数';
      return p(
        `${i + 1}.${x.path}${name}（项）${r.pick([
          () => `${year}年预算数为${m(x.value)}，比${last}年${word}${changed(x.value, then)}。${v.reason()}。`,
          () => `${m(x.value)}，主要用于${r.pick(['人员经费', '日常办公', '专项业务'])}等支出。`,
          () => `：${y()}预算${m(x.value)}，较上年${word}${v.money(then, null)}${changed(x.value, then)}。`,
        ])()}`,
      );
    }),
    title('一般公共预算基本支出情况'),
    p(
      r
        .pick([
          `${y()}一般公共预算基本支出${m(f.basic)}，其中：人员经费${m(f.personnel)}，主要包括：基本工资、津贴补贴等；公用经费${m(f.office)}，主要包括：办公费、差旅费等。`,
          `一般公共预算基本支出${m(f.basic)}，人员经费和公用经费分别为${m(f.personnel)}和${m(f.office)}。`,
        ])
        .replace(/，主要包括：[^；。]*/g, ''),
    ),
    title('“三公”经费预算情况'),
    ...r.pick([
      () => [
        p(
          `${y()}“三公”经费预算数为${m('26.80')}，比${last}年预算${changed('26.80', was('26.80'))}。其中：因公出国（境）费0万元，与上年持平；` +
            `公务用车购置及运行费${m('24.30')}（其中：公务用车购置费0万元，公务用车运行费${m('24.30')}），` +
            `比上年${changed('24.30', was('24.30'))}；公务接待费${m('2.50')}，比上年${changed('2.50', was('2.50'))}，` +
            `${v.reason()}。`,
        ),
      ],
      () => [
        p(`${y()}“三公”经费预算${m('26.80')}，其中：`),
        p('（一）因公出国（境）费0万元，主要是本年度未安排出国（境）任务。'),
        p(
          `（二）公务用车购置及运行费${m('24.30')}，较${last}年${changed('24.30', was('24.30'))}。其中公务用车购置费0万元，公务用车运行费${m('24.30')}。`,
        ),
        p(`（三）公务接待费${m('2.50')}，与${last}年持平。`),
      ],
    ])(),
    title('政府性基金预算支出情况'),
    p(`${self}${year}年无政府性基金预算支出，故本表为空。`),
    title('国有资本经营预算支出情况'),
    p(
      r.pick([
        `${self}${year}年没有使用国有资本经营预算安排的支出。`,
        `${self}${year}年未安排国有资本经营预算支出。`,
      ]),
    ),
    title('其他重要事项的情况说明'),
    p(
      `（一）机关运行经费。${r.pick([`${year}年${self}机关运行经费预算${m(was('80.00'))}，用于办公及印刷费、邮电费、差旅费等。`, `${self}为事业单位，未安排机关运行经费。`])}`,
    ),
    p(
      `（二）政府采购情况。${y()}政府采购预算${m(procured)}，其中：政府采购货物预算${m(goods)}，政府采购工程预算${m(works)}，政府采购服务预算${m(services)}。`,
    ),
    p(
      `（三）国有资产占有使用情况。截至${last}年${r.pick(['12月31日', '底'])}，${self}共有车辆3辆，其中：机要通信用车1辆、其他用车2辆；单价100万元以上设备0台（套）。` +
        `${year}年部门预算安排购置车辆0辆，单价100万元以上设备0台（套）。`,
    ),
    p(
      `（四）绩效目标设置情况。${year}年实行绩效目标管理的项目${r.int(2, 9)}个，涉及预算资金${v.money(was('500.00'), null)}，` +
        `其中重点项目“基层能力提升”预算${v.money(was('100.00'), null)}，执行期${last}年至${year + 1}年，` +
        `总投资${v.money(was('300.00'), null)}。`,
    ),
    ...aside(),
  ];
}
