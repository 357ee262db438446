/** @module Figures of the 2024 final account of 辽宁省沈阳市医疗保障局（本级） (unit), as published. */
import { codedRows, type FinalAccounts, pairs } from '../accounts.js';
import { appropriationIncome, appropriationSides, firstColumns, none, summarySides } from './common.js';

const spent = codedRows(
  `合计 3707.54 3260.44 447.10
  208 社会保障和就业支出 364.14 364.14
  20805 行政事业单位养老支出 364.14 364.14
  2080501 行政单位离退休 82.19 82.19
  2080505 机关事业单位基本养老保险缴费支出 243.41 243.41
  2080506 机关事业单位职业年金缴费支出 38.54 38.54
  210 卫生健康支出 2949.03 2501.93 447.10
  21011 行政事业单位医疗 87.87 87.87
  2101101 行政单位医疗 87.87 87.87
  21015 医疗保障管理事务 2861.16 2414.06 447.10
  2101501 行政运行 2414.06 2414.06
  2101599 其他医疗保障管理事务支出 447.10 _ 447.10
  221 住房保障支出 394.36 394.36
  22102 住房改革支出 394.36 394.36
  2210201 住房公积金 266.27 266.27
  2210203 购房补贴 128.09 128.09`,
  6,
);
const classes = { 208: '364.15', 210: '2949.03', 221: '394.36' };
const ends = { income: '3707.54', expenditure: '3707.54', grand: '3707.54', surplus: '使用非财政拨款结余' };

export const shenyang: FinalAccounts = {
  entity: '辽宁省沈阳市医疗保障局（本级）',
  scope: '单位',
  year: 2024,
  income: appropriationIncome(spent),
  expenditure: spent,
  general: firstColumns(spent, 3, '0.00'),
  summary: summarySides(['3707.54'], classes, ends),
  appropriation: appropriationSides(['3707.54'], classes, ends),
  economic: pairs(`301 2523.14 30101 647.39 30102 611.61 30103 621.96 30108 243.41 30109 38.54 30110 87.87 30112 6.09
    30113 266.27 303 372.83 30302 82.27 30305 3.68 30309 1.00 30399 285.88 302 361.78 30201 6.66 30205 3.70
    30206 20.01 30207 85.41 30208 10.75 30211 3.26 30213 1.78 30228 15.97 30231 0.70 30239 125.36
    30299 88.18 310 2.69 31002 2.69`),
  personnel: '2895.97',
  publicUse: '364.47',
  threePublicBudget: { ...none, total: '6.00', vehicles: '6.00', running: '6.00' },
  threePublicActual: { ...none, total: '0.70', vehicles: '0.70', running: '0.70' },
};
