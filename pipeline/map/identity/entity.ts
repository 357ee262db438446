/** @module Lines of a document in; the institution it is about out, by the votes of title, unit lines and running text. */
import { fold } from '../../domain/labels.js';

/** 编制单位：…, 部门：…, 预算主管部门：…, 单位名称：… */
const UNIT_LINE = /(?:单位|部门)(?:[（(](?:单位|公章|盖章)[）)])?(?:名称)?[:：]\s*/g;
const LONGEST_UNIT_LINE = 100;
const VALUE_END =
  /\s+(?=(?:19|20)\d{2}|金额|单位|填报|日期|货币)|(?=(?:19|20)\d{2}\s*年)|金额单位|单位[:：]|[,，。;；]/;
const ORGANISATION =
  /(?:局|委|会|办|厅|院|校|所|站|中心|政府|部|处|馆|队|社|团|室|园|学|司|署|宫|台|场|厂|库|行|家|校区|支队|大队|总队|街道|镇|乡|组|基地|监狱|馆|狱|港|公司|协会|法庭|中学|小学|集团|联)(?:[（(][^（()）]{1,12}[)）])?$/;
const CHINESE = /^[\u3400-\u9fff][\u3400-\u9fff（）()·、“”]{3,}$/;
const PLACEHOLDER = /[xX×Ｘ╳]{2,}|某某|[{}＊*]|_{2,}|…/;
/** Remarks behind a name that are not part of it. */
const REMARK = /[（(](?:公章|盖章|签章|汇总|部门|单位|主管部门)[)）]/g;

/** @param labelled a label says that this is a name; otherwise it must end as institutions' names do */
export function cleanName(text: string, labelled = false): string | null {
  const name = text
    .replace(/\s+/g, '')
    .replace(REMARK, '')
    .replace(/^[—\-:：]+|[:：。,，、]+$/g, '')
    .replace(/^\d{3,}[-—]?/, '');
  if (
    name.length < (labelled ? 4 : 3) ||
    name.length > 40 ||
    PLACEHOLDER.test(name) ||
    (labelled ? !CHINESE.test(name) : !ORGANISATION.test(name)) ||
    /决算|预算|万元|表$|情况|本部门|本单位/.test(name)
  )
    return null;
  return name;
}

/** Names that unit lines state: "单位：辽宁省沈阳市医疗保障局（本级） 2024 年度 金额单位：万元". */
export function unitLineNames(line: string): string[] {
  const names: string[] = [];
  // Unit lines are short; running text with a colon in it is not one.
  if (line.length > LONGEST_UNIT_LINE || !/[:：]/.test(line)) return names;
  for (const match of line.matchAll(UNIT_LINE)) {
    const rest = line.slice(match.index + match[0].length);
    const name = cleanName(rest.split(VALUE_END)[0] ?? '', true);
    if (name !== null) names.push(name);
  }
  return names;
}

/** The institution in a title: before or behind the year, without 部门决算 and what follows. */
export function titleName(title: string): string | null {
  const text = title.replace(/\s+/g, '');
  const patterns = [
    /^(.{3,}?)(?:关于)?(?:19|20)\d\d年/,
    /(?:19|20)\d\d年度?(.{3,}?)(?:部门|单位|整体)?(?:决算|预算|绩效)/,
    /^(.{3,}?)(?:部门|单位)(?:决算|预算)/,
  ];
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    const name = found === undefined ? null : cleanName(found);
    if (name !== null) return name;
  }
  return null;
}

/** Names that sentences and headings state: 第一部分 …概况, 纳入…2024年度部门决算编制范围. */
export function runningNames(line: string): string[] {
  if (!/部\s*分|纳\s*入/.test(line)) return [];
  const text = line.replace(/\s+/g, '');
  const found = [
    /第[一二三四五六]部分(?:(?:19|20)\d\d年度?)?(.{4,}?)(?:(?:19|20)\d\d年度?|概况|基本情况|主要职能|主要职责)/.exec(
      text,
    )?.[1],
    /纳入(.{4,}?)(?:19|20)\d\d年/.exec(text)?.[1],
  ];
  return found.map((name) => (name === undefined ? null : cleanName(name))).filter((name) => name !== null);
}

/** The name with most votes; the longer one of two that draw. Names that differ in full-width forms alone are one. */
export function elect(votes: readonly { name: string; weight: number }[]): string | null {
  const tally = new Map<string, { name: string; weight: number }>();
  for (const { name, weight } of votes) {
    const key = fold(name);
    const entry = tally.get(key);
    if (entry) entry.weight += weight;
    else tally.set(key, { name, weight });
  }
  let best: { name: string; weight: number } | null = null;
  for (const entry of tally.values()) {
    if (
      best === null ||
      entry.weight > best.weight ||
      (entry.weight === best.weight && entry.name.length > best.name.length)
    )
      best = entry;
  }
  return best?.name ?? null;
}
