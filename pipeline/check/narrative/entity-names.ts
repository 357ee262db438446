/** @module In: a text and the document's entity. Out: near misses of its name, and names of others in its place. */
import { plain } from '../../narrative/normal.js';
import { anyOf, maybe } from '../words.js';
import type { OwnUnits } from './own-units.js';

export interface OwnName {
  /** Matching form, without （本级） and the like. */
  name: string;
  /** 上海市 | 普陀区 | 规划和自然资源局 */
  outer: string;
  district: string;
  rest: string;
}

/** Characters that join words: one in place of another is a slip, not another unit. */
const JOINERS = new Set(['和', '与', '及', '暨', '、', '同']);
const HAN = '[\\u4e00-\\u9fff]';
/** 示例省示例市, 示例区, 示例局 */
const REGION = new RegExp(
  `^(${maybe(`${HAN}{2,8}?(?:省|自治区)`)}${maybe(`${HAN}{2,8}?(?:市|州|盟)`)})` +
    `(${HAN}{1,8}?(?:区|县|旗|市))?([\\u4e00-\\u9fff（）、]+)$`,
);

/** @param printed the entity's name; null where it is not known */
export function ownNameOf(printed: string | null): OwnName | null {
  if (!printed) return null;
  const name = plain(printed)
    .replaceAll(' ', '')
    .replace(/（[^（）]{1,6}）$/, '');
  const region = REGION.exec(name);
  if (name.length < 6) return null;
  return { name, outer: region?.[1] ?? '', district: region?.[2] ?? '', rest: region?.[3] ?? name };
}

export interface NearName {
  from: number;
  to: number;
  sure: boolean;
}

/** One character different, missing or added, with the rest of the name letter for letter. */
export function* nearNames(text: string, own: OwnName): Iterable<NearName> {
  const { name } = own;
  if (name.length < 8) return;
  const head = name.slice(0, 3),
    tail = name.slice(-2);
  for (let from = text.indexOf(head); from >= 0; from = text.indexOf(head, from + 1)) {
    if (text.startsWith(name, from)) continue;
    const differs = firstDifference(text, from, name);
    // 上海市… alone says nothing: the difference must come when most of the region is past.
    if (differs < Math.max(3, own.outer.length)) continue;
    const said = text[from + differs] ?? '',
      meant = name[differs]!;
    // substituted
    if (text.startsWith(name.slice(differs + 1), from + differs + 1) && differs < name.length - 1) {
      if (!isNumberWord(said) && !isNumberWord(meant)) {
        const joined = JOINERS.has(said) && JOINERS.has(meant);
        if (joined) yield { from, to: from + name.length, sure: true };
        else if (own.rest.length >= 8 && differs >= own.outer.length + own.district.length)
          yield { from, to: from + name.length, sure: false };
      }
    } else if (
      text.startsWith(name.slice(differs + 1), from + differs) &&
      text.slice(from, from + name.length - 1).endsWith(tail)
    ) {
      // a character missing: the district's own must go as a whole, which is another case
      if (differs >= own.outer.length && own.rest.length >= 5)
        yield { from, to: from + name.length - 1, sure: differs >= own.outer.length + own.district.length };
    } else if (text.startsWith(name.slice(differs), from + differs + 1) && own.rest.length >= 5) {
      // a character added, twice the same: 规划和和自然
      if (said === name[differs - 1] || JOINERS.has(said)) yield { from, to: from + name.length + 1, sure: true };
    }
  }
}

function firstDifference(text: string, from: number, name: string): number {
  let i = 0;
  while (i < name.length && text[from + i] === name[i]) i++;
  return i;
}

/** 第一中学 and 第二中学, 东街 and 西街 are two units, not one misspelt. */
function isNumberWord(char: string): boolean {
  return /[一二三四五六七八九十百\d东西南北中上下前后内外新老大小]/.test(char);
}

const KIND =
  '(?:局|委员会|办公室|办事处|中心|大队|支队|学校|中学|小学|幼儿园|医院|研究院|研究所|院|所|站|厅|政府|处|馆|联合会|总工会|法院|检察院)';
const ORG = `[\\u4e00-\\u9fff（）]{3,36}?${KIND}`;
/** What follows a unit's name where the words are that unit's. */
const OWNED = [
  // 没有使用政府性基金; 为事业单位，无机关运行经费
  '(?:没有|无|未安排|不涉及)(?:使用)?(?:政府性基金|国有资本经营|机关运行经费)',
  '为(?:事业|行政)单位，无机关运行',
  // 2024年度部门决算, 2024年收、支总计
  `20\\d\\d年(?:度)?${maybe('部门', '单位')}${anyOf(
    ...['决算', '预算', '收入', '支出', '财政拨款', '政府采购', '一般公共预算', '无政府性基金', '无国有资本'],
    ...['预算绩效', '机关运行', '收、支总计', '收支总计', '本年(?:收入|支出)'],
  )}`,
  ...['(?:部门（单位）)?共有车辆', '所属各预算单位', '(?:部门|单位)决算包括', '本级决算'],
  ...['(?:部门|单位)?决算编制范围', '本年度(?:没有|无)', '概况$', '主要职[责能]$'],
].join('|');
/**
 * A name that a year and what these documents report follow, or that holds what the document is about: the words are
 * that unit's.
 */
const OWNER = new RegExp(
  `(?:^|(?<=[，。；：]|纳入))(?:第[一二三四五六七八九十]+部分)?(?<owner>${ORG})(?=${OWNED})`,
  'g',
);

/** The line over a table: 编制单位：示例局 2024年度 金额单位：万元. */
const HEADED = '20\\d\\d年|(?:金额)?单位：|$';
const HEADER = new RegExp(`(?:部门|单位|部门名称|单位名称|编制单位|编制部门)：(?<owner>${ORG})(?=${HEADED})`, 'g');

/**
 * Where a name may be nearly the entity's own, or another unit's: its first characters without the rest, and what
 * follows a unit's name.
 */
export function namesLike({ name }: OwnName): RegExp {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `${literal(name.slice(0, 3))}(?!${literal(name.slice(3))})|${KIND}(?<!${literal(name)})(?=${OWNED}|${HEADED})`,
  );
}

export function* otherOwners(
  units: OwnUnits,
  index: number,
  text: string,
  own: OwnName,
): Iterable<{ from: number; to: number; name: string; certain: boolean }> {
  if (
    !/20\d\d年|单位：|部门：|名称：|共有车辆|所属各预算|决算包括|本级决算|编制范围|本年度|概况|主要职|无|没有|未安排|不涉及/.test(
      text,
    )
  )
    return;
  const headers = text.length < 90 && text.includes('：') ? [...text.matchAll(HEADER)] : [];
  for (const match of [...text.matchAll(OWNER), ...headers]) {
    const name = match.groups!.owner!.replace(/^纳入/, '');
    const core = name.replace(/（[^（）]{1,6}）$/, '');
    if (
      core === own.name ||
      own.name.endsWith(core) ||
      core.endsWith(own.name) ||
      core.startsWith(own.name) ||
      own.name.startsWith(core)
    )
      continue;
    // 根据示例省财政局2024年度预算批复: what the sentence goes by, not whose figures it gives.
    if (/^(?:根据|按照|依据|遵照|会同|协助|配合|经(?![济营])|由|受|向|报)/.test(core)) continue;
    if (/^(?:本|我|该|各|全|所属|下属|本级)/.test(core) || units.list(core, index)) continue;
    const from = match.index + match[0].length - name.length;
    // A name with the entity's own region and kind, or its name without the district, was meant to be the entity.
    const withoutDistrict = own.district !== '' && core === own.outer + own.rest;
    yield {
      from,
      to: from + name.length,
      name,
      certain: withoutDistrict || core.startsWith(own.outer || own.name.slice(0, 3)),
    };
  }
}
