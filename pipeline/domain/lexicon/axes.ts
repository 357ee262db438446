/**
 * @module The header of a column of names or codes in; which classification its rows belong to, out. What a column of names is headed
 * by decides what its codes are: 单位代码 302 is an institution, 科目编码 302 an economic class.
 */
import { fold, labelKey } from '../labels.js';

export type Axis =
  | 'function'
  | 'economic'
  | 'government_economic'
  | 'institution'
  | 'project'
  /** 科目, 项目: what its codes and names say. */
  | 'item'
  /** 采购类别, 规格型号 …: words about a row that are no coordinate. */
  | 'attribute';

export interface AxisHeader {
  axis: Axis;
  /** A column of codes, not of names. */
  code: boolean;
}

const CODE_WORDS = ['编码', '代码', '编号', '码'];
const LEVELS = new Set(['类', '款', '项', '类级', '款级', '项级']);
const GOVERNMENT = /政府(?:预算)?(?:支出)?经济|政府支出/;
const ECONOMIC = /经济/;
const FUNCTION = /功能/;
const INSTITUTION =
  /^(?:预算|所属|主管|实施|项目|资金使用|采购|填报|用款|基层|一级|二级|申报)?(?:单位|部门|机构)(?:名称|编码|代码|编号|及项目名称|\(部门\)|\(单位\)|情况)*$|^(?:部门|单位)\((?:部门|单位)\)(?:名称|编码|代码)*$|^(?:预算)?单位\/?部门(?:名称)?$|^资金使用单位|^(?:部门|单位)、(?:部门|单位)/;
const MIXED = /(?:单位|部门).*(?:科目|项目)|(?:科目|项目).*(?:单位)/;
const PROJECT =
  /^(?:(?:预算|支出|一级|二级|明细|专项|政策|采购|重点|具体)*(?:项目|专项|政策)(?:\(.*\))?(?:支出)?名称|专项名称|项目\/?政策名称|项目(?:编码|代码|编号)|一级项目|二级项目|三级项目|(?:项目|专项)(?:支出)?内容|采购项目|采购项目名称|预算项目)$/;
const ITEM =
  /^(?:项目|科目|.*科目(?:名称|编码|代码)?|项目\(.*\)|(?:收入|支出)(?:项目|内容|来源|类别)?|内容|类别|名称|支出项目类别.*|编码|代码|科目(?:编码|代码|名称)|预算科目|指标名称|款项|项目名称及科目|款级科目.*|明细科目)$/;
/** Words about a row that are no coordinate; some only where they end the header. */
const ATTRIBUTE_WORDS: readonly string[] = [
  ...'类别 类型 目录 规格 型号 内容 简介 说明 备注 用途 性质 方式'.split(' '),
  ...'形式 时间 理由 依据 品目 物品 目标 计划 级次 范围 主体 对象'.split(' '),
  ...'来源 部门职责 职能 领域 是否 绩效 日期 期限 指标 科室 处室 地点'.split(' '),
  ...'属性 频次 要求 标准 概况 所属 名目 事项 方向 用款 情况 特征'.split(' '),
];
const ATTRIBUTE_TAILS: readonly string[] = [...'一级 二级 三级 名称 类'.split(' ')];
const isAttribute = (text: string): boolean =>
  ATTRIBUTE_WORDS.some((word) => text.includes(word)) || ATTRIBUTE_TAILS.some((word) => text.endsWith(word));

/** The axis that a header path names, the leaf first; null where no word of it is one for names or codes. */
export function axisOf(path: readonly string[]): AxisHeader | null {
  const keys = path.map((text) => labelKey(text).replace(/["'“”]/g, ''));
  const leaf = keys.at(-1) ?? '';
  const code = CODE_WORDS.some((word) => leaf.endsWith(word)) || LEVELS.has(leaf) || /^科目编$/.test(leaf);
  const whole = keys.join('/');
  if (GOVERNMENT.test(whole)) return { axis: 'government_economic', code };
  if (ECONOMIC.test(whole)) return { axis: 'economic', code };
  if (FUNCTION.test(whole)) return { axis: 'function', code };
  if (INSTITUTION.test(leaf)) return { axis: 'institution', code };
  if (PROJECT.test(leaf) && leaf !== '项目') return { axis: 'project', code };
  if (MIXED.test(leaf) || ITEM.test(leaf) || LEVELS.has(leaf)) return { axis: 'item', code };
  if (isAttribute(leaf)) return { axis: 'attribute', code: false };
  return null;
}

/** How names of institutions end: 某某局, 某某中心. */
const INSTITUTION_TAILS: readonly string[] = [
  ...'局 委员会 委 办公室 办 中心 院 所 站 校 学 医院 法院 检察院'.split(' '),
  ...'队 馆 处 厅 部 署 会 社 台 公司 园 基地 集团 支队'.split(' '),
  ...'总队 大队 中队 政府 机关 组 事务所 分局 联合会 党校 研究院 银行 库 场'.split(' '),
  ...'段 监狱 戒毒所 看守所 室 科 街道 镇 乡 公墓 宫 团 中学 小学'.split(' '),
  ...'幼儿园 学院 大学 学校 服务区 保护区 委党校 秘书处 行 报社 杂志社 出版社 剧院 气象局'.split(' '),
  ...'指挥部 协会 学会 基金会'.split(' '),
];

/** Ends of projects and events that end like names of institutions: 便民服务窗口运行, 数据共享平台, 职工运动会. */
const NO_INSTITUTION = [
  ...['运行', '执行', '发行', '试行', '推行', '出行', '平台', '大会', '年会', '展会', '运动会', '博览会'],
  ...['研讨会', '座谈会', '推介会', '招聘会', '演唱会', '市场', '现场', '教学', '数据库', '项目库', '资源库'],
];

/** Whether a label reads as the name of an institution: it ends as such names end, a bracketed remark aside. */
export function looksLikeInstitution(label: string): boolean {
  const text = fold(label)
    .replace(/\([^()]*\)$/g, '')
    .replace(/本级$|机关本级$|汇总$/g, '');
  return (
    text.length >= 3 &&
    /^[\u3400-\u9fffA-Za-z\d()·]+$/.test(text) &&
    INSTITUTION_TAILS.some((tail) => text.endsWith(tail)) &&
    !NO_INSTITUTION.some((end) => text.endsWith(end))
  );
}
