/** @module Wording that several table kinds share: functional classes by name, funds, usual column names. */

/** 类 of the functional classification and the names that years and provinces print for them. */
export const FUNCTION_NAMES: Readonly<Record<string, readonly string[]>> = {
  201: ['一般公共服务支出', '一般公共服务'],
  202: ['外交支出', '外交'],
  203: ['国防支出', '国防'],
  204: ['公共安全支出', '公共安全'],
  205: ['教育支出', '教育'],
  206: ['科学技术支出', '科学技术'],
  207: ['文化旅游体育与传媒支出', '文化体育与传媒支出', '文化旅游体育与传媒'],
  208: ['社会保障和就业支出', '社会保障和就业'],
  209: ['社会保险基金支出', '社会保险基金'],
  210: ['卫生健康支出', '医疗卫生与计划生育支出', '医疗卫生支出', '卫生健康'],
  211: ['节能环保支出', '节能环保'],
  212: ['城乡社区支出', '城乡社区', '城乡社区事务支出'],
  213: ['农林水支出', '农林水', '农林水事务支出'],
  214: ['交通运输支出', '交通运输'],
  215: ['资源勘探工业信息等支出', '资源勘探信息等支出', '资源勘探电力信息等支出', '资源勘探工业信息等'],
  216: ['商业服务业等支出', '商业服务业等'],
  217: ['金融支出', '金融'],
  219: ['援助其他地区支出', '援助其他地区'],
  220: ['自然资源海洋气象等支出', '国土海洋气象等支出', '自然资源海洋气象等'],
  221: ['住房保障支出', '住房保障'],
  222: ['粮油物资储备支出', '粮油物资储备'],
  223: ['国有资本经营预算支出'],
  224: ['灾害防治及应急管理支出', '灾害防治及应急管理'],
  227: ['预备费'],
  229: ['其他支出'],
  230: ['转移性支出'],
  231: ['债务还本支出'],
  232: ['债务付息支出'],
  233: ['债务发行费用支出'],
  234: ['抗疫特别国债安排的支出', '抗疫特别国债支出'],
};

export const GENERAL_PUBLIC_BUDGET = [
  '一般公共预算财政拨款',
  '一般公共预算',
  '一般公共预算拨款',
  '一般公共预算资金',
  '一般公共预算财政拨款收入',
  '一般公共预算拨款收入',
  '一般公共预算收入',
  '一般公共预算财政拨款支出',
  '一般公共预算财政拨款结转',
  '一般公共预算拨款结转',
  '一般公共预算资金结转',
];
export const GOVERNMENT_FUND = [
  '政府性基金预算财政拨款',
  '政府性基金预算',
  '政府性基金预算拨款',
  '政府性基金',
  '政府性基金预算资金',
  '政府性基金预算财政拨款收入',
  '政府性基金预算拨款收入',
  '政府性基金拨款',
  '政府性基金收入',
  '政府性基金财政拨款',
  '政府性基金预算收入',
  '政府性基金预算拨款结转',
  '政府性基金预算财政拨款结转',
];
export const STATE_CAPITAL = [
  '国有资本经营预算财政拨款',
  '国有资本经营预算',
  '国有资本经营预算拨款',
  '国有资本经营预算资金',
  '国有资本经营预算财政拨款收入',
  '国有资本经营财政拨款',
  '国有资本经营预算拨款收入',
  '国有资本经营预算收入',
  '国有资本经营收入',
  '国有资本经营',
  '国有资本经营预算拨款结转',
  '国有资本经营预算财政拨款结转',
];
export const FUNDS = {
  general_public_budget: GENERAL_PUBLIC_BUDGET,
  government_fund: GOVERNMENT_FUND,
  state_capital: STATE_CAPITAL,
} as const;

/** Columns that hold the one amount of a row. */
export const AMOUNT = [
  '金额',
  '决算数',
  '预算数',
  '年初预算数',
  '全年预算数',
  '调整预算数',
  '本年预算数',
  '本年决算数',
  '上年预算数',
  '上年决算数',
  '上年执行数',
  '本年预算',
  '本年决算',
  '上年预算',
  '上年决算',
  '决算金额',
  '预算金额',
  '预算',
  '决算',
  '执行数',
  '完成数',
  '上年预算执行数',
  '上年完成数',
  '年初预算',
  '调整预算',
  '全年预算',
];
export const TOTAL = ['合计', '小计', '总计', ...AMOUNT];
export const CHANGE = [
  '增减额',
  '增减',
  '比上年增减',
  '比上年增减额',
  '比上年预算增减',
  '增减金额',
  '增减变化',
  '增加额',
  '比上年增减数',
  '当年预算比上年增减',
  '本年预算比上年增减',
];
export const CHANGE_RATE = [
  '增减%',
  '增减率',
  '增长率',
  '增减比例',
  '增减(%)',
  '增减幅度',
  '增减变化率',
  '增减变动%',
  '比上年增减%',
  '增减变动率',
];

/** Functional class rows of a summary's expenditure half. */
export const FUNCTION_ROWS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(FUNCTION_NAMES).map(([code, names]) => [`expenditure.${code}`, names]),
);

/** Columns of the two funds' tables, around a total that has each fund's own name. Their order is that of the columns as printed. */
export const FUND_OPENING = {
  opening_carryover: ['年初结转和结余', '上年结转', '年初结转结余', '上年结转和结余', '年初财政拨款结转和结余'],
  income: ['本年收入', '本年收入合计'],
};
export const FUND_SPENDING = {
  basic: ['基本支出'],
  project: ['项目支出'],
  personnel: ['人员经费', '人员支出'],
  public: ['公用经费', '日常公用经费'],
  closing_carryover: ['年末结转和结余', '结转下年', '年末结转结余', '年末财政拨款结转和结余'],
  change: CHANGE,
  change_rate: CHANGE_RATE,
};
