/** @module The prose of a final account in many wordings: invented figures in, marked paragraphs out. */
import { Big } from 'big.js';
import type { FinalAccounts } from '../../../samples/generate/accounts.js';
import { row } from '../../../samples/generate/accounts.js';
import { ECONOMIC } from '../../../samples/generate/catalogue.js';
import { minus, sum } from '../../../samples/generate/numbers.js';
import type { Prose } from '../../../samples/generate/narrative.js';
import { asides } from './noise.js';
import { mark, type Voice } from './voice.js';

export interface Line {
  text: string;
  heading?: boolean;
}

const h = (text: string): Line => ({ text, heading: true });
const p = (text: string): Line => ({ text });
const HAN = '一二三四五六七八九十';

/** A figure of the year before: near this year's, or the same, or none. */
function before(v: Voice, now: string | undefined): string {
  const n = new Big(now || 0);
  if (n.eq(0)) return v.r.chance(0.7) ? '0.00' : new Big(v.r.int(100, 90_000)).div(100).toFixed(2);
  return v.r.chance(0.08) ? n.toFixed(2) : v.r.chance(0.05) ? '0.00' : n.times(0.6 + v.r.next() * 0.8).toFixed(2);
}

export function finalProse(v: Voice, q: Prose): Line[] {
  const a = q.accounts;
  let n = 0;
  const title = (text: string): Line => h(`${HAN[n++]}、${text}`);
  const withYear = v.r.chance(0.3) ? `${v.year}年度` : '';
  const aside = (): Line[] => (v.r.chance(0.7) ? asides(v).slice(0, v.r.int(1, 3)).map(p) : []);
  return [
    title(`${withYear}收入支出决算${v.r.pick(['总体情况说明', '总体情况', '总体说明'])}`),
    ...overall(v, a, q),
    ...aside(),
    title(`${withYear}收入决算情况${v.r.pick(['说明', ''])}`),
    ...income(v, a),
    title(`${withYear}支出决算情况${v.r.pick(['说明', ''])}`),
    ...expenditure(v, a),
    ...aside(),
    title(`${withYear}财政拨款收入支出决算总体情况说明`),
    ...appropriation(v, a),
    title('一般公共预算财政拨款支出决算情况说明'),
    ...general(v, a, q),
    ...aside(),
    title('一般公共预算财政拨款基本支出决算情况说明'),
    ...basic(v, a),
    ...aside(),
    title(`财政拨款“三公”经费支出决算情况说明`),
    ...threePublic(v, q),
    ...aside(),
    title('政府性基金预算财政拨款收入支出决算情况说明'),
    p(none(v, '政府性基金预算财政拨款', '收入支出')),
    title('国有资本经营预算财政拨款支出决算情况说明'),
    p(none(v, '国有资本经营预算财政拨款', '支出')),
    title('其他重要事项的情况说明'),
    ...other(v, q),
  ];
}

function none(v: Voice, fund: string, what: string): string {
  const { self, year, r } = v;
  return r.pick([
    `${self}${year}年度无${fund}${what}，已公开空表。`,
    `${self}没有${fund}${what}，本表为空表。`,
    `${year}年度${self}未安排${fund}${what}。`,
    `${self}${year}年度无${fund}预算收入，也没有使用${fund}安排的支出。`,
    `${year}年度${fund}收入0万元，支出0万元，年末结转和结余0万元。`,
    '本年度无此项支出。',
    `${self}不涉及${fund}${what}。`,
  ]);
}

function overall(v: Voice, a: FinalAccounts, q: Prose): Line[] {
  const { r } = v;
  const grand = a.summary.tail.at(-1)!.leftValue;
  const total = a.summary.tail[0]!.leftValue,
    spent = a.summary.tail[0]!.rightValues[0]!;
  const opening = a.summary.tail[2]!.leftValue,
    closing = a.summary.tail[2]!.rightValues[0]!;
  const prior = q.prior.total;
  const m = (x: string | undefined) => v.money(x);
  return r.pick([
    () => [
      p(`${v.y()}收入总计${m(grand)}，支出总计${m(grand)}。${v.compared('收入总计', grand, prior)}，${v.reason()}。`),
      p(
        `其中：本年收入合计${m(total)}，年初结转和结余${m(opening)}；本年支出合计${m(spent)}，年末结转和结余${m(closing)}。`,
      ),
    ],
    () => [
      p(
        `${v.y()}收入总计、支出总计均为${m(grand)}，${v.compared('收、支总计各', grand, prior).replace('各与', '与')}。${v.reason()}。`,
      ),
    ],
    () => [p(`${v.self}${v.y()}收、支总计${m(grand)}。${v.compared('收、支总计', grand, prior)}，${v.reason()}。`)],
    () => [
      p(`（一）收入总计${m(grand)}，包括：`),
      p(
        `1.财政拨款收入${m(a.summary.sources[0])}，占收入总计的${v.rate(a.summary.sources[0], grand)}。` +
          `其中：一般公共预算财政拨款收入${m(a.summary.sources[0])}，政府性基金预算财政拨款收入${m('')}，国有资本经营预算财政拨款收入${m('')}。`,
      ),
      p(`2.上级补助收入${m('')}，占收入总计的0%。`),
      p(`3.事业收入${m('')}。`),
      p(
        `4.其他收入${m(a.summary.sources[7])}，占收入总计的${v.rate(a.summary.sources[7], grand)}。${r.pick(['', '主要是利息收入等。'])}`,
      ),
      p(`5.上年结转和结余${m(opening)}，占收入总计的${v.rate(opening, grand)}。`),
      p(`${v.compared('今年收入总计', grand, prior)}，${v.reason()}。`),
      p(`（二）支出总计${m(grand)}，包括：`),
      p(
        `1.基本支出${m(row(a.expenditure, '').values[1])}，` +
          `占支出总计的${v.rate(row(a.expenditure, '').values[1], grand)}。主要是为保障机构正常运转而发生的支出。`,
      ),
      p(
        `2.项目支出${m(row(a.expenditure, '').values[2])}，` +
          `占支出总计的${v.rate(row(a.expenditure, '').values[2], grand)}。主要包括专项业务、设备购置等支出。`,
      ),
      p(`（三）年末结转和结余${m(closing)}。`),
      p(`${v.compared('今年结转结余', closing, before(v, closing))}，${v.reason()}。`),
    ],
    () => [
      p(
        `${v.y()}${v.self}收入总计${m(grand)}（含年初结转和结余${m(opening)}），` +
          `比${v.last}决算数${v.money(prior, null)}${v.change(grand, prior)}，${v.reason()}；` +
          `支出总计${m(grand)}（含年末结转和结余${m(closing)}）。`,
      ),
    ],
    () => [
      p(
        `${v.y()}收入、支出决算总计均为${m(grand)}，其中本年收入${m(total)}、本年支出${m(spent)}。` +
          `${v.compared('收支总计', grand, prior)}，${v.reason()}。`,
      ),
    ],
  ])();
}

function income(v: Voice, a: FinalAccounts): Line[] {
  const { r } = v;
  const t = row(a.income, '').values,
    m = (x: string | undefined) => v.money(x);
  const names = ['财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
  const share = r.pick(['占', '占比', '占本年收入合计的', '占比为', '占总收入的']);
  const ending = share === '占' && r.chance(0.3) ? '' : '';
  const prior = before(v, t[0]);
  return r.pick([
    () => [
      p(
        `${v.y()}本年收入合计${m(t[0])}，其中：` +
          `${names.map((name, i) => `${name}${m(t[i + 1])}，${share}${v.rate(t[i + 1], t[0])}${ending}`).join('；')}。`,
      ),
    ],
    () => [
      p(`${v.y()}收入合计${m(t[0])}，其中：`),
      ...names.map((name, i) => p(`${name}${m(t[i + 1])}，占比${v.rate(t[i + 1], t[0])}${i === 5 ? '。' : '；'}`)),
    ],
    () => [
      p(`本年收入合计${m(t[0])}，${v.compared('', t[0], prior)}，${v.reason()}。其中：`),
      ...names
        .flatMap((name, i) =>
          Number(t[i + 1] || 0) === 0 && r.chance(0.5)
            ? []
            : [p(`${i + 1}、${name}${m(t[i + 1])}，占本年收入的${v.rate(t[i + 1], t[0])}；`)],
        )
        .map((x, i) => ({ text: x.text.replace(/^\d、/, `${i + 1}、`) })),
    ],
    () => [
      p(
        `本年收入合计${m(t[0])}，其中：财政拨款收入和其他收入分别为${m(t[1])}和${m(t[6])}，分别占本年收入合计的${v.rate(t[1], t[0])}、` +
          `${v.rate(t[6], t[0])}。`,
      ),
    ],
    () => [
      p(
        `${v.y()}${v.self}本年收入${m(t[0])}，由财政拨款收入${m(t[1])}（占${v.rate(t[1], t[0])}）` +
          `和其他收入${m(t[6])}（占${v.rate(t[6], t[0])}）构成，无上级补助收入、事业收入、经营收入和附属单位上缴收入。`,
      ),
    ],
  ])();
}

function expenditure(v: Voice, a: FinalAccounts): Line[] {
  const { r } = v;
  const t = row(a.expenditure, '').values,
    m = (x: string | undefined) => v.money(x);
  const kinds = ['基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
  const prior = before(v, t[0]),
    priorBasic = before(v, t[1]),
    priorProject = before(v, t[2]);
  return r.pick([
    () => [
      p(
        `${v.y()}本年支出合计${m(t[0])}，其中：` +
          `${kinds.map((name, i) => `${name}${m(t[i + 1])}，占${v.rate(t[i + 1], t[0])}`).join('；')}。`,
      ),
    ],
    () => [
      p(
        `本年支出合计${m(t[0])}，${v.compared('', t[0], prior)}。其中：基本支出${m(t[1])}，占本年支出的${v.rate(t[1], t[0])}，` +
          `${v.compared('', t[1], priorBasic)}；项目支出${m(t[2])}，占本年支出的${v.rate(t[2], t[0])}，` +
          `${v.compared('', t[2], priorProject)}。`,
      ),
    ],
    () => [
      p(`${v.y()}支出合计${m(t[0])}，其中：`),
      ...kinds.map((name, i) => p(`${name}${m(t[i + 1])}，占比${v.rate(t[i + 1], t[0])}${i === 4 ? '。' : '；'}`)),
    ],
    () => [
      p(
        `本年支出${m(t[0])}，按支出性质分：基本支出、项目支出分别为${m(t[1])}、${m(t[2])}，占比分别为${v.rate(t[1], t[0])}、${v.rate(t[2], t[0])}。`,
      ),
    ],
    () => [
      p(`本年支出合计${m(t[0])}。其中：`),
      p(`（一）基本支出${m(t[1])}，占${v.rate(t[1], t[0])}。${v.reason()}。`),
      p(`（二）项目支出${m(t[2])}，占${v.rate(t[2], t[0])}。主要用于：专项业务、设备维护等。`),
    ],
  ])();
}

function appropriation(v: Voice, a: FinalAccounts): Line[] {
  const { r } = v;
  const grand = a.appropriation.tail.at(-1)!.leftValue,
    m = (x: string | undefined) => v.money(x),
    prior = before(v, grand);
  return r.pick([
    () => [
      p(
        `${v.y()}财政拨款收入总计${m(grand)}，支出总计${m(grand)}。${v.compared('财政拨款收、支总计', grand, prior)}，${v.reason()}。`,
      ),
    ],
    () => [
      p(
        `${v.y()}财政拨款收入总计、支出总计均为${m(grand)}。${v.compared('财政拨款收入总计、支出总计', grand, prior)}。${v.reason()}。`,
      ),
    ],
    () => [p(`${v.y()}财政拨款收支总计${m(grand)}，${v.compared('', grand, prior)}，${v.reason()}。`)],
    () => [
      p(
        `${v.y()}财政拨款收入总计${m(grand)}，其中：本年一般公共预算财政拨款收入${m(a.appropriation.sources[0])}，政府性基金预算财政拨款收入0万元，` +
          `年初财政拨款结转和结余${m(a.appropriation.tail[1]!.leftValue)}。`,
      ),
    ],
  ])();
}

function general(v: Voice, a: FinalAccounts, q: Prose): Line[] {
  const { r } = v;
  const t = row(a.general, '').values,
    m = (x: string | undefined) => v.money(x);
  const spent = row(a.expenditure, '').values[0];
  const classes = a.general.filter((x) => x.code.length === 3),
    items = a.general.filter((x) => x.code.length === 7);
  const unplanned = new Set(items.filter(() => r.chance(0.08)).map((x) => x.code));
  const initial = sum(items.map((x) => (unplanned.has(x.code) ? '0' : (q.initial[x.code] ?? '0'))));
  const prior = before(v, t[0]);
  const className = r.pick(['（类）', '（类）', '']);
  const structure = `${classes.map((c) => `${c.name}${className}${r.pick(['', '支出'].slice(0, 1))}${m(c.values[0])}，占${v.rate(c.values[0], t[0])}`).join('；')}。`;
  const head = r.pick([
    () => [
      h('（一）一般公共预算财政拨款支出决算总体情况'),
      p(
        `${v.y()}一般公共预算财政拨款支出${m(t[0])}，占本年支出合计的${v.rate(t[0], spent)}。` +
          `${v.compared('一般公共预算财政拨款支出', t[0], prior)}，${v.reason()}。`,
      ),
      h('（二）一般公共预算财政拨款支出决算结构情况'),
      p(`${v.y()}一般公共预算财政拨款支出${m(t[0])}，主要用于以下方面：${structure}`),
      h('（三）一般公共预算财政拨款支出决算具体情况'),
      p(
        `${v.y()}一般公共预算财政拨款支出年初预算为${m(initial)}，支出决算为${m(t[0])}，完成年初预算的${v.rate(t[0], initial)}。其中：`,
      ),
    ],
    () => [
      p(
        `${v.y()}一般公共预算财政拨款支出年初预算${m(initial)}，支出决算${m(t[0])}，完成年初预算的${v.rate(t[0], initial)}，` +
          `占本年支出合计的${v.rate(t[0], spent)}。${v.compared('', t[0], prior)}，${v.reason()}。`,
      ),
      p(`按支出功能分类科目分，包括：${structure}具体如下：`),
    ],
    () => [
      p(
        `${v.y()}一般公共预算财政拨款支出${m(t[0])}，${v.againstBudget(t[0], initial)}。按功能分类：${structure}其中：`,
      ),
    ],
    () => [
      p(
        `${v.self}一般公共预算财政拨款支出${m(t[0])}，其中：基本支出${m(t[1])}，占${v.rate(t[1], t[0])}；` +
          `项目支出${m(t[2])}，占${v.rate(t[2], t[0])}。具体情况如下：`,
      ),
    ],
  ])();
  const style = r.int(0, 4);
  const listed = items.map((x, i) => {
    const c = row(a.general, x.code.slice(0, 3)).name,
      g = row(a.general, x.code.slice(0, 5)).name;
    const name = mark('item', x.name);
    const path =
      style === 3
        ? `${c}（${x.code.slice(0, 3)}类）${g}（${x.code.slice(3, 5)}款）${name}（${x.code.slice(5)}项）`
        : `${c}（类）${g}（款）${name}（项）`;
    const planned = unplanned.has(x.code) ? undefined : q.initial[x.code];
    const done = planned === undefined ? '' : v.rate(x.values[0], planned);
    const against = v.againstBudget(x.values[0], planned);
    const number = `${i + 1}${r.pick(['.'])}`;
    if (planned === undefined)
      return p(
        `${number}${path}${style === 0 ? '。' : ''}${r.pick(['无年初预算', '年初预算为0万元', '年初未安排预算'])}，` +
          `支出决算为${m(x.values[0])}，决算数大于年初预算数的主要原因是使用上年结转资金。`,
      );
    switch (style) {
      case 0:
        return p(
          `${number}${path}。年初预算为${m(planned)}，支出决算为${m(x.values[0])}，完成年初预算的${done}，${against}。`,
        );
      case 1:
        return p(
          `${number}${path}${m(x.values[0])}，主要是${r.pick(['人员经费', '日常运转', '专项业务'])}等支出，完成年初预算的${done}，${against}。`,
        );
      case 2:
        return p(
          `${number}${path}：年初预算数${m(planned)}，决算数${m(x.values[0])}，预算执行率${done}。${against}。`,
        );
      case 3:
        return p(`${number}${path}支出决算${m(x.values[0])}，为年初预算${m(planned)}的${done}，${against}。`);
      default:
        return p(
          `${number}${path}支出${m(x.values[0])}，${v.compared('', x.values[0], before(v, x.values[0]))}，${v.reason()}。`,
        );
    }
  });
  return [...head, ...listed];
}

function basic(v: Voice, a: FinalAccounts): Line[] {
  const { r } = v;
  const t = row(a.general, '').values,
    m = (x: string | undefined) => v.money(x);
  const total = t[1],
    personnel = a.personnel,
    office = a.publicUse;
  const spent = (keys: (keyof typeof ECONOMIC)[]) =>
    keys.flatMap((k) => [...ECONOMIC[k]]).filter(([code]) => code.length > 3 && Number(a.economic[code] ?? 0) > 0);
  const people = spent(['301', '303']),
    things = spent(['302', '307', '310', '312', '399']);
  const list = (of: typeof people) => of.map(([, name]) => name).join('、');
  const amounts = (of: typeof people) => of.map(([code, name]) => `${name}${m(a.economic[code])}`).join('、');
  return r.pick([
    () => [
      p(`${v.y()}一般公共预算财政拨款基本支出${m(total)}，其中：`),
      p(`人员经费${m(personnel)}，主要包括：${list(people)}；`),
      p(`公用经费${m(office)}，主要包括：${list(things)}。`),
    ],
    () => [
      p(
        `${v.y()}一般公共预算财政拨款基本支出${m(total)}，其中：人员经费${m(personnel)}，占${v.rate(personnel, total)}，` +
          `主要包括${list(people)}等；日常公用经费${m(office)}，占${v.rate(office, total)}，主要包括${list(things)}等。`,
      ),
    ],
    () => [
      p(`${v.self}${v.y()}财政拨款基本支出${m(total)}，包括人员经费和公用经费。其中：`),
      p(`（一）人员经费${m(personnel)}，主要包括：${amounts(people)}。`),
      p(`（二）公用经费${m(office)}，主要包括：${amounts(things)}。`),
    ],
    () => [
      p(
        `一般公共预算财政拨款基本支出${m(total)}。人员经费、公用经费分别为${m(personnel)}、${m(office)}，` +
          `分别占基本支出的${v.rate(personnel, total)}和${v.rate(office, total)}。`,
      ),
    ],
  ])();
}

function threePublic(v: Voice, q: Prose): Line[] {
  const { r } = v;
  const { threePublicBudget: b, threePublicActual: t } = q.accounts,
    m = (x: string | undefined) => v.money(x);
  const done = (actual: string, planned: string) =>
    Number(planned || 0) > 0 ? `，完成${r.pick(['预算', '全年预算'])}的${v.rate(actual, planned)}` : '';
  const versus = (actual: string, planned: string) =>
    Number(actual || 0) === Number(planned || 0)
      ? r.pick(['，决算数与预算数持平', '，与预算数一致'])
      : `，决算数${mark('direction', Number(actual || 0) > Number(planned || 0) ? '大于' : '小于')}预算数的主要原因是` +
        `${r.pick(['厉行节约', '实际业务减少', '据实列支'])}`;
  const was = { total: before(v, t.total), reception: before(v, t.reception), running: q.prior.running };
  const nothing = Number(t.total || 0) === 0;
  const visits = nothing || Number(t.reception || 0) === 0 ? 0 : r.int(1, 60),
    people = visits * r.int(3, 12);
  const sharesOf = (x: string) => (nothing ? '' : `，占${v.rate(x, t.total)}`);
  const abroad = r.pick([
    `全年${v.self}组织因公出国（境）团组0个，累计0人次。`,
    '本年度无因公出国（境）费支出。',
    '未安排因公出国（境）。',
    '',
  ]);
  const reception =
    visits === 0
      ? r.pick(['国内公务接待0批次、0人次。', '本年度未发生公务接待。', ''])
      : r.pick([
          `国内公务接待${visits}批次，${people}人次，人均接待费用90元。`,
          `共接待国内来访团组${visits}个、来访人员${people}人次，主要是上级检查调研。`,
          `其中：国内接待费${m(t.reception)}，接待${visits}批次、${people}人次；外事接待费0万元。`,
        ]);
  const vehicles = r.pick([
    `公务用车购置费0万元，全年购置公务用车0辆；公务用车运行维护费${m(t.running)}，主要用于燃料费、维修费、过路过桥费、保险费等，` +
      `年末公务用车保有量为${mark('count', String(q.vehicles))}辆。`,
    `其中：公务用车购置费支出0万元，公务用车运行维护费支出${m(t.running)}，${v.compared('', t.running, was.running)}。` +
      `截至年末使用财政拨款开支运行维护费的公务用车保有量${q.vehicles}辆。`,
  ]);
  const head = r.pick([
    () => [
      p(
        `${v.y()}财政拨款安排的“三公”经费支出预算${m(b.total)}，支出决算${m(t.total)}${done(t.total, b.total)}` +
          `${versus(t.total, b.total)}。其中：`,
      ),
    ],
    () => [
      p(
        `${v.y()}“三公”经费财政拨款支出预算为${m(b.total)}，支出决算为${m(t.total)}${done(t.total, b.total)}。` +
          `${v.compared('“三公”经费支出决算', t.total, was.total)}，${v.reason()}。`,
      ),
    ],
    () => [
      p(
        `${v.y()}财政拨款“三公”经费支出${m(t.total)}，比预算${r.pick(['减少', '压减'])}${v.money(minus(b.total, t.total), 'change')}，${v.compared('', t.total, was.total)}。其中，因公出国（境）费、公务用车购置及运行维护费、公务接待费分别为0万元、${m(t.vehicles)}、${m(t.reception)}${nothing ? '' : `，分别占0%、${v.rate(t.vehicles, t.total)}、${v.rate(t.reception, t.total)}`}。具体情况：`,
      ),
    ],
  ])();
  return [
    ...head,
    p(`1.因公出国（境）费${r.pick(['', '支出', '决算'])}0万元${nothing ? '' : '，占0%'}，与${v.last}持平。${abroad}`),
    p(
      `2.公务用车购置及运行维护费${r.pick(['', '支出'])}${m(t.vehicles)}${sharesOf(t.vehicles)}` +
        `${done(t.vehicles, b.vehicles)}。${vehicles}`,
    ),
    p(
      `3.公务接待费${r.pick(['', '支出'])}${m(t.reception)}${sharesOf(t.reception)}` +
        `${done(t.reception, b.reception)}` +
        `${Number(b.reception || 0) > 0 ? versus(t.reception, b.reception) : ''}。${reception}`,
    ),
  ];
}

function other(v: Voice, q: Prose): Line[] {
  const { r } = v;
  const { goods, works, services, sme, micro } = q.procurement,
    m = (x: string | undefined) => v.money(x);
  const all = sum([goods, works, services]);
  const running =
    q.operating === null
      ? r.pick([
          `${v.self}为事业单位，无机关运行经费支出。`,
          `${v.self}不属于机关运行经费统计范围。`,
          `${v.y()}机关运行经费支出0万元，与${v.last}持平。`,
        ])
      : r.pick([
          `${v.y()}机关运行经费支出${m(q.operating)}，${v.compared('', q.operating, before(v, q.operating))}，${v.reason()}。`,
          `${v.self}${v.y()}机关运行经费支出${m(q.operating)}（与部门决算中行政单位和参照公务员法管理事业单位一般公共预算财政拨款基本支出中公用经费之和保持一致），` +
            `${v.compared('', q.operating, before(v, q.operating))}。`,
        ]);
  const procured = r.pick([
    `${v.y()}政府采购支出总额${m(all)}，其中：政府采购货物支出${m(goods)}、政府采购工程支出${m(works)}、政府采购服务支出${m(services)}。` +
      `授予中小企业合同金额${m(sme)}，占政府采购支出总额的${v.rate(sme, all)}，其中：授予小微企业合同金额${m(micro)}，` +
      `占授予中小企业合同金额的${v.rate(micro, sme)}。`,
    `${v.y()}政府采购支出总额${m(all)}，其中货物类${m(goods)}，工程类${m(works)}，服务类${m(services)}。` +
      `授予中小企业合同金额${m(sme)}，占政府采购支出总额的${v.rate(sme, all)}；授予小微企业合同金额${m(micro)}，占政府采购支出总额的${v.rate(micro, all)}。`,
    `${v.self}政府采购支出总额${m(all)}，其中：货物、工程、服务支出分别为${m(goods)}、${m(works)}、${m(services)}。`,
  ]);
  const assets =
    q.vehicles === 0
      ? r.pick([
          `截至${v.year}年12月31日，${v.self}共有车辆0辆；单价100万元（含）以上设备（不含车辆）0台（套）。`,
          `${v.self}无公务用车，无单价50万元以上通用设备。`,
        ])
      : r.pick([
          `截至${mark('year', String(v.year))}年12月31日，${v.self}共有车辆${mark('count', String(q.vehicles))}辆，其中：` +
            `副部（省）级以上领导用车0辆、主要领导干部用车0辆、机要通信用车0辆、应急保障用车0辆、执法执勤用车0辆、特种专业技术用车0辆、离退休干部用车0辆、其他用车${q.vehicles}辆；` +
            '单价100万元（含）以上设备（不含车辆）0台（套）。',
          `截至${mark('year', String(v.year))}年12月31日，${v.self}共有车辆${q.vehicles}辆，其中：机要通信用车0辆、` +
            `其他用车${q.vehicles}辆，其他用车主要是业务用车；单价50万元以上通用设备2台（套），单价100万元以上专用设备1台（套）。`,
        ]);
  const score = r.int(880, 999) / 10,
    budget = new Big(r.int(1000, 90_000)).div(100).toFixed(2),
    used = new Big(budget).times(0.9).toFixed(2);
  const count = r.int(2, 9);
  const performance = r.pick([
    `根据预算绩效管理要求，${v.self}组织对${v.year}年度${count}个项目支出全面开展绩效自评，共涉及预算资金${v.money(budget, null)}，自评覆盖率达到100%，` +
      `自评平均分为${score}分。`,
    `${v.self}对${count}个项目进行了绩效评价，涉及财政资金${v.money(budget, null)}，占一般公共预算项目支出总额的100%。` +
      `其中“信息系统运行维护”项目全年预算数${v.money(budget, null)}，执行数${v.money(used, null)}，完成预算的${v.rate(used, budget)}，` +
      `自评得分${score}分。`,
    `${v.year}年度实行绩效目标管理的项目${count}个，${r.int(1, count - 1)}个项目得分在90分以上。`,
  ]);
  const split = r.chance(0.5);
  const note = (i: number, name: string, text: string): Line[] =>
    split ? [h(`（${HAN[i]}）${name}情况`), p(text)] : [p(`（${HAN[i]}）${name}情况说明。${text}`)];
  return [
    ...note(0, '机关运行经费支出', running),
    ...note(1, '政府采购支出', procured),
    ...note(2, '国有资产占用', assets),
    ...note(3, '预算绩效管理工作开展', performance),
  ];
}
