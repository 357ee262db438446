/** @module In: an item's paragraph and the other items of the document. Out: where its use or its reason is said in another item's name. */
import { anyOf } from '../words.js';

interface Item {
  group: string;
  item: string;
}

/** Names that stand under many groups say nothing alone. */
const GENERIC = new RegExp(`^${anyOf('行政运行', '事业运行', '一般行政管理事务', '机关服务', '其他.*')}$`);
/** The name opens the words and they say nothing further of what it is. */
const OPENING = /主要(?:是用于|用于|原因(?:是|为)?)：?/g;
const REST =
  /^(?:项目)?(?:经费|支出|费用|费|资金)?(?:的)?(?:增加|减少|增长|下降|保持不变|调整|变动|等|支出)?(?=[。；，]|$)/;

export function takenOver(
  text: string,
  own: RegExpExecArray,
  others: readonly Item[],
): { from: number; to: number; other: string } | null {
  const item = own[1]!,
    group = /([^（）]{2,40})（\d{0,3}款）$/.exec(text.slice(0, own.index + own[0].indexOf('）') + 1))?.[1] ?? '';
  for (const match of text.matchAll(OPENING)) {
    if (match.index < own.index) continue;
    const from = match.index + match[0].length,
      rest = text.slice(from, from + 80);
    // Its own name, or part of it, is there: what else is said is its business.
    if (rest.slice(0, 40).includes(item)) continue;
    for (const other of others) {
      if (other.item === item && other.group === group) continue;
      const name = [`${other.group}${other.item}`, other.item].find(
        (words, i) =>
          words.length >= 4 &&
          rest.startsWith(words) &&
          (i === 0 ? other.group !== '' && other.group !== group : !GENERIC.test(words)),
      );
      if (name === undefined || item.includes(other.item) || (!GENERIC.test(other.item) && other.item.includes(item)))
        continue;
      // Running costs and all that is only "other" may well be spent on what another item names.
      if (GENERIC.test(item) && !name.startsWith(other.group)) continue;
      const tail = REST.exec(rest.slice(name.length));
      if (tail) return { from: match.index, to: from + name.length + tail[0].length, other: name };
    }
  }
  return null;
}
