/** @module Sentences on functional classes and items: 某某支出（类）某某（款）某某（项）: 年初预算, 支出决算, 完成年初预算的 p%. */
import type { StatementKind } from './phrase.js';

/** A subject name: Chinese characters, 、, and one bracketed insertion as in 政府办公厅（室）. */
const NAME = '[\\u4e00-\\u9fff、A-Za-z]{1,40}(?:（[^（）类款项]{1,8}）[\\u4e00-\\u9fff、]{0,30})?';

/** The 26 classes of the expenditure classification, by code; names changed over the years, so several. */
export const CLASSES: [string, string[]][] = [
  ['201', ['一般公共服务支出']],
  ['202', ['外交支出']],
  ['203', ['国防支出']],
  ['204', ['公共安全支出']],
  ['205', ['教育支出']],
  ['206', ['科学技术支出']],
  ['207', ['文化旅游体育与传媒支出', '文化体育与传媒支出']],
  ['208', ['社会保障和就业支出']],
  ['210', ['卫生健康支出', '医疗卫生与计划生育支出']],
  ['211', ['节能环保支出']],
  ['212', ['城乡社区支出']],
  ['213', ['农林水支出']],
  ['214', ['交通运输支出']],
  ['215', ['资源勘探工业信息等支出', '资源勘探信息等支出']],
  ['216', ['商业服务业等支出']],
  ['217', ['金融支出']],
  ['219', ['援助其他地区支出']],
  ['220', ['自然资源海洋气象等支出', '国土海洋气象等支出']],
  ['221', ['住房保障支出']],
  ['222', ['粮油物资储备支出']],
  ['223', ['国有资本经营预算支出']],
  ['224', ['灾害防治及应急管理支出']],
  ['229', ['其他支出']],
  ['231', ['债务还本支出']],
  ['232', ['债务付息支出']],
  ['233', ['债务发行费用支出']],
  ['234', ['抗疫特别国债安排的支出']],
];
const CLASS_OF_NAME = new Map(CLASSES.flatMap(([code, names]) => names.map((name) => [name, code] as const)));

const account = (scope: string): string | null =>
  scope === 'fund'
    ? 'fund'
    : scope === 'capital'
      ? 'capital'
      : scope === 'general' || scope === 'all' || scope === 'fiscal'
        ? 'function'
        : null;

/** A level that the sentence leaves out is empty in the path: function.//行政运行. */
function itemPath(scope: string, itemClass: string, group: string, item: string): string | null {
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
      pattern: `(?<plainClass>${CLASSES.filter(([code]) => code !== '229' && code !== '223')
        .flatMap(([, names]) => names)
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
