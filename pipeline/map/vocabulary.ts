/** @module Wording that several table kinds share: functional classes by name, funds, usual column names. */
import { CLASS_LABELS } from '../domain/classes.js';

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
  Object.entries(CLASS_LABELS).map(([code, names]) => [`expenditure.${code}`, names]),
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
