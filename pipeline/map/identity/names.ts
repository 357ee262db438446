/** @module Lines of text in; the institutions that unit lines, titles and sentences name, out. */
import { cleanName, withPlainYears } from './clean.js';
import { greatest } from '../../domain/extremes.js';

/** 编制单位：…, 部门：…, 预算主管部门：…, 单位名称：… */
const UNIT_LINE = /(?:单位|部门)(?:[（(](?:单位|部门|公章|盖章)[）)])?(?:名称)?(?:[（(](?:公章|盖章)[）)])?[:：]\s*/g;
const LONGEST_UNIT_LINE = 100;
const VALUE_END =
  /\s+(?=(?:19|20)\d{2}|金额|单位|填报|日期|货币)|(?=(?:19|20)\d{2}\s*年)|金额单位|单位[:：]|[,，。;；]/;
/** What stands between sentences and parts of them. */
const STOP = '。；：，、！？”“（(:;,';

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

const BEFORE_YEAR = /^(.{3,}?)(?:关于(?:公开)?)?[(（]?(?:19|20)\d\d年/;
const BEHIND_YEAR = /(?:19|20)\d\d年度?(.{3,}?)(?:部门|单位|整体|项目|综合|支出)*(?:决算|预算|绩效)/;
const BEFORE_DOCUMENT = /^(.{3,}?)(?:部门|单位)(?:综合|整体)?(?:决算|预算|支出|绩效)/;

/** The institution in a document's title: before or behind the year, without 部门决算 and what follows. */
export function titleName(title: string): string | null {
  return firstName(title, [BEFORE_YEAR, BEHIND_YEAR, BEFORE_DOCUMENT]);
}

/** As titleName, for a table's title: behind the year stands what the table is of. */
export function tableTitleName(title: string): string | null {
  return firstName(title, [BEFORE_YEAR, BEFORE_DOCUMENT]);
}

function firstName(title: string, patterns: readonly RegExp[]): string | null {
  const text = withPlainYears(title.replace(/\s+/g, ''));
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    const name = found === undefined ? null : cleanName(found);
    if (name !== null) return name;
  }
  return null;
}

/** What sentences and headings say of the institution whose document it is; each captures a name with words before it. */
const SENTENCES: readonly RegExp[] = [
  // 第一部分 上海市普陀区规划和自然资源局概况
  /第[一二三四五六]部分(?:(?:19|20)\d\d年度?)?([^第。]{4,40}?)(?:(?:19|20)\d\d年度?|部门概况|单位概况|概况|基本情况|主要职能|主要职责)/g,
  // 纳入西安市气象局2022年度部门预算编制范围的
  /纳入([^。]{4,40}?)(?:19|20)\d\d年/g,
  // 西安市气象局2022年部门预算
  /([^。，；：、！？“”]{4,40}?)(?:19|20)\d\d年度?(?:部门|单位)(?:综合)?(?:预算|决算)/g,
  // 北京市信访办公室内设机构12个
  /([^。，；：、！？“”]{4,40}?)(?:机关)?(?:内设机构|内设\d+个|内设处室|内设科室|下设\d+个)/g,
  // 编制范围的预算单位共计1家，即省政协办公厅本级
  /(?:预算|决算)?单位共(?:计)?1[个家][，,]?(?:即|为|是)([^。，；：、]{4,40}?)(?:\(?（?本级）?\)?)?[。，；]/g,
];

/** @param text a page's lines joined without white space */
export function sentenceNames(text: string): string[] {
  const names: string[] = [];
  for (const pattern of SENTENCES)
    for (const match of text.matchAll(pattern)) {
      const said = match[1]!.slice(lastStop(match[1]!) + 1);
      const name = cleanName(said);
      if (name !== null) names.push(name);
    }
  return names;
}

function lastStop(text: string): number {
  return greatest(Array.from(STOP, (mark) => text.lastIndexOf(mark)));
}
