/** @module Names as prose and tables print them -> one form to compare by. */
import { plain } from '../../narrative/normal.js';

const MAX_KEYS = 20_000;

/** Labels repeat from rule to rule and from table to table; a batch of documents must not fill the memory with them. */
function remembered(make: (label: string) => string): (label: string) => string {
  const keys = new Map<string, string>();
  return (label) => {
    let key = keys.get(label);
    if (key === undefined) {
      if (keys.size >= MAX_KEYS) keys.clear();
      keys.set(label, (key = make(label)));
    }
    return key;
  };
}

/** White space, quotes, numbering and the marks of a level go; brackets keep one form. */
export const nameKey = remembered(toKey);

function toKey(label: string): string {
  return plain(label)
    .replace(/[\s"']/g, '')
    .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[、.．])/, '')
    .replace(/^其中：?/, '');
}

/** Names that differ only by a closing 支出, 费用 or 的 are one name in prose. */
export const looseKey = remembered((label) =>
  nameKey(label)
    .replaceAll('的', '')
    .replace(/(?:支出|费用|经费)$/, '')
    .replace(/费$/, ''),
);

/** Shorthand of prose for economic items, by the name that tables print. */
const SHORT_NAMES = new Map(
  Object.entries({
    津补贴: '津贴补贴',
    物业费: '物业管理费',
    维修费: '维修（护）费',
    维护费: '维修（护）费',
    因公出国费: '因公出国（境）费用',
    公车运行维护费: '公务用车运行维护费',
    公务用车运维费: '公务用车运行维护费',
    养老保险: '机关事业单位基本养老保险缴费',
    基本养老保险缴费: '机关事业单位基本养老保险缴费',
    职业年金: '职业年金缴费',
    医疗保险缴费: '职工基本医疗保险缴费',
    社会保障缴费: '其他社会保障缴费',
    交通费用: '其他交通费用',
    其他交通费: '其他交通费用',
    办公设备购置费: '办公设备购置',
    专用设备购置费: '专用设备购置',
    其他个人和家庭的补助支出: '其他对个人和家庭的补助',
  }),
);

export function economicName(name: string): string {
  const key = nameKey(name);
  return SHORT_NAMES.get(key) ?? key;
}
