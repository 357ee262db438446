/** @module Names as prose and tables print them -> one form to compare by. */
import { plain } from '../../narrative/normal.js';

/** Labels repeat from rule to rule and from table to table: each is brought to its form once a document. */
export class Names {
  private readonly keys = new Map<string, string>();
  private readonly looseKeys = new Map<string, string>();

  /** White space, quotes, numbering and the marks of a level go; brackets keep one form. */
  key(label: string): string {
    let key = this.keys.get(label);
    if (key === undefined) this.keys.set(label, (key = toKey(label)));
    return key;
  }

  /** Names that differ only by a closing 支出, 费用 or 的 are one name in prose. */
  loose(label: string): string {
    let key = this.looseKeys.get(label);
    if (key === undefined) this.looseKeys.set(label, (key = toLooseKey(this.key(label))));
    return key;
  }

  /** An economic item by the name that tables print. */
  economic(name: string): string {
    const key = this.key(name);
    return SHORT_NAMES.get(key) ?? key;
  }
}

function toKey(label: string): string {
  return plain(label)
    .replace(/[\s"']/g, '')
    .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[、.．])/, '')
    .replace(/^其中：?/, '');
}

function toLooseKey(key: string): string {
  return key
    .replaceAll('的', '')
    .replace(/(?:支出|费用|经费)$/, '')
    .replace(/费$/, '');
}

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
