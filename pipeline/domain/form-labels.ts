/**
 * @module The words that the statutory forms of budgets and final accounts print in their headers and rows, without
 * numbering. Out: every label that
 * any such form may print, names of classes and codes included; what a recogniser reads nearly so was printed so.
 */
import { FUNCTION_CLASSES, printedNames } from './classes.js';
import { allNames, type NamedScheme } from './names-of-codes.js';

const FORMS = `
项目 栏次 行次 金额 合计 总计 小计 收入 支出 功能分类科目编码 科目编码 科目代码 功能分类科目代码 经济分类科目代码 单位代码 科目名称 功能分类 经济分类 经济分类科目编码 项目（按功能分类） 项目(按功能分类)
项目按支出性质和经济分类 决算数 预算数 年初预算数 全年预算数 调整预算数 年初预算 调整预算 上年决算数 本年预算数 执行数 单位名称 单位编码 部门名称 备注 序号
财政拨款收入 一般公共预算财政拨款收入 政府性基金预算财政拨款收入 国有资本经营预算财政拨款收入 一般公共预算财政拨款 政府性基金预算财政拨款 国有资本经营预算财政拨款
财政专户管理资金收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入 本年收入合计 本年支出合计 本年收入 本年支出 本年支出小计
使用非财政拨款结余 使用非财政拨款结余和专用结余 使用非财政拨款结余（含专用结余） 使用非财政拨款结余(含专用结余) 用事业基金弥补收支差额
年初结转和结余 上年结转和结余 年初财政拨款结转和结余 上年结转 年末结转和结余 年末财政拨款结转和结余 结转下年 结余分配 收入总计 支出总计 收入合计 支出合计
基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出 人员经费 公用经费 日常公用经费 人员经费合计 公用经费合计 基本支出合计
工资福利支出 商品和服务支出 对个人和家庭的补助 债务利息及费用支出 资本性支出 资本性支出（基本建设） 资本性支出(基本建设) 对企业补助 对企业补助（基本建设）
对企业补助(基本建设) 对社会保障基金补助 其他支出
三公经费 “三公”经费 "三公"经费 因公出国（境）费 因公出国（境）费用 因公出国(境)费 因公出国(境)费用 公务接待费 公务用车购置及运行费 公务用车购置及运行维护费 公务用车购置费
公务用车运行费 公务用车运行维护费 会议费 培训费 机关运行经费 政府采购支出 政府采购货物支出 政府采购工程支出 政府采购服务支出
项目名称 主管部门 实施单位 项目资金 项目资金（万元） 项目资金(万元) 年度资金总额 当年财政拨款 上年结转资金 其他资金 年度总体目标 预期目标 实际完成情况 绩效指标
一级指标 二级指标 三级指标 年度指标值 指标值 实际完成值 分值 得分 偏差原因分析及改进措施 产出指标 效益指标 满意度指标 成本指标 数量指标 质量指标 时效指标
经济效益指标 社会效益指标 生态效益指标 可持续影响指标 服务对象满意度指标 经济成本指标 社会成本指标 生态环境成本指标 总分
`;

const SCHEMES: readonly NamedScheme[] = ['function', 'department_economic', 'government_economic'];

export interface FormLabels {
  /** Every label that a form may print. */
  all: ReadonlySet<string>;
  /** Those that stand behind 一、 二、 三、: names of items under a class are never numbered so. */
  numbered: ReadonlySet<string>;
}

let labels: FormLabels | null = null;

export function formLabels(): FormLabels {
  if (labels) return labels;
  const numbered = [...FORMS.split(/\s+/).filter((label) => label !== ''), ...FUNCTION_CLASSES.flatMap(printedNames)];
  const names = SCHEMES.flatMap((scheme) =>
    [...allNames(scheme)].flatMap((code) => code.names.map(({ name }) => name)),
  );
  labels = { all: new Set([...numbered, ...names]), numbered: new Set(numbered) };
  return labels;
}
