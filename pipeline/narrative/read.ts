/** @module One paragraph -> the figures it states: every figure with what its sentence says it is. */
import type { Paragraph } from '../model.js';
import { eventsOf } from './events.js';
import { isGlue } from './glue.js';
import { plainOf } from './normal.js';
import { type Figure, figuresIn } from '../domain/prose-figures.js';
import type { Found } from './phrases.js';
import { type Carry, phaseOf, type Reading, reading, type Setting, type Subject, understood } from './reading.js';
import { isJoint, rowOfFigures, saysRespectively } from './respectively.js';
import { type Role, roleOf } from './roles.js';
import type { Scope } from './scope.js';
import { sentencesOf } from './sentences.js';
import { append } from '../domain/extremes.js';

/** A year right before a name, unless the year is only compared with. */
const YEAR_BEFORE =
  /(?<![比与较同至从于和])(20\d\d)年(?:度|末)?(?:[本我全](?:部门|单位|局|院|校|办|委|中心|街道|所|站|厅|处|会|队|园|年)?|部门|单位|[\u4e00-\u9fff（）]{4,30}(?:局|委|会|办|厅|院|校|所|站|中心|政府|部|处|馆|队|园|街道|室))?$/;

const SUB_UNIT = /(?:其中|包括)：?[^，。；]{0,8}(?:本级|下属|直属|所属)[^，。；]{0,12}$/;

export function readParagraph(paragraph: Paragraph, scope: Scope, setting: Setting, carry: Carry): Reading[] {
  const text = plainOf(paragraph);
  const readings: Reading[] = [];
  const figures = figuresIn(text);
  if (figures.length === 0 && !/持平|大于|小于|相同/.test(text)) {
    // Without figures a paragraph can still be a heading that names the total of the list below it.
    return readings;
  }
  let subject: Subject | null = null;
  let figureIndex = 0;
  for (const sentence of sentencesOf(text)) {
    const own: Figure[] = [];
    while (figureIndex < figures.length && figures[figureIndex]!.from < sentence.to)
      own.push(figures[figureIndex++]!);
    subject = readSentence(text, sentence, own, scope, setting, carry, subject, readings);
  }
  return readings;
}

function readSentence(
  text: string,
  sentence: { from: number; to: number },
  figures: Figure[],
  scope: Scope,
  setting: Setting,
  carry: Carry,
  inherited: Subject | null,
  readings: Reading[],
): Subject | null {
  const body = text.slice(sentence.from, sentence.to);
  // Most sentences give reasons. Without a figure only a title, an item's heading or a comparison in words has something to say.
  if (
    figures.length === 0 &&
    body.length > 40 &&
    !body.includes('项）') &&
    !/持平|大于|小于|相同|一致|等于|高于|低于|超过|变化/.test(body)
  )
    return inherited;
  const events = eventsOf(body, sentence.from, figures, scope, carry.head);
  let subject = inherited;
  /** A name that no figure follows (主要用于：项目支出。) must not take the figures of the next sentence; an item's heading does. */
  let settled = inherited;
  const outer: { subject: Subject | null; mark: number }[] = [];
  /** Where the gap before the next figure begins. */
  let mark = sentence.from;
  /** Names in a row (A、B和C), which 分别 gives a figure each; and how many figures of such a row are still to come. */
  let row: Subject[] = [],
    left = 0;
  for (const [at, event] of events.entries()) {
    if (event.what === 'open') {
      outer.push({ subject, mark });
      mark = event.at + 1;
      continue;
    }
    if (event.what === 'close') {
      const back = outer.pop();
      if (back) ({ subject, mark } = back);
      continue;
    }
    if (event.what === 'phrase') {
      const { found } = event;
      // A sub-unit's share of the figure is not the figure.
      if (SUB_UNIT.test(text.slice(Math.max(sentence.from, found.from - 30), found.from))) {
        subject = null;
        row = [];
        mark = found.to;
        continue;
      }
      const year = YEAR_BEFORE.exec(text.slice(Math.max(sentence.from, found.from - 40), found.from))?.[1];
      const priorYear = year !== undefined && setting.fiscalYear !== null && Number(year) !== setting.fiscalYear;
      const before: Subject | null = subject;
      subject = {
        path: found.subject,
        names: found.names,
        group: carry.group++,
        from: found.from,
        to: found.to,
        priorYear,
      };
      // Pushed, not copied: a sentence without an end may be one row of names.
      if (before && before.to === mark && isJoint(text.slice(before.to, found.from))) row.push(subject);
      else row = [subject];
      if (found.head) carry.head = found.subject;
      if (found.names.length === 3 || isTitle(text, sentence, found)) settled = subject;
      mark = found.to;
      continue;
    }
    if (event.what === 'words') {
      if (subject && isGlue(text.slice(mark, event.at))) {
        settled = subject;
        readings.push(
          reading(
            subject,
            event.kind,
            event.value,
            null,
            null,
            event.at,
            event.to,
            sentence,
            [...subject.names, event.word],
            phaseOf(subject, setting.phase),
          ),
        );
      }
      mark = Math.max(mark, event.to);
      continue;
    }
    const { figure } = event;
    // A year or a date is no figure, and nothing ends at it.
    if (figure.unit === null && /^[年月日度]/.test(text.slice(figure.to, figure.to + 1))) continue;
    if (left > 0) {
      left--;
      mark = Math.max(mark, figure.to);
      continue;
    }
    if (figure.from < mark) continue;
    const gap = text.slice(mark, figure.from);
    const role = roleOf(gap, figure) ?? ofBudget(gap, figure, readings.at(-1), mark);
    const before = role === null ? gap : gap.slice(0, gap.length - role.lead);
    const adjacent = role !== null && (isGlue(before) || (role.kind === 'completion_rate' && USED_FOR.test(before)));
    if (saysRespectively(gap)) {
      const ahead = rowOfFigures(text, events, at);
      const { length } = ahead;
      // One name that stands for two (收入总计、支出总计) may be given the same figure twice.
      if (length > 1 && !(row.length === 1 && isJointName(text, row[0]!))) {
        if (role && adjacent && length === row.length) {
          let { priorYear } = row[0]!;
          for (const [i, own] of row.entries()) {
            const said = understood(
              text,
              i === 0 ? role : { ...role, lead: 0 },
              { ...own, priorYear },
              ahead[i]!,
              sentence,
              scope,
              setting,
              carry,
              own.to,
            );
            // "上年分别为": the words before the first figure hold for all.
            priorYear ||= said[0]?.about.phase === 'prior_year';
            append(readings, said);
          }
        }
        left = length - 1;
        mark = figure.to;
        // What follows without a name is about none of them alone.
        subject = null;
        if (outer.length === 0) settled = null;
        continue;
      }
    }
    if (role && subject && adjacent) {
      append(readings, understood(text, role, subject, figure, sentence, scope, setting, carry, mark));
      if (outer.length === 0) settled = subject;
    } else if (figure.unit !== null && outer.length === 0) {
      // Something else is spoken of: what follows without a name of its own is about that.
      subject = null;
      settled = null;
    }
    mark = figure.to;
  }
  return settled;
}

/** What an item was spent on stands between its amount and its completion rate: …万元，主要是日常运转等支出，完成年初预算的…. */
const USED_FOR = /^，主要(?:是|用于|为)[^。；\d]*，$/;

/** 支出决算 b 万元，为年初预算 a 万元的 p%. */
function ofBudget(gap: string, figure: Figure, last: Reading | undefined, mark: number): Role | null {
  return gap === '的' &&
    figure.unit === '%' &&
    last?.kind === 'amount' &&
    last.end === mark &&
    last.about.phase === 'budget'
    ? { kind: 'completion_rate', lead: 1 }
    : null;
}

/** 收入总计、支出总计: two names that are one subject. */
function isJointName(text: string, { from, to }: Subject): boolean {
  return /[、和与]/.test(text.slice(from, to));
}

/** "1、卫生健康支出。" names what the next sentences are about. */
function isTitle(text: string, sentence: { from: number; to: number }, found: Found): boolean {
  return (
    sentence.to - found.to <= 1 &&
    /^(?:（?[\d一二三四五六七八九十]{1,3}[）、.]+)?$/.test(text.slice(sentence.from, found.from))
  );
}
