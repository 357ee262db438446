/**
 * @module Wording of performance forms over provinces: a printed header cell, row label or head field in; its canonical name, or null
 * where its words are not known, out. Heads of columns are put together from few parts (年度 + 绩效 + 指标值), so they are said as parts.
 */
import { labelKey, type Labels } from '../../domain/labels.js';

/** A label without what does not change its meaning: year, brackets, the formula behind it (小计③=①+② -> 小计). */
export function wordKey(text: string): string {
  const bare = labelKey(text)
    .replace(/^(?:19|20)\d\d(?:年度?)?/, '')
    .replace(/[①-⑳].*$/, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/[([].*$/, '')
    .replace(/(?!^)=.*$/, '')
    .replace(/^其中/, '')
    .replace(/[:;*★☆、]+$/g, '');
  return bare === '' ? '' : labelKey(bare);
}

/** Words that may stand before the noun of a header, in any number: 本年 + 绩效 + 指标值. */
const of = (...words: string[]): string => `(?:${words.join('|')})*`;
const YEARLY = ['年度', '全年', '本年度', '本年', '当年', '年末'];
const ABOUT = ['绩效', '项目', '部门', '单位', '预算', '指标', '目标'];

interface Pattern {
  id: string;
  /** The whole key must match. */
  like: RegExp;
}

const pattern = (id: string, ...parts: string[]): Pattern => ({ id, like: new RegExp(`^(?:${parts.join('|')})$`) });

/** First that matches counts. */
const COLUMN_PATTERNS: readonly Pattern[] = [
  pattern('operator', '(?:运算|比较|逻辑)?符号?', '(?:绩效)?指标(?:性质|方向)', '运算符', '比较符'),
  pattern('target_unit', '(?:绩效|指标)?(?:度量|计量|指标)单位', '单位'),
  pattern(
    'target_period',
    '(?:实施周期|实施期|实施期间|项目周期|中长期|中期|三年)(?:绩效)?(?:总)?(?:指标值?|目标值?)',
    '项目总体?目标',
  ),
  pattern('target_adjusted', '(?:年中)?调整后?(?:的)?(?:年度|绩效)?(?:指标|目标)值', '全年指标值'),
  pattern(
    'target',
    `${of(...YEARLY, ...ABOUT, '年初', '预期', '计划', '预定', '设定', '申报', '原定')}(?:指标|目标|计划|设定|预期|标杆)值`,
    '(?:指标)?内容',
    '年初设定值',
  ),
  pattern(
    'goal',
    `${of(...YEARLY, ...ABOUT, '年初', '预期', '计划', '预定', '设定', '总体', '整体', '申报')}目标`,
    '期望达到的目标',
  ),
  pattern(
    'actual',
    `${of(...YEARLY, ...ABOUT, '自评')}(?:实际)?(?:完成|实现|达成)(?:的)?(?:绩效)?(?:指标|目标)?(?:数?值|数|情况|结果)`,
    `${of(...YEARLY, ...ABOUT)}实际(?:值|数|完成|完成值)`,
    '(?:年度)?(?:总体)?目标(?:实际)?完成情况',
  ),
  pattern('completion', `${of(...YEARLY, ...ABOUT, '任务', '实际')}完成(?:率|程度|比例|度|比)`),
  pattern(
    'weight',
    `${of('指标', '绩效', '评价', '自评', '标准', '设定', '年度', '总')}(?:分值|权重|满分|标准分|权数)(?:权重|分值)?`,
  ),
  pattern(
    'score',
    `${of('指标', '绩效', '自评', '评价', '实际', '单位', '部门', '年度', '考核', '综合', '项目')}(?:得分|评分|得分值|分数)`,
    '(?:部门|单位)?自评分值?',
  ),
  pattern('cause.funding', '经费保障(?:原因分析)?'),
  pattern('cause.system', '制度保障(?:原因分析)?'),
  pattern('cause.staff', '人员保障(?:原因分析)?'),
  pattern('cause.equipment', '硬件条件保障(?:原因分析)?'),
  pattern('cause.other', '其他原因分析'),
  pattern('cause.text', '原因说明'),
  pattern(
    'cause',
    '(?:.*(?:偏差|未完成|未实现|扣分|差异|失分|执行率低).*(?:原因|分析|说明).*)',
    '(?:原因|偏差)分析.*',
    '偏差',
  ),
  pattern('measure', '(?:整改|改进)(?:措施|建议|意见|情况)(?:和建议)?', '(?:整改|改进)措施.*'),
  pattern('budget_approved', '预算编制数'),
  pattern(
    'budget_initial',
    '年初(?:部门|项目|财政)?预算(?:安排)?(?:数|金额|资金|额)?',
    '年初安排(?:数|金额)?',
    '目标申报数',
    '年初数',
  ),
  pattern(
    'adjustment',
    '年中(?:预算)?(?:调整|追加)(?:数|金额|预算数?)?',
    '(?:预算)?(?:追加|调增|调减|调整)(?:数|金额)',
    '调整(?:金额|数)',
  ),
  pattern('budget_period', '(?:实施期|实施周期|项目周期)(?:资金|预算)?(?:总额|金额)'),
  pattern(
    'budget',
    `${of(...YEARLY, '调整后', '调整', '项目', '部门', '财政', '资金', '申报', '拟')}预算(?:总?数|金额|总额|安排|安排数|安排金额|支出总额|资金|额)?`,
    '项目(?:下达金额|总额|资金|金额)',
    '(?:年度)?(?:资金)?总额',
    '年度(?:项目)?(?:资金|预算)?(?:总额|金额|资金)',
    '拟?(?:投入|安排)的?(?:资金|金额|预算)(?:金额)?',
    '金额',
  ),
  pattern(
    'executed',
    `${of(...YEARLY, '实际', '项目', '累计', '资金', '预算', '财政')}(?:执行|支出)(?:数|金额|资金|额|情况)?`,
    '实际支出数?',
  ),
  pattern(
    'execution_rate',
    `${of(...YEARLY, '预算', '项目', '资金', '支出')}(?:执行|支出|实现|使用|支付)(?:率|进度|比例)`,
  ),
  pattern('remaining_rate', '(?:资金)?(?:结余|结转|结转结余)率'),
  pattern(
    'remaining',
    `${of(...YEARLY, '资金', '预算', '项目')}(?:结余|结转|结转结余|结余结转|剩余|结转和结余)(?:数|金额|资金|情况)?`,
  ),
  pattern('content', '(?:主要|任务|工作|项目|主要实施|主要工作)(?:内容|概述)'),
  pattern(
    'description',
    '(?:指标)?(?:解释|说明|释义)',
    '(?:评分|评价|计分|考核)(?:标准|规则|细则|依据|方法|办法|要点)',
    '计算(?:公式|方法).*',
    '(?:指标值?)?(?:数据)?来源',
    '(?:佐证|证明)(?:材料|资料)',
    '(?:指标值)?设定依据',
  ),
  pattern('remark', '备注', '其他说明', '说明'),
];

/** What a form calls money paid out where it prints no other word for it. */
const PAID = /^(?:全年|年度|本年度?|实际|资金|累计)*(?:拨付|支付|到位)(?:数|金额|资金|情况)?$/;

const columns = new Map<string, string | null>();

/** The canonical column that a header cell names. */
export function columnOf(text: string): string | null {
  const key = wordKey(text);
  let id = columns.get(key);
  if (id === undefined) {
    id = key === '' ? null : (COLUMN_PATTERNS.find(({ like }) => like.test(key))?.id ?? null);
    if (columns.size > 5_000) columns.clear();
    columns.set(key, id);
  }
  return id;
}

export const isPaid = (text: string): boolean => PAID.test(wordKey(text));

const LEVEL =
  /^(?:(?:[一二三四]级(?:绩效)?指标?(?:名称)?)+|指标内容|(?:绩效|评价|考核|具体|产出)?指标(?:名称)?|绩效指标内容|指标名称)$/;
const TASK =
  /^(?:对应项目|(?:年度)?(?:重点|主要|工作|重点工作)?任务(?:名称)?|工作任务|活动|名称|事项|(?:部门)?(?:重点)?工作(?:任务)?名称)$/;
const SOURCE = /^(?:资金|收入)?(?:来源|性质|类别|类型)$|^资金(?:名称|项目)$|^收入来源$/;
const PROJECT =
  /^(?:(?:一级|二级|三级|子|明细|预算|支出|专项|重点|政策|具体)*(?:项目|专项|政策|专项资金|转移支付|专项转移支付)(?:和?政策|或政策)?(?:支出)?名称|项目)$/;
const INSTITUTION =
  /^(?:一级|二级|三级|基层|所属|预算|资金使用|使用|填报|申报|项目|主管|实施|被评价)*(?:单位|部门|机构)(?:名称)?$/;

/** What a header cell says of the column of names below it. */
type NameOf = 'level' | 'task' | 'source' | 'project' | 'institution';

export function nameOf(text: string): NameOf | null {
  const key = wordKey(text);
  if (LEVEL.test(key)) return 'level';
  if (PROJECT.test(key)) return 'project';
  if (TASK.test(key)) return 'task';
  if (SOURCE.test(key)) return 'source';
  return INSTITUTION.test(key) && key !== '单位' ? 'institution' : null;
}

/** Sources of money, as columns and as rows. */
const SOURCES: readonly Pattern[] = [
  pattern('total', '总额', '合计', '小计', '总计', '金额合计', '资金合计'),
  pattern(
    'fiscal',
    '(?:当年|本年|本年度|年度|本级)?财政(?:拨款|资金|性资金|补助|拨款资金|预算资金|拨款收入)(?:小计|合计)?',
    '财政',
  ),
  pattern(
    'carryover',
    '上年(?:度)?(?:结转|结余|结转结余|结转和结余)(?:资金)?',
    '(?:以前|历)年(?:度)?结转(?:资金)?',
    '结转资金',
  ),
  pattern('other', '其他(?:资金|收入|来源)?(?:小计|合计)?'),
  pattern('general_public_budget', '一般公共预算(?:财政)?(?:拨款|资金|收入)?'),
  pattern('government_fund', '政府性基金(?:预算)?(?:财政)?(?:拨款|资金|收入)?'),
  pattern('state_capital', '国有资本经营预算(?:财政)?(?:拨款|资金|收入)?'),
  pattern('fiscal_special_account', '财政专户(?:管理)?(?:资金|拨款|收入)?'),
  pattern('entity_funds', '单位资金(?:收入)?'),
  pattern('business', '事业(?:收入|资金)'),
  pattern('central', '中央(?:财政)?(?:资金|补助|补助资金|拨款)'),
  pattern('provincial', '省级?(?:财政)?(?:资金|补助|补助资金|拨款)'),
  pattern('municipal', '市级?(?:财政)?(?:资金|补助|补助资金|拨款)'),
  pattern('county', '(?:区|县|区县|县区)级?(?:财政)?(?:资金|补助|补助资金|拨款)'),
  pattern('local', '(?:市、?县、?区|地方)(?:财政)?(?:资金|补助|补助资金|拨款)'),
];

export function sourceOf(text: string): string | null {
  const key = wordKey(text);
  return SOURCES.find(({ like }) => like.test(key))?.id ?? null;
}

/** 基本支出, 项目支出 below a source. */
export function typeOf(text: string): 'basic' | 'project' | null {
  const key = wordKey(text);
  return key === '基本支出' ? 'basic' : key === '项目支出' ? 'project' : null;
}

/** Money over the years of a project, not over one. */
const PERIOD = /^(?:实施期|实施周期|项目周期|项目(?:资金)?总|项目总)/;
/** 年度资金总额, 年度预算资金, 预算金额; 财政专项资金 is a part. */
const TOTAL_MONEY =
  /^(?:实施期间?|实施周期|项目周期|年度|本年度?|全年|项目|部门|资金|预算|申请|安排|支出|专项)*(?:总额|总计|合计|总量)$|^(?:实施期间?|实施周期|项目周期|年度|本年度?|全年)(?:项目|预算|资金|支出|安排)*(?:资金|金额|预算|经费|数)$|^(?:项目)?预算(?:资金|金额|数)$/;

/** A row (or label) of money: funds.total, funds.fiscal …; null where it is none. */
export function fundsRow(text: string): string | null {
  const source = sourceOf(text);
  if (source !== null && source !== 'total') return `funds.${source}`;
  const key = wordKey(text);
  if (source === 'total') return 'funds.total';
  return TOTAL_MONEY.test(key) ? 'funds.total' : null;
}

export const isPeriod = (text: string): boolean => PERIOD.test(wordKey(text));

/** Rows of scores at the foot. */
const SCORE_ROWS: readonly Pattern[] = [
  pattern('score.indicators', '指标(?:自评)?得分(?:小计)?', '指标得分小计', '指标自评得分小计'),
  pattern('score.execution', '(?:预算)?执行率得分'),
  pattern('score.deductions', '减分项', '扣分项'),
  pattern(
    'total',
    '总分',
    '合计',
    '总计',
    `${of('绩效', '自评', '评价', '项目', '综合', '最终', '部门', '整体', '总')}得分(?:合计)?`,
    `${of('绩效', '自评', '评价', '项目', '综合')}总(?:得)?分`,
    '总分值?(?:、|及)?(?:评价)?(?:总分|得分)?',
  ),
];

export function scoreRow(text: string): string | null {
  const key = wordKey(text);
  return SCORE_ROWS.find(({ like }) => like.test(key))?.id ?? null;
}

const words = (labels: Labels): ReadonlyMap<string, string> =>
  new Map(Object.entries(labels).flatMap(([id, names]) => names.map((name) => [wordKey(name), id] as const)));

/** Head fields of a name: label and value side by side. */
const NAME_FIELDS: readonly Pattern[] = [
  pattern('project_name', '(?:项目|专项|政策|专项资金|转移支付|专项转移支付|一级项目|二级项目|子项目)(?:支出)?名称'),
  pattern(
    'department_name',
    '(?:部门|单位|预算部门|填报单位|填报部门|预算单位|被评价单位|评价单位|部门单位)(?:名称)',
  ),
  pattern(
    'supervising_department',
    '(?:市级|省级|区级|县级|中央|上级|业务|项目)?主管(?:部门|单位)(?:及代码|名称|及编码)?',
    '预算部门',
  ),
  pattern('implementing_unit', '(?:项目)?(?:具体)?(?:实施|承担|执行|预算|资金使用|使用|项目|申报|填报)(?:单位|部门)'),
];
const NUMBER_FIELDS = words({
  'income.budget': ['部门年初预算收入金额', '年初预算收入金额'],
  'expenditure.budget': ['部门年初预算支出金额', '年初预算支出金额'],
  budget: ['项目预算金额', '预算金额', '全年预算数'],
  executed: ['全年执行数', '执行数'],
  execution_rate: ['执行率', '预算执行率'],
  'score.indicators': ['指标自评得分小计', '指标得分小计', '指标自评得分'],
  'score.execution': ['预算执行率得分', '执行率得分'],
  'score.deductions': ['减分项', '扣分项'],
  total: ['绩效自评总得分', '总评价得分', '总得分', '自评总分', '评价总分'],
});
const GOAL = /^(?:年度|总体|项目|整体|绩效|部门|长期|中期|中长期|实施期|预期)*(?:总?目标|总?目标概述)$/;

/** The head or foot field that a label names. */
export function fieldOf(text: string): string | null {
  const key = wordKey(text);
  if (key === '') return null;
  return (
    NUMBER_FIELDS.get(key) ?? NAME_FIELDS.find(({ like }) => like.test(key))?.id ?? (GOAL.test(key) ? 'goal' : null)
  );
}
