/**
 * @module The prose of a final account: statutory sentences with the figures of its tables, short connecting text of
 * our own.
 */
import type { FinalAccounts } from './accounts.js';
import { row } from './accounts.js';
import { ECONOMIC } from './catalogue.js';
import type { Block } from './model.js';
import { print, share } from './numbers.js';
import { Big } from 'big.js';

export interface Prose {
  accounts: FinalAccounts;
  /** 本部门 or 本单位. */
  self: string;
  grouped: boolean;
  /** Totals of the year before, for growth sentences. */
  prior: { total: string; running: string };
  /** Initial budget by functional code (项) and in total. */
  initial: Record<string, string>;
  procurement: { goods: string; works: string; services: string; sme: string; micro: string };
  vehicles: number;
  operating: string | null;
}

const heading = (text: string): Block => ({ t: 'text', text, bold: true, before: 6, indent: 2, toc: 2 });
const para = (text: string): Block => ({ t: 'text', text, indent: 2 });

/** 增加 d 万元，增长 p% · 减少 d 万元，下降 p% · 持平. */
function growth(now: string, before: string, money: (v: string) => string): string {
  const d = new Big(now || 0).minus(before || 0);
  if (d.eq(0)) return '与上年持平';
  const amount = money(d.abs().toFixed(2));
  const word = d.gt(0) ? ['增加', '增长'] : ['减少', '下降'];
  return new Big(before || 0).eq(0)
    ? `比上年${word[0]}${amount}`
    : `比上年${word[0]}${amount}，${word[1]}${share(d.abs().toFixed(2), before)}%`;
}

export function finalProse(p: Prose): Block[] {
  const a = p.accounts;
  const money = (v: string | undefined) => `${print(v || '0.00', p.grouped ? 'grouped' : 'plain')}万元`;
  const total = row(a.income, '').values;
  const spent = row(a.expenditure, '').values;
  const general = row(a.general, '').values;
  const v = (list: string[], i: number) => list[i] || '0.00';
  const opening = a.summary.tail.find((t) => t.left === '年初结转和结余')?.leftValue ?? '';
  const closing = a.summary.tail.find((t) => t.right === '年末结转和结余')?.rightValues[0] ?? '';
  const grand = a.summary.tail[a.summary.tail.length - 1]?.leftValue ?? '';
  const blocks: Block[] = [];
  const names = ['财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];

  blocks.push(
    heading('一、收入支出决算总体情况说明'),
    para(
      `${a.year}年度收入总计${money(grand)}，支出总计${money(grand)}。` +
        `与上年相比，收入总计${growth(grand, p.prior.total, money).replace('比上年', '').replace('与上年', '')}。` +
        `其中：年初结转和结余${money(opening)}，年末结转和结余${money(closing)}。`,
    ),
  );
  blocks.push(
    heading('二、收入决算情况说明'),
    para(
      `${a.year}年度本年收入合计${money(v(total, 0))}，其中：${names.map((n, i) => `${n}${money(v(total, i + 1))}，占${share(v(total, i + 1), v(total, 0))}%`).join('；')}。`,
    ),
  );
  const kinds = ['基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
  blocks.push(
    heading('三、支出决算情况说明'),
    para(
      `${a.year}年度本年支出合计${money(v(spent, 0))}，其中：${kinds.map((n, i) => `${n}${money(v(spent, i + 1))}，占${share(v(spent, i + 1), v(spent, 0))}%`).join('；')}。`,
    ),
  );
  const appropriation = a.appropriation.tail[a.appropriation.tail.length - 1]?.leftValue ?? '';
  blocks.push(
    heading('四、财政拨款收入支出决算总体情况说明'),
    para(`${a.year}年度财政拨款收入总计${money(appropriation)}，支出总计${money(appropriation)}。`),
  );
  blocks.push(heading('五、一般公共预算财政拨款支出决算情况说明'), ...generalProse(p, money, general, spent));
  const list = (keys: (keyof typeof ECONOMIC)[]) =>
    keys
      .flatMap((k) => [...ECONOMIC[k]])
      .filter(([code]) => code.length > 3 && Number(a.economic[code] ?? 0) > 0)
      .map(([, name]) => name)
      .join('、');
  blocks.push(
    heading('六、一般公共预算财政拨款基本支出决算情况说明'),
    para(
      `${a.year}年度一般公共预算财政拨款基本支出${money(v(general, 1))}，其中：人员经费${money(a.personnel)}，主要包括：` +
        `${list(['301', '303'])}；公用经费${money(a.publicUse)}，主要包括：${list(['302', '307', '310', '312', '399'])}。`,
    ),
  );
  blocks.push(
    heading('七、政府性基金预算财政拨款收入支出决算情况说明'),
    para(`${p.self}${a.year}年度无政府性基金预算财政拨款收支，已公开空表。`),
  );
  blocks.push(
    heading('八、国有资本经营预算财政拨款支出决算情况说明'),
    para(`${p.self}${a.year}年度无国有资本经营预算财政拨款收支，已公开空表。`),
  );
  blocks.push(heading('九、财政拨款“三公”经费支出决算情况说明'), ...threePublicProse(p, money));
  blocks.push(heading('十、其他重要事项的情况说明'), ...otherProse(p, money));
  return blocks;
}

function generalProse(
  p: Prose,
  money: (v: string | undefined) => string,
  general: string[],
  spent: string[],
): Block[] {
  const a = p.accounts;
  const classes = a.general.filter((r) => r.code.length === 3);
  const initial = Object.values(p.initial)
    .reduce((s, x) => s.plus(x), new Big(0))
    .toFixed(2);
  const out = [
    para(
      `${a.year}年度一般公共预算财政拨款支出年初预算${money(initial)}，支出决算${money(general[0])}，完成年初预算的${share(general[0] ?? '', initial)}%，占本年支出合计的${share(general[0] ?? '', spent[0] ?? '')}%。按支出功能分类科目分，包括：${classes.map((r) => `${r.name}（类）${money(r.values[0])}，占${share(r.values[0] ?? '', general[0] ?? '')}%`).join('；')}。其中：`,
    ),
  ];
  let n = 0;
  for (const r of a.general.filter((x) => x.code.length === 7)) {
    const path =
      `${row(a.general, r.code.slice(0, 3)).name}（类）${row(a.general, r.code.slice(0, 5)).name}（款）` +
      `${r.name}（项）`;
    const planned = p.initial[r.code];
    const d = planned === undefined ? 0 : new Big(r.values[0] || 0).cmp(planned);
    const why =
      d > 0
        ? '，决算数大于年初预算数的主要原因是年中按规定追加'
        : d < 0
          ? '，决算数小于年初预算数的主要原因是据实结算'
          : '，决算数与年初预算数持平';
    out.push(
      para(
        `${++n}.${path}。${planned === undefined ? `无年初预算，支出决算${money(r.values[0])}，决算数大于年初预算数的主要原因是使用上年结转资金` : `年初预算${money(planned)}，支出决算${money(r.values[0])}，完成年初预算的${share(r.values[0] ?? '', planned)}%${why}`}。`,
      ),
    );
  }
  return out;
}

function threePublicProse(p: Prose, money: (v: string | undefined) => string): Block[] {
  const { threePublicBudget: b, threePublicActual: t } = p.accounts;
  const done = (actual: string, budget: string) => (Number(budget) ? `，完成预算的${share(actual, budget)}%` : '');
  const compare = (actual: string, budget: string) =>
    Number(actual) > Number(budget) ? '大于' : Number(actual) < Number(budget) ? '小于' : '等于';
  const out = [
    para(
      `${p.accounts.year}年度财政拨款安排的“三公”经费支出预算${money(b.total)}，支出决算${money(t.total)}${done(t.total, b.total)}` +
        `，决算数${compare(t.total, b.total)}预算数。其中：`,
    ),
  ];
  out.push(para(`1.因公出国（境）费${money(t.abroad)}。全年参加出国（境）团组0个，累计0人次。`));
  out.push(
    para(`2.公务接待费${money(t.reception)}${done(t.reception, b.reception)}。国内公务接待累计0批次、0人次。`),
  );
  out.push(
    para(
      `3.公务用车购置及运行维护费${money(t.vehicles)}${done(t.vehicles, b.vehicles)}。` +
        `其中：公务用车购置费${money(t.purchase)}，当年购置公务用车0辆；` +
        `公务用车运行维护费${money(t.running)}，${growth(t.running, p.prior.running, money)}，` +
        `年末使用财政拨款开支运行维护费的公务用车保有量${p.vehicles}辆。`,
    ),
  );
  if (b.training !== undefined)
    out.push(
      para(
        `4.培训费支出预算${money(b.training)}，支出决算${money(t.training)}；会议费支出决算${money(t.conference)}。`,
      ),
    );
  return out;
}

function otherProse(p: Prose, money: (v: string | undefined) => string): Block[] {
  const q = p.procurement;
  const all = new Big(q.goods).plus(q.works).plus(q.services).toFixed(2);
  return [
    para(
      p.operating === null
        ? `（一）机关运行经费支出情况。${p.self}为事业单位，无机关运行经费。`
        : `（一）机关运行经费支出情况。${p.accounts.year}年度机关运行经费支出${money(p.operating)}。`,
    ),
    para(
      `（二）政府采购支出情况。${p.accounts.year}年度政府采购支出总额${money(all)}，其中：政府采购货物支出${money(q.goods)}、` +
        `政府采购工程支出${money(q.works)}、政府采购服务支出${money(q.services)}。` +
        `授予中小企业合同金额${money(q.sme)}，占政府采购支出总额的${share(q.sme, all)}%，其中：授予小微企业合同金额${money(q.micro)}，` +
        `占授予中小企业合同金额的${share(q.micro, q.sme)}%。`,
    ),
    para(
      `（三）国有资产占用情况。截至${p.accounts.year}年12月31日，${p.self}共有车辆${p.vehicles}辆，其中：其他用车${p.vehicles}辆；` +
        '单价100万元（含）以上设备（不含车辆）0台（套）。',
    ),
    para(
      '（四）其他需要说明的情况。公开数据以万元为单位，保留两位小数，合计数与明细数之间可能存在四舍五入产生的尾差。',
    ),
  ];
}
