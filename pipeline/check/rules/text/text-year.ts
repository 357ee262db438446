/**
 * @module A year that is not the document's: in a title or heading, or governing a sentence that states this year's
 * figures.
 */
import type { Statement } from '../../../narrative/types.js';
import { pathOf } from '../../narrative/places.js';
import { isPrintedForOwnYear } from '../../narrative/own-year.js';
import { close } from '../../quantity.js';
import type { CheckContext } from '../../context.js';
import { excerpt, fails, sure, words } from '../../narrative/say.js';
import { offsetsOf, textRule } from '../../narrative/text-rule.js';
import { anyOf, maybe } from '../../words.js';

/** A title names the document's own year: "2023年度部门决算情况说明", "2025年部门预算". */
const TITLE_YEAR =
  /(20\d\d)年度?(?:[\u4e00-\u9fff（）]{0,30}?)(?:决算|预算)(?:公开|情况|编制说明|说明|表|报表|支出|收入|收支|财政拨款|当年拨款|$)/g;
/** "2023年度收入总计": the year right before what the sentence states. */
const YEAR = /(20\d\d)年(?:度)?/g;
/** 主要是2025年…, 原因是2021年…: a reason may lie in the year before. */
const REASON = /(?:主要是|原因(?:是|为|：)?：?|由于|因为?|系|鉴于|①|②|③|(?:一|二|三)是)$/;
/** 比2026年预算增加, 与2026年预算持平 */
const OWN_BUDGET =
  /[与比较同](20\d\d)年(?:度)?(?:部门|单位)?(?:年初)?预算(?:数|安排)?(?:相比)?，?(?:基本)?(?:减少|增加|下降|增长|持平|相同|降低|上升)/g;
/** A project's time, a whole calendar year, under a heading of its own or behind such words. */
const PERIOD = /(20\d\d)年0?1月0?1?日?(?:[-—–~～至到]|--)+(20\d\d)年12月(?:31日)?/;
const SCHEDULE = /(?:实施|项目|执行)(?:周期|期限|期间|时间)|起止(?:时间|日期)/;
const TABLE_YEAR = /(20\d\d)年度?(?=(?:金额)?单位：)|^（(20\d\d)年度?）$/g;
/** Before the year: another year is meant on purpose. After it: it is a comparison, a carry-over, a law, a date. */
const COMPARED =
  /(?:与|比|较|同|上年|去年|至|自|从|截至|截止|根据|按照|《|于|在|将|到|〔|\[|（|在|和|、|对|原|由|结转)$/;
/** Words of the year's accounts; with them a sentence says whose figures it gives. */
const WHOSE = maybe(
  '本部门',
  '本单位',
  '我部门',
  '我单位',
  '部门',
  '单位',
  '本年',
  '财政拨款',
  '一般公共预算财政拨款',
);
const TOTALS = anyOf(
  ...['收入支出总计', '收入总计', '支出总计', '收入、支出总计'],
  ...['本年收入合计', '本年支出合计', '收入合计', '支出合计'],
);
const FUNDS = anyOf('财政拨款(?:收入|支出|基本支出)', '一般公共预算财政拨款', '政府性基金预算财政拨款(?:收入|支出)');
const NONE = anyOf(
  ...['无政府性基金', '无国有资本', '没有政府性基金', '没有国有资本'],
  ...['无财政拨款', '无"三公"'],
);
const MATTERS = anyOf(
  ...['"三公"经费', '机关运行经费', '政府采购(?:支出|金额|总额)', '财政拨款安排的', '部门决算编制范围'],
  ...['预算绩效管理', '参加出国', '国内公务接待', '因公出国', '公务接待费', '公务用车'],
  ...['面向中小企业', '本部门面向', '本单位面向'],
);
/** 本部门收入支出总计, 的机关运行经费, 无政府性基金 */
const OWN_YEAR = new RegExp(`^${WHOSE}(?:的)?${anyOf(TOTALS, FUNDS, NONE, MATTERS)}`);
/** 与2023年度相比: the year compared with is the one before; a budget compared with (与2024年初预算相比) may be this year's. */
const COMPARISON =
  /[与比较同](20\d\d)年(?:度)?(?!初|预算|全年)[^，。；\d]{0,16}?(?:相比|减少|增加|下降|增长|持平|相同|降低|上升)/g;
/** 绩效自评的2024年度项目, 2024年度部门决算编制范围 */
const OWN_YEAR_AFTER =
  /(?:绩效目标|绩效跟踪评价|绩效跟踪|绩效自评)的(20\d\d)年度?项目|(20\d\d)年度?(?:部门|单位)?决算编制范围/g;

/** Further on in a reason, up to its full stop, any year may be meant. */
function inReason(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 120), at);
  return /原因|主要是|由于/.test(before.slice(before.lastIndexOf('。') + 1));
}

export const rule = textRule({
  id: 'text-year',
  severity: 'error',
  title: { zh: '年度与文件年度不符', en: 'A title or sentence names another year than the document’s' },
  contents: true,
  merge: true,
  where: ({ matching }, { identity: { fiscal_year: own } }) =>
    own === null ? null : offsetsOf(matching, new RegExp(`(?:(?!${own})20\\d\\d|(?<=[与比较同])${own})年`, 'g')),
  *look({ paragraph, text, index, scope, inContents, heading: titled }, ctx) {
    const own = ctx.identity.fiscal_year;
    if (own === null) {
      yield { outcome: 'not_evaluable', why: 'the fiscal year is not known' };
      return;
    }
    if (ctx.identity.kind === 'budget') yield* lastYearsPeriod(text, index);
    // The cover's lines have no number; they are the document's title all the same.
    const cover = paragraph.pages[0] === 1 && !/[，。；：]/.test(text);
    const heading = inContents || cover || titled;
    if (heading) {
      // A budget may head a section on last year's accounts, and accounts one on the next budget.
      const kind = ctx.identity.kind === 'budget' ? '预算' : '决算';
      for (const match of text.matchAll(TITLE_YEAR))
        if (match[0].includes(kind))
          yield* wrong(match.index, match.index + match[0].length, Number(match[1]), match[0]);
      return;
    }
    // The line over a table: 单位：示例局 2024年度 金额单位：万元; （2024年度） below a form's title.
    if (text.length < 90)
      for (const match of text.matchAll(TABLE_YEAR))
        yield* wrong(match.index, match.index + match[0].length, Number(match[1] ?? match[2]), match[0]);
    for (const match of text.matchAll(OWN_YEAR_AFTER))
      yield* wrong(match.index, match.index + match[0].length, Number(match[1] ?? match[2]), match[0]);
    if (scope === 'none') return;
    if (scope !== 'performance') {
      for (const match of text.matchAll(COMPARISON)) {
        const year = Number(match[1]);
        if (year !== own - 1 && Math.abs(year - own) <= 3)
          yield compared(match.index, match.index + match[0].length, year, match[0]);
      }
    }
    // A budget compared with itself: 2026年 … 比2026年预算增加, in the budget of 2026.
    if (ctx.identity.kind === 'budget' && scope !== 'performance')
      for (const match of text.matchAll(OWN_BUDGET))
        if (
          Number(match[1]) === own &&
          !/20\d\d年[^，。；]{0,12}$/.test(text.slice(Math.max(0, match.index - 16), match.index))
        )
          yield compared(match.index, match.index + match[0].length, own, match[0]);
    const opening = STATED_SCOPES.has(scope) ? OPENING.exec(text) : null;
    if (
      opening &&
      Number(opening[1]) !== own &&
      ctx.groups.inParagraph(index).some((s) => !s.subject.endsWith('.prior_year'))
    ) {
      yield* wrong(0, opening[0].length, Number(opening[1]), opening[0]);
      return;
    }
    for (const match of text.matchAll(YEAR)) {
      const from = match.index,
        year = Number(match[1]);
      if (year === own) continue;
      const before = text.slice(Math.max(0, from - 8), from),
        after = text.slice(from + match[0].length, from + match[0].length + 30);
      if (!COMPARED.test(before) && !REASON.test(before) && !inReason(text, from)) {
        // "2022年…支出 2573.09 万元" may be last year's figure, given on purpose; this year's figure under that year is not.
        const figures = ctx.groups
          .inParagraph(index)
          .filter(
            (s) => s.kind === 'amount' && s.subject.endsWith('.prior_year') && s.at >= from && s.at < from + 80,
          );
        const ours = figures.some((s) => isThisYears(ctx, s));
        if (
          OWN_YEAR.test(after)
            ? figures.length > 0 && !ours
            : !figures.some((s) => s.from <= from && belongsHere(ctx, s, text))
        )
          continue;
        yield* wrong(from, from + match[0].length, year, match[0] + after.slice(0, 12));
      }
      // "截至2023年12月31日" in the accounts of 2024.
      if (ctx.identity.kind === 'final_accounts' && /截[至止]$/.test(before) && /^12月31日/.test(after))
        yield* wrong(from - 2, from + match[0].length + 6, year, `截至${year}年12月31日`);
    }

    /** 实施周期 2025年1月1日-2025年12月31日 in the budget of 2026: last year's project, word for word. */
    function* lastYearsPeriod(said: string, at: number) {
      const match = PERIOD.exec(said);
      if (!match || Number(match[1]) !== own! - 1 || match[1] !== match[2]) return;
      const above = at > 0 ? ctx.text.passages[at - 1]!.text : '';
      if (!SCHEDULE.test(said.slice(0, match.index)) && !(above.length < 20 && SCHEDULE.test(above))) return;
      yield* wrong(match.index, match.index + match[0].length, own! - 1, match[0]);
    }

    function compared(from: number, to: number, year: number, said: string) {
      return fails({
        severity: sure(paragraph, from, to),
        reported: String(year),
        computed: String(own! - 1),
        zh: `“${excerpt(paragraph.text, from, to, 10)}”：文件为${own}年度，应与${own! - 1}年比较，此处写作${year}年（${said}）。`,
        en: `The document is of ${own} and compares with ${own! - 1}; here it says ${year}.`,
        evidence: [words(paragraph, from, to, 4)],
      });
    }

    function* wrong(from: number, to: number, year: number, said: string) {
      if (year === own) return;
      // A year long gone or to come is the name of a plan or a law, not this document's title gone wrong.
      if (Math.abs(year - own!) > 3) return;
      yield fails({
        severity: sure(paragraph, from, to),
        reported: String(year),
        computed: String(own),
        zh: `“${excerpt(paragraph.text, from, to, 16)}”：文件为${own}年度，此处写作${year}年（${said}）。`,
        en: `The document is of ${own}; here it says ${year}.`,
        evidence: [words(paragraph, from, to, 6)],
      });
    }
  },
});

/** Whether tables, or the prose elsewhere, give this amount for the document's own year. */
function isThisYears(ctx: CheckContext, statement: Statement): boolean {
  const said = ctx.stated.quantity(statement)!;
  // Nobody gives last year's nothing alone.
  if (said.value.isZero())
    return ctx.groups
      .inParagraph(statement.paragraph)
      .every((s) => s.kind !== 'amount' || s.subject.endsWith('.prior_year'));
  const own = (['actual', 'budget'] as const).flatMap((phase) =>
    ctx.groups.candidates(statement, pathOf(statement.subject), phase, said.unit ?? '万元'),
  );
  // Stated nowhere else: then it is the only figure of its kind, and this document's.
  return own.length === 0 || own.some(({ q }) => close(said, [{ q, sign: 1 }]).verdict !== 'beyond');
}

/** Whether the sentence itself shows that its figure is the document's own year's: by a table, or by parts that are. */
function belongsHere(ctx: CheckContext, statement: Statement, text: string): boolean {
  const sentence = ctx.groups.inParagraph(statement.paragraph).filter((s) => s.from === statement.from),
    path = pathOf(statement.subject);
  if (
    sentence.some(
      (s) =>
        s.kind === 'growth_comparison' ||
        (s.kind === 'amount' && (s.subject === `${path}.actual` || s.subject === `${path}.budget`)),
    )
  )
    return false;
  if (isPrintedForOwnYear(ctx, statement)) return true;
  // 2023年…支出 100 万元，其中：人员经费 70 万元: a whole of one year has no parts of another.
  const next = sentence.find((s) => s.kind === 'amount' && s.at > statement.at);
  return (
    next !== undefined &&
    !next.subject.endsWith('.prior_year') &&
    /^，?(?:其中|包括|由)(?!.*20\d\d年)/.test(text.slice(statement.end, next.at))
  );
}

/** "2024年，示例局所属各预算单位 …": a paragraph of figures opens with its year. */
const OPENING = /^(?:\d{1,2}[、.])?(20\d\d)年(?:度)?，/;
const STATED_SCOPES = new Set<string>(['three_public', 'operating', 'procurement', 'assets']);
