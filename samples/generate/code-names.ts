/** @module Names of the codes that invented documents print: functions, department and government economic items. */
import { ECONOMIC, FUNCTIONS } from './catalogue.js';
import { KINDS } from './functional-codes.js';

/** Functions beside those of the selection. */
const FURTHER = [
  ['22960', '彩票公益金安排的支出'],
  ['2296002', '用于社会福利的彩票公益金支出'],
  ['20508', '进修及培训'],
  ['2050803', '培训支出'],
  ['21208', '国有土地使用权出让收入安排的支出'],
  ['2120899', '其他国有土地使用权出让收入安排的支出'],
] as const;
const FUNCTIONAL = new Map<string, string>([
  ...FURTHER,
  ...FUNCTIONS,
  ...KINDS.flatMap((k) => [[k.code, k.name] as const, ...k.items.map((i) => [i.code, i.name] as const)]),
]);
const DEPARTMENT = new Map<string, string>(
  Object.values(ECONOMIC)
    .flat()
    .map(([code, name]) => [code, name] as const),
);
const GOVERNMENT = new Map<string, string>(
  `50101工资奖金津补贴 50102社会保障缴费 50103住房公积金 50199其他工资福利支出 50201办公经费 50202会议费 50203培训费
  50205委托业务费 50206公务接待费 50207因公出国（境）费用 50208公务用车运行维护费 50209维修（护）费 50299其他商品和服务支出
  50303公务用车购置 50306设备购置 50307大型修缮 50501工资福利支出 50502商品和服务支出 50601资本性支出 50901社会福利和救助 50905离退休费`
    .split(/\s+/)
    .map((x) => [x.slice(0, 5), x.slice(5)] as const),
);

/** Department items of an administration, each with the government items that hold it; whatever is not listed: 50299. */
const HELD_BY: Readonly<Record<string, string>> = {
  '50101': '30101 30102 30103',
  '50102': '30108 30109 30110 30112',
  '50103': '30113',
  '50199': '30199',
  '50201': '30201 30202 30207 30211 30228 30239',
  '50202': '30215',
  '50203': '30216',
  '50205': '30226 30227',
  '50206': '30217',
  '50207': '30212',
  '50208': '30231',
  '50209': '30213',
  '50303': '31013',
  '50307': '31006',
  '50306': '31002 31003',
  '50901': '30309',
  '50905': '30302',
};

/** The government item that a department item belongs to; an institution's money has items of its own. */
export function governmentItem(economic: string, administration: boolean): string {
  const found = Object.entries(HELD_BY).find(([, items]) => items.includes(economic))?.[0] ?? '50299';
  if (administration || found.startsWith('509')) return found;
  return economic.startsWith('301') ? '50501' : economic.startsWith('302') ? '50502' : '50601';
}

export const functionName = (code: string): string => named(FUNCTIONAL, code);
export const economicName = (code: string): string => named(DEPARTMENT, code);
export const governmentName = (code: string): string => named(GOVERNMENT, code);

function named(names: ReadonlyMap<string, string>, code: string): string {
  const name = names.get(code);
  if (name === undefined) throw new Error(`samples: no name for code ${code}`);
  return name;
}
