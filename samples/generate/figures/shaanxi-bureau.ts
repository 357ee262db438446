/** @module Figures of the 2023 final account of 西安市莲湖区医疗保障局 (department, Shaanxi), as published. */
import { codedRows, type FinalAccounts, pairs } from '../accounts.js';
import { appropriationSides, none, summarySides } from './common.js';

const spent = codedRows(
  `合计 657.63 194.40 463.23
  210 卫生健康支出 657.63 194.40 463.23
  21011 行政事业单位医疗 350.00 _ 350.00
  2101103 公务员医疗补助 350.00 _ 350.00
  21015 医疗保障管理事务 307.63 194.40 113.23
  2101501 行政运行 194.40 194.40
  2101504 信息化建设 20.00 _ 20.00
  2101506 医疗保障经办事务 93.23 _ 93.23`,
  6,
);

export const shaanxiBureau: FinalAccounts = {
  entity: '西安市莲湖区医疗保障局',
  scope: '部门',
  year: 2023,
  income: codedRows(
    `合计 657.63 657.62 _ _ _ _ 0.01
    210 卫生健康支出 657.63 657.62 _ _ _ _ 0.01
    21011 行政事业单位医疗 350.00 350.00
    2101103 公务员医疗补助 350.00 350.00
    21015 医疗保障管理事务 307.63 307.62 _ _ _ _ 0.01
    2101501 行政运行 194.40 194.39 _ _ _ _ 0.01
    2101504 信息化建设 20.00 20.00
    2101506 医疗保障经办事务 93.23 93.23`,
    7,
  ),
  expenditure: spent,
  general: codedRows(
    `合计 657.62 194.39 463.23
    210 卫生健康支出 657.62 194.39 463.23
    21011 行政事业单位医疗 350.00 _ 350.00
    2101103 公务员医疗补助 350.00 _ 350.00
    21015 医疗保障管理事务 307.62 194.39 113.23
    2101501 行政运行 194.39 194.39
    2101504 信息化建设 20.00 _ 20.00
    2101506 医疗保障经办事务 93.23 _ 93.23`,
    3,
  ),
  summary: summarySides(
    ['657.62', '', '', '', '', '', '', '0.01'],
    { 210: '657.63' },
    { income: '657.63', expenditure: '657.63', grand: '657.63', blank: false },
  ),
  appropriation: appropriationSides(
    ['657.62'],
    { 210: '657.62' },
    { income: '657.62', expenditure: '657.62', grand: '657.62', grandLabel: '合计' },
  ),
  economic:
    pairs(`301 191.15 30101 58.45 30102 42.91 30103 34.57 30108 18.37 30110 6.95 30111 5.84 30112 0.08 30113 14.33
    30199 9.65 302 3.24 30201 2.05 30211 0.07 30228 1.13`),
  personnel: '191.15',
  publicUse: '3.24',
  threePublicBudget: { ...none, conference: '', training: '0.38' },
  threePublicActual: { ...none, conference: '', training: '' },
};
