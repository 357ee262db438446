/**
 * @module What statutory forms print, for the stage that finds tables where no rulings show them: header words,
 * codes, captions.
 */
import type { FormWords } from '../tables/port.js';

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Whole header cells. */
const HEADERS = new Set(
  `项目 科目 科目编码 科目代码 科目名称 项目名称 功能分类科目编码 功能分类科目代码 支出功能分类科目编码
  支出功能分类科目代码 功能科目编码 功能科目名称 功能分类科目名称 支出功能分类 支出功能分类科目
  经济分类科目编码 经济分类科目代码 经济科目编码 经济科目名称 经济分类科目名称 经济分类科目
  支出经济分类科目编码 支出经济分类 部门预算经济分类 政府预算经济分类 编码 代码 名称 类 款 项 单位编码
  单位名称 单位代码 行次 栏次 序号 金额 决算数 预算数 执行数 统计数 年初预算数 调整预算数 全年预算数
  全年执行数 上年决算数 本年决算数 上年预算数 本年预算数 合计 小计 总计 备注 收入 支出 收入项目 支出项目
  本年收入合计 本年收入 财政拨款收入 上级补助收入 事业收入 经营收入 事业单位经营收入 附属单位上缴收入
  其他收入 收入总计 支出总计 本年支出合计 本年支出 基本支出 项目支出 上缴上级支出 经营支出
  对附属单位补助支出 事业单位经营支出 一般公共预算 政府性基金预算 国有资本经营预算 一般公共预算财政拨款
  政府性基金预算财政拨款 国有资本经营预算财政拨款 一般公共预算拨款 政府性基金预算拨款 国有资本经营预算拨款
  财政专户管理资金 单位资金 财政拨款 人员经费 公用经费 日常公用经费 年初结转和结余 年末结转和结余 年初结余
  年末结余 上年结转 结转下年 上年结转和结余 因公出国(境)费 因公出国(境)费用 因公出国(境)经费
  公务用车购置及运行费 公务用车购置及运行维护费 公务用车购置费 公务用车运行费 公务用车运行维护费
  公务接待费 会议费 培训费 机关运行经费 “三公”经费合计 部门 单位 预算单位 部门名称 增减 增减额 增减%
  增减率 比例 占比 功能分类 经济分类 支出决算 收入决算 决算 预算 采购项目 采购品目 数量 资金来源 资金性质
  项目类别 项目单位`
    .split(/\s+/)
    .map(fold),
);

/** Labels and headers printed with their characters set apart. */
const SPACED = new Set(
  '项目 合计 总计 小计 金额 收入 支出 收入总计 支出总计 栏次 行次 科目 名称 备注 单位 部门 类 编码 预算数 决算数 合 计'
    .split(' ')
    .map(fold),
);
const YEAR_BEFORE = /^(?:20\d\d年(?:度)?|上年|本年)/;
const CODE = /^(?:[1-5]\d{2}(?:\d{2}){0,2}|[1-5]\d{2}-\d{2}(?:-\d{2})?)$/;
const CAPTION =
  /^(?:金额)?单位[:：]|^公开\d+表$|^[（(]?单位[:：]|^(?:编制|填报|公开|预算)?(?:单位|部门)(?:名称)?[:：]|[年度]表$|[算览况细]表$/;
const NOTE = /^[（(]?(?:注|说明|备注)[）)]?\d*[:：、.．]/;

export const FORM_WORDS: FormWords = {
  isHeader(text) {
    const folded = fold(text);
    return HEADERS.has(folded) || HEADERS.has(folded.replace(YEAR_BEFORE, ''));
  },
  isSpaced: (text) => SPACED.has(fold(text)),
  isTotal: (text) => /^(?:合计|总计)$/.test(fold(text)),
  isCode: (text) => CODE.test(text),
  isCaption: (text) => CAPTION.test(fold(text)),
  isNote: (text) => NOTE.test(fold(text)),
};
