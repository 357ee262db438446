/** @module A stretch of text that should be an institution's name in; the name alone out, null for fragments, placeholders and other words. */
import { fold } from '../../domain/labels.js';
import { looksLikeInstitution } from '../../domain/lexicon/axes.js';

/** Ends of names that are institutions only where a cover or a label says so: 第二水厂, 市文联, 某某大学附属学. */
const FURTHER_ENDS = [
  '厂',
  '场',
  '家',
  '狱',
  '港',
  '学',
  '司',
  '联',
  '法庭',
  '校区',
  '乡',
  '集团',
  '苏木',
  '农庄',
  '旗',
];
const FURTHER_END = new RegExp(`(?:${FURTHER_ENDS.join('|')})$`);
const CHINESE = /^[\u3400-\u9fff][\u3400-\u9fff（）()·、“”]{3,}$/;
const PLACEHOLDER = /[xX×Ｘ╳]{2,}|某某|[{}＊*]|_{2,}|…/;
/** Remarks behind a name that are not part of it: 西安市商务局（汇总）. */
const REMARK = /[（(](?:公章|盖章|签章|汇总|含下属单位|部门|单位|主管部门|公开稿)[)）]/g;
/** What lists, numbering and layout leave in front of a name: ".长春市…", "附件2", "[302]", "302001-". */
const BEFORE =
  /^(?:[^\u3400-\u9fff\w[【(（]+|附件[\d一二三四五六七八九十]*|[[【(（]?\d{3,}[\]】)）]?[-—]?|\d+[.、])+/;
const BEHIND = /[^\u3400-\u9fff\w)）”]+$/;
/** Words of a sentence before the name that it is about: 现将西安市气象局…, 即省政协办公厅. */
const LEADING_WORDS =
  /^(?:关于(?:公开|印发|报送|批复)?|现将|现对|将|根据|按照|经|由|即|是|为|对|其中|包括|以及|及|和|与|纳入|汇总|公开)(?=[\u3400-\u9fff]{4})/;
/** 本部门, 我局, 责任科室: what one calls oneself, or a part of oneself; 本溪, 贵州, 全州 are places. */
const NO_NAME =
  /^(?:本|我|各|该|全|贵)(?:部门|单位|系统|机关|街道|中心|[局委办厅院校所站会处镇乡市县区省级])|^(?:其他|所属|下属)|^(?:责任|归口|业务|主管|所属|实施|项目|预算|负责|内设|有关|相关|牵头|组织)*(?:科室|处室|部门|单位|机构|办公室|委员会|中心)$/;
/** 决算, 预算 and their words are no part of a name, but for the few offices that bear them. */
const BUDGET_WORD =
  /^(?:人民币)?[亿万千百]?元|决算|预算(?!编审|评审|审核|绩效(?:管理|评价)?中心|管理(?:局|处|中心)|执行局)|万元|表$|情况|年度|制度|公开$/;
const SHORTEST = 3;
const SHORTEST_LABELLED = 4;
const LONGEST = 40;

/** @param labelled a label says that this is a name; otherwise it must end as institutions' names do */
export function cleanName(text: string, labelled = false): string | null {
  let name = text.replace(/\s+/g, '').replace(REMARK, '').replace(BEFORE, '').replace(BEHIND, '');
  name = withoutDoubledTail(name.replace(LEADING_WORDS, ''));
  if (name.length < (labelled ? SHORTEST_LABELLED : SHORTEST) || name.length > LONGEST) return null;
  if (PLACEHOLDER.test(name) || NO_NAME.test(name) || BUDGET_WORD.test(name) || unbalanced(name)) return null;
  return (labelled ? CHINESE.test(name) : endsAsInstitution(name)) ? name : null;
}

/** 北京市信访办公室部门2026年…: 部门 behind a whole name says what the document is of. */
function withoutDoubledTail(name: string): string {
  const short = name.replace(/(?:部门|单位)$/, '');
  return short !== name && endsAsInstitution(short) ? short : name;
}

const DIGITS = '〇一二三四五六七八九';
const CHINESE_YEAR = /二[〇○零ＯO0][〇○零一二三四五六七八九]{2}(?=年)/g;

/** 二○二五年 -> 2025年 */
export function withPlainYears(text: string): string {
  return text.replace(CHINESE_YEAR, (year) =>
    Array.from(year, (digit) => Math.max(0, DIGITS.indexOf(digit))).join(''),
  );
}

function endsAsInstitution(name: string): boolean {
  if (looksLikeInstitution(name)) return true;
  const bare = fold(name).replace(/\([^()]*\)$/, '');
  return CHINESE.test(bare) && FURTHER_END.test(bare);
}

function unbalanced(name: string): boolean {
  const folded = fold(name);
  return folded.split('(').length !== folded.split(')').length;
}
