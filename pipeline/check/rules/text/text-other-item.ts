/**
 * @module Text taken over from another item: the housing fund explained as medical insurance, goods measured against
 * works.
 */
import type { Prose } from '../../../narrative/types.js';
import { takenOver } from '../../narrative/taken-over.js';
import { excerpt, fails, sure, words } from '../../narrative/say.js';
import { textRule } from '../../narrative/text-rule.js';

/** What an item is about, by the word that its name and its explanation share. */
const TOPICS: [topic: string, pattern: RegExp][] = [
  ['住房公积金', /公积金/],
  ['购房补贴', /购房补贴|住房补贴|提租补贴/],
  ['养老保险', /养老保险/],
  ['职业年金', /职业年金/],
  ['医疗保险', /医疗保险|医保|医疗补助|行政单位医疗|事业单位医疗/],
  ['失业保险', /失业保险/],
  ['工伤保险', /工伤保险/],
  ['死亡抚恤', /抚恤|丧葬/],
];
const USE = /(?:主要用于|主要是用于|主要是|用于)：?([^。；]{2,60})/;
const REASON = /主要原因(?:是|：)?：?([^。]{2,80})/;
const ITEM = /（\d{0,3}款）([^（）]{2,40}(?:（[^（）]{1,6}）[^（）]{0,20})?)（\d{0,3}项）/;
const PROCUREMENT =
  /(货物|工程|服务)采购授予中小企业(?:的)?合同金额占(?:政府采购)?(货物|工程|服务)(?:采购)?支出(?:合同)?金额/g;

function topicsOf(text: string): Set<string> {
  return new Set(TOPICS.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic));
}

export const rule = textRule({
  id: 'text-other-item',
  severity: 'error',
  title: { zh: '说明文字套用了其他项目', en: 'The explanation was taken over from another item' },
  where: /采购授予中小企业|项）/,
  *look({ paragraph, text, scope }, ctx) {
    if (scope === 'none') return;
    for (const match of text.matchAll(PROCUREMENT)) {
      if (match[1] === match[2]) continue;
      const from = match.index,
        to = from + match[0].length;
      yield fails({
        severity: sure(paragraph, from, to),
        reported: match[2]!,
        computed: match[1]!,
        zh: `“${paragraph.text.slice(from, to)}”：${match[1]}采购的占比以${match[2]}支出为基数，应为${match[1]}支出金额。`,
        en: `The share of ${match[1]} procurement is taken of ${match[2]} expenditure.`,
        evidence: [words(paragraph, from, to)],
      });
    }
    const item = ITEM.exec(text);
    if (!item) return;
    const taken = takenOver(text, item, itemsOf(ctx.prose));
    if (taken) {
      const { from, to, other } = taken;
      yield fails({
        severity: sure(paragraph, from, to),
        reported: other,
        computed: item[1]!,
        zh: `“${item[1]}（项）”的说明写的是“${other}”：“${excerpt(paragraph.text, from, to, 0)}”，疑为套用其他项目的文字。`,
        en: `The item ${item[1]} is explained as ${other}: text of another item.`,
        evidence: [words(paragraph, from, to)],
      });
      return;
    }
    const own = topicsOf(item[1]!);
    if (own.size === 0) return;
    for (const [pattern, severity] of [
      [USE, 'error'],
      [REASON, 'warning'],
    ] as const) {
      const match = pattern.exec(text.slice(item.index));
      if (!match) continue;
      const said = topicsOf(match[1]!);
      if (said.size === 0 || [...own].some((topic) => said.has(topic))) continue;
      const from = item.index + match.index,
        to = from + match[0].length;
      yield fails({
        severity: sure(paragraph, from, to, severity),
        reported: [...said].join('、'),
        computed: item[1]!,
        zh: `“${item[1]}（项）”的说明写的是${[...said].join('、')}：“${excerpt(paragraph.text, from, to, 0)}”，疑为套用其他项目的文字。`,
        en: `The item ${item[1]} is explained as ${[...said].join(', ')}: text of another item.`,
        evidence: [words(paragraph, from, to)],
      });
    }
  },
});

const items = new WeakMap<Prose, { group: string; item: string }[]>();

/** The items that the prose speaks of, each once. */
function itemsOf(prose: Prose): { group: string; item: string }[] {
  let all = items.get(prose);
  if (!all) {
    const seen = new Map<string, { group: string; item: string }>();
    for (const { names } of prose.statements)
      if (names.length === 3) seen.set(names.join('/'), { group: names[1]!, item: names[2]! });
    items.set(prose, (all = [...seen.values()]));
  }
  return all;
}
