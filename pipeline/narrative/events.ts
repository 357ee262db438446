/** @module One sentence and its figures -> its names, figures, brackets and comparisons in words, in order. */
import type { Figure } from '../domain/prose-figures.js';
import type { SubjectPath } from '../domain/subjects.js';
import { type Found, PhraseScanner } from './phrases.js';
import type { Scope } from './scope.js';

const COMPARISON =
  /(?:支出|收入)?决算(?:支出)?数?(?:基本)?(大于|小于|等于|高于|低于|超过|持平)(?:（[^（）]{1,6}）)?(?:于)?(?:年初|全年|调整)?预算数?|(?:支出|收入)?决算(?:支出)?数?(?:与|同|和)(?:年初|全年|调整)?预算数?(?:基本)?(?:持平|一致|相同|相等)|基本?与(?:年初|全年)预算(?:数)?(?:基本)?持平/g;
const UNCHANGED =
  /(?:与|同|比|较)(?:上一?年度?|去年|\d{4}年度?)(?:度)?(?:年初)?(?:预算|决算)?(?:支出)?数?(?:相比)?，?(?:基本)?(?:持平|相同|一致|无变化|没有变化)/g;

/** 行政运行（2010301）, 办公费（30201）: a name and its code. */
const CODED = /[\u4e00-\u9fff、]{2,40}(?:（[^（）\d]{1,8}）[\u4e00-\u9fff、]{0,30})?["']?（(\d{3}|\d{5}|\d{7})）/g;
const FUNCTIONAL = /^2[0-3]\d/;

function codedIn(body: string, scope: Scope): Found[] {
  const found: Found[] = [];
  if (scope === 'none' || scope === 'performance') return found;
  for (const match of body.matchAll(CODED)) {
    const code = match[1]!;
    const account = FUNCTIONAL.test(code)
      ? scope === 'fund' || scope === 'capital'
        ? scope
        : 'function'
      : /^[35]/.test(code)
        ? // Outside basic expenditure the class holds projects as well; 504 is the government's classification.
          scope === 'basic' && code.startsWith('3')
          ? 'economic'
          : 'economic.whole'
        : null;
    if (account === null) continue;
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      subject: `${account}.${code}`,
      head: false,
      names: [match[0].replace(/["']?（\d+）$/, '')],
    });
  }
  return found;
}

export type SentenceEvent =
  | { at: number; what: 'phrase'; found: Found }
  | { at: number; what: 'figure'; figure: Figure }
  | { at: number; what: 'open' }
  | { at: number; what: 'close' }
  | { at: number; what: 'words'; kind: string; value: string; to: number; word: string };

/** @param offset where the sentence begins in its paragraph @param carried the total that a list divides, null when none is named */
export function eventsOf(
  body: string,
  offset: number,
  figures: Figure[],
  scope: Scope,
  carried: SubjectPath | null,
): SentenceEvent[] {
  let head = carried;
  const events: SentenceEvent[] = [];
  const spans: [number, number][] = [];
  const scanner = new PhraseScanner(body);
  const coded = codedIn(body, scope);
  let code = 0;
  let next: Found | null | undefined;
  for (let at = 0; at < body.length; ) {
    // What was found further on is still the next; asked anew each time, a text of codes would be read again and again.
    if (next === undefined || (next !== null && next.from < at)) next = scanner.next(at, { scope, head });
    // A code in brackets decides what the name before it is of: 社会保障和就业支出（2089999）.
    while (code < coded.length && coded[code]!.from < at) code++;
    const first = coded[code];
    const found: Found | null = first && (!next || next.to > first.from) ? first : next;
    if (!found) break;
    at = found.to;
    spans.push([found.from, found.to]);
    // The whole of a share (占收入总计的 …) is not what the share is about.
    const clause = body.slice(Math.max(0, found.from - 16), found.from);
    if (/占[^，。；：\d]*$/.test(clause)) continue;
    // Nor is what the money went to (主要是住房公积金等支出), where no figure of its own follows.
    if (
      /主要(?:是|用于|为)[^，。；：\d]*$/.test(clause) &&
      /^[^，。；：\d]*(?:[，。；：]|$)/.test(body.slice(found.to))
    )
      continue;
    if (found.head) head = found.subject;
    events.push({
      at: offset + found.from,
      what: 'phrase',
      found: { ...found, from: offset + found.from, to: offset + found.to },
    });
  }
  for (let i = 0, span = 0; i < figures.length; i++) {
    const figure = figures[i]!;
    while (span < spans.length && spans[span]![1] <= figure.from - offset) span++;
    // Digits inside a name (（01项）, 单价100万元以上设备) are part of it.
    if (span < spans.length && figure.from - offset >= spans[span]![0]) continue;
    events.push({ at: figure.from, what: 'figure', figure });
  }
  for (let i = 0, span = 0; i < body.length; i++) {
    while (span < spans.length && spans[span]![1] <= i) span++;
    if (span < spans.length && i >= spans[span]![0]) continue;
    if (body[i] === '（') events.push({ at: offset + i, what: 'open' });
    else if (body[i] === '）') events.push({ at: offset + i, what: 'close' });
  }
  for (const match of body.matchAll(COMPARISON)) {
    const word = match[1] ?? '持平';
    const value = /大于|高于|超过/.test(word) ? '1' : /小于|低于/.test(word) ? '-1' : '0';
    events.push({
      at: offset + match.index,
      what: 'words',
      kind: 'budget_comparison',
      value,
      to: offset + match.index + match[0].length,
      word,
    });
  }
  for (const match of body.matchAll(UNCHANGED)) {
    events.push({
      at: offset + match.index,
      what: 'words',
      kind: 'growth_comparison',
      value: '0',
      to: offset + match.index + match[0].length,
      word: '持平',
    });
  }
  const rank = { open: 0, close: 1, phrase: 2, words: 3, figure: 4 };
  return events.sort((a, b) => a.at - b.at || rank[a.what] - rank[b.what]);
}
