/**
 * @module How one invented document speaks: its habits of printing figures and words, and marks that say what each
 * figure is.
 */
import { Big } from 'big.js';
import type { Random } from '../../../samples/generate/random.js';
import { print, share } from '../../../samples/generate/numbers.js';

/** What a marked span of the prose is, and so how an error is planted in it. */
export type MarkKind = 'amount' | 'rate' | 'change' | 'direction' | 'year' | 'item' | 'entity' | 'unit' | 'count';

const OPEN = '\u0001',
  MIDDLE = '\u0002',
  CLOSE = '\u0003';
const MARKED = new RegExp(`${OPEN}([a-z]+)${MIDDLE}([^${CLOSE}]*)${CLOSE}`, 'g');

export const mark = (kind: MarkKind, text: string): string => `${OPEN}${kind}${MIDDLE}${text}${CLOSE}`;

export interface Mark {
  kind: MarkKind;
  at: number;
  text: string;
}

/** A text with marks -> the text as printed, and where its marks stand. */
export function unmarked(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '',
    from = 0;
  for (const match of marked.matchAll(MARKED)) {
    text += marked.slice(from, match.index);
    marks.push({ kind: match[1] as MarkKind, at: text.length, text: match[2]! });
    text += match[2]!;
    from = match.index + match[0].length;
  }
  return { text: text + marked.slice(from), marks };
}

/** Habits that a document keeps from its first page to its last. */
export class Voice {
  readonly year: number;
  readonly self: string;
  readonly grouped: boolean;
  readonly trims: boolean;
  readonly asciiBrackets: boolean;
  readonly last: string;
  readonly comma: string;

  constructor(
    readonly r: Random,
    readonly entity: string,
    year: number,
    scope: '部门' | '单位',
    readonly budget = false,
  ) {
    this.year = year;
    this.self = r.pick([`本${scope}`, `我${scope === '部门' ? '局' : '单位'}`, entity]);
    this.grouped = r.chance(0.4);
    this.trims = r.chance(0.35);
    this.asciiBrackets = r.chance(0.2);
    this.last = r.pick(['上年', '上年度', '去年', `${year - 1}年`, `${year - 1}年度`, '上一年度']);
    this.comma = '，';
  }

  y(): string {
    return `${mark('year', String(this.year))}${this.r.pick(['年度', '年'])}`;
  }

  /** 12,345.60万元, 12345.6万元, 0万元: without a mark where nothing should be planted. */
  money(value: string | undefined, kind: MarkKind | null = 'amount'): string {
    const v = value === '' || value === undefined ? '0.00' : value;
    const trimmed = this.trims || (Number(v) === 0 && this.r.chance(0.3)) ? new Big(v).toFixed() : v;
    const text = print(trimmed, this.grouped ? 'grouped' : 'plain');
    return `${kind === null || Number(v) === 0 ? text : mark(kind, text)}${this.r.chance(0.1) ? ' ' : ''}万元`;
  }

  rate(part: string | undefined, whole: string | undefined): string {
    const places = this.r.pick([2, 2, 2, 1, 0]);
    const full = share(part || '0', whole || '0');
    const text =
      places === 2
        ? full
        : Number(whole || 0) === 0
          ? full
          : new Big(part || 0)
              .times(100)
              .div(whole || 1)
              .toFixed(places);
    return `${Number(text) === 0 ? text : mark('rate', this.trims ? new Big(text).toFixed() : text)}%`;
  }

  /** 增加d万元，增长p% in one of many wordings; nothing about the year it is compared with. */
  change(now: string | undefined, before: string | undefined): string {
    const { r } = this;
    const d = new Big(now || 0).minus(before || 0);
    if (d.eq(0)) return r.pick(['持平', '无变化', '无增减变化']);
    const up = d.gt(0);
    const money = this.money(d.abs().toFixed(2), 'change');
    const verb = mark('direction', up ? '增加' : '减少');
    if (new Big(before || 0).eq(0)) return `${verb}${money}`;
    const p = this.rate(d.abs().toFixed(2), before);
    const rise = mark('direction', up ? r.pick(['增长', '上升']) : r.pick(['下降', '降低']));
    return r.pick([
      `${verb}${money}，${rise}${p}`,
      `${verb}${money}，${rise}${p}`,
      `${verb}${money}、${rise}${p}`,
      `${verb}${money}（${rise}${p}）`,
      `${verb}了${money}，${rise}了${p}`,
      `${verb}${money}，${up ? '增幅' : '降幅'}${r.pick(['', '为'])}${p}`,
      `${verb}${money}，${up ? '增长' : '下降'}幅度为${p}`,
      `${verb}${money}，${rise}率${r.pick(['', '为'])}${p}`,
    ]);
  }

  /** 与上年相比，X增加…: subject and comparison in several orders. */
  compared(subject: string, now: string | undefined, before: string | undefined): string {
    const { r, last } = this;
    const change = this.change(now, before);
    if (/^[持无]/.test(change))
      return r.pick([
        `${subject}与${last}${change}`,
        `与${last}相比，${subject}${change}`,
        `${subject}与${last}相比${change}`,
      ]);
    return r.pick([
      `与${last}相比，${subject}${change}`,
      `${subject}比${last}${change}`,
      `${subject}较${last}${change}`,
      `同${last}相比，${subject}${change}`,
      `与${last}相比${subject}${change}`,
    ]);
  }

  reason(): string {
    const { r, year } = this;
    return r.pick([
      '主要原因是人员调整',
      '主要原因：一是落实工资调标政策，二是项目结转',
      '主要是本年度部分项目跨年实施',
      '变动的主要原因是据实结算',
      `主要原因是根据财预〔${year - 1}〕143号文件要求调整经费`,
      `主要原因是${year - 1}年一次性项目已完工，相应经费不再安排`,
      '主要原因是严格落实过“紧日子”要求，压减一般性支出',
      '主要原因：1.人员经费调标；2.新增专项业务；3.部分项目延期支付',
      '原因是机构改革职能划转',
      '主要是按照《中华人民共和国预算法》有关规定收回结余资金',
    ]);
  }

  /** 决算数大于预算数的主要原因是…, where both are known. */
  againstBudget(actual: string | undefined, planned: string | undefined): string {
    const { r } = this;
    const sign = new Big(actual || 0).cmp(planned || 0);
    if (sign === 0)
      return r.pick([
        '决算数与年初预算数持平',
        '决算数等于年初预算数',
        '与年初预算持平',
        '决算数与预算数一致',
        '决算数与年初预算数基本持平',
      ]);
    const word = mark('direction', sign > 0 ? '大于' : '小于');
    const odd = mark('direction', sign > 0 ? r.pick(['高于', '超过']) : '低于');
    return (
      `${r.pick([`决算数${word}年初预算数`, `决算数${word}预算数`, `决算数${odd}年初预算数`, `支出决算数${word}年初预算数`])}的主要原因` +
      `${r.pick(['是', '：', '是：'])}` +
      `${sign > 0 ? r.pick(['年中追加经费', '执行中按规定调整预算', '使用上年结转资金']) : r.pick(['据实结算', '压减支出', '部分项目未实施'])}`
    );
  }
}
