/** @module Sentences on functional classes and items: 某某支出（类）某某（款）某某（项）: 年初预算, 支出决算, 完成年初预算的 p%. */
import { SPOKEN_CLASSES, spokenNames } from '../../domain/classes.js';
import type { SubjectPath } from '../../domain/subjects.js';
import type { StatementKind } from './phrase.js';

/** A subject name: Chinese characters, 、, and one bracketed insertion as in 政府办公厅（室）. */
const NAME = '[\\u4e00-\\u9fff、A-Za-z]{1,40}(?:（[^（）类款项]{1,8}）[\\u4e00-\\u9fff、]{0,30})?';

const CLASS_OF_NAME = new Map(
  SPOKEN_CLASSES.flatMap((one) => spokenNames(one).map((name) => [name, one.code] as const)),
);

const account = (scope: string): 'function' | 'fund' | 'capital' | null =>
  scope === 'fund'
    ? 'fund'
    : scope === 'capital'
      ? 'capital'
      : scope === 'general' || scope === 'all' || scope === 'fiscal'
        ? 'function'
        : null;

/** A level that the sentence leaves out is empty in the path: function.//行政运行. */
function itemPath(scope: string, itemClass: string, group: string, item: string): SubjectPath | null {
  const of = account(scope);
  return (
    of && `${of}.${itemClass && tidy(itemClass)}/${itemClass ? group : tidy(group)}/${group ? item : tidy(item)}`
  );
}

/** Drops what a sentence puts before a name: 其中, 用于, quotes, numbers stand outside the Chinese run already. */
function tidy(name: string): string {
  return name.replace(/^(?:其中|主要用于|用于|包括|以及|按照|科目)+/, '');
}

export const functionalItems: StatementKind = {
  id: 'functional-items',
  phrases: [
    {
      // Newer accounts print the code's digits inside: 卫生健康支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）.
      pattern: `(?<itemClass>${NAME})（\\d{0,3}类）(?<itemGroup>${NAME})（\\d{0,3}款）(?<item>${NAME})（\\d{0,3}项）`,
      anchor: '类）',
      subject: ({ scope }, match) =>
        itemPath(scope, match.groups!.itemClass!, match.groups!.itemGroup!, match.groups!.item!),
      names: (match) => [tidy(match.groups!.itemClass!), match.groups!.itemGroup!, match.groups!.item!],
    },
    {
      pattern: `(?<groupAlone>${NAME})（\\d{0,3}款）(?<itemInGroup>${NAME})（\\d{0,3}项）`,
      anchor: '款）',
      subject: ({ scope }, match) => itemPath(scope, '', match.groups!.groupAlone!, match.groups!.itemInGroup!),
      names: (match) => ['', tidy(match.groups!.groupAlone!), match.groups!.itemInGroup!],
    },
    {
      pattern: `(?<itemAlone>${NAME})（\\d{0,3}项）`,
      anchor: '项）',
      subject: ({ scope }, match) => itemPath(scope, '', '', match.groups!.itemAlone!),
      names: (match) => ['', '', tidy(match.groups!.itemAlone!)],
    },
    {
      pattern: `(?<onlyClass>${NAME})（\\d{0,3}类）`,
      anchor: '类）',
      subject: ({ scope }, match) => {
        const of = account(scope);
        return of && `${of}.${CLASS_OF_NAME.get(tidy(match.groups!.onlyClass!)) ?? tidy(match.groups!.onlyClass!)}`;
      },
      names: (match) => [tidy(match.groups!.onlyClass!)],
    },
    {
      // 其他支出 and 国有资本经营预算支出 without （类） mean other things more often.
      pattern: `(?<plainClass>${SPOKEN_CLASSES.filter(({ code }) => code !== '229' && code !== '223')
        .flatMap(spokenNames)
        .join('|')})`,
      subject: ({ scope }, match) => {
        const of = account(scope);
        return of && `${of}.${CLASS_OF_NAME.get(match.groups!.plainClass!)!}`;
      },
      names: (match) => [match.groups!.plainClass!],
    },
    {
      // As one of a list of classes, right before its amount.
      pattern: '(?<=[；：]|[^本目]支出[\\d，.]{1,16}万元[，、])其他支出(?=\\d)',
      subject: ({ scope, head }) => (scope === 'general' && head?.startsWith('general.') ? 'function.229' : null),
      names: () => ['其他支出'],
    },
  ],
};
