/** @module Figures of the 2023 final account of 朔州市朔城区医疗保险服务中心 (unit, Shanxi), as published. */
import { codedRows, type FinalAccounts, pairs } from '../accounts.js';
import { appropriationIncome, appropriationSides, firstColumns, none, summarySides } from './common.js';

const spent = codedRows(
  `合计 2673.01 638.38 2034.63
  210 卫生健康支出 2673.01 638.38 2034.63
  21012 财政对基本医疗保险基金的补助 2034.05 _ 2034.05
  2101202 财政对城乡居民基本医疗保险基金的补助 2034.05 _ 2034.05
  21015 医疗保障管理事务 638.96 638.38 0.58
  2101550 事业运行 638.96 638.38 0.58`,
  6,
);
const classes = { 210: '2673.01' };
const ends = { income: '2673.01', expenditure: '2673.01', grand: '2673.01', surplus: '使用非财政拨款结余和专用结余' };

export const shanxiCentre: FinalAccounts = {
  entity: '朔州市朔城区医疗保险服务中心',
  scope: '单位',
  year: 2023,
  income: appropriationIncome(spent),
  expenditure: spent,
  general: firstColumns(spent, 3),
  summary: summarySides(['2673.01'], classes, ends),
  appropriation: appropriationSides(['2673.01'], classes, ends),
  economic:
    pairs(`301 612.89 30101 255.31 30102 35.78 30107 171.53 30108 63.33 30110 25.73 30111 2.34 30112 3.56 30113 55.31
    303 9.76 30302 9.58 30309 0.18 302 15.73 30201 5.99 30202 3.50 30211 0.53 30231 1.80 30299 3.90`),
  personnel: '622.66',
  publicUse: '15.73',
  threePublicBudget: { ...none, total: '1.80', vehicles: '1.80', running: '1.80' },
  threePublicActual: { ...none, total: '1.80', vehicles: '1.80', running: '1.80' },
};
