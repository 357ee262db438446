/** @module Figures of the 2023 final account of 辽宁省朝阳市医疗保障局 (department with four units), as published. */
import { codedRows, type FinalAccounts, pairs } from '../accounts.js';
import { appropriationIncome, appropriationSides, firstColumns, none, summarySides } from './common.js';

const spent = codedRows(
  `合计 2826.76 1501.11 1325.65
  208 社会保障和就业支出 187.90 187.90
  20805 行政事业单位养老支出 170.77 170.77
  2080501 行政单位离退休 2.65 2.65
  2080502 事业单位离退休 0.15 0.15
  2080505 机关事业单位基本养老保险缴费支出 145.47 145.47
  2080506 机关事业单位职业年金缴费支出 22.50 22.50
  20808 抚恤 17.13 17.13
  2080801 死亡抚恤 17.13 17.13
  210 卫生健康支出 2520.13 1194.48 1325.65
  21004 公共卫生 364.50 _ 364.50
  2100410 突发公共卫生事件应急处理 364.50 _ 364.50
  21011 行政事业单位医疗 74.25 74.25
  2101101 行政单位医疗 41.41 41.41
  2101102 事业单位医疗 10.57 10.57
  2101103 公务员医疗补助 22.27 22.27
  21015 医疗保障管理事务 2003.45 1120.23 883.22
  2101501 行政运行 923.93 923.93
  2101550 事业运行 182.14 182.14
  2101599 其他医疗保障管理事务支出 897.38 14.16 883.22
  21099 其他卫生健康支出 77.93 _ 77.93
  2109999 其他卫生健康支出 77.93 _ 77.93
  221 住房保障支出 118.73 118.73
  22102 住房改革支出 118.73 118.73
  2210201 住房公积金 118.73 118.73`,
  6,
);
const classes = { 208: '187.90', 210: '2520.12', 221: '118.73' };
const ends = { income: '2826.76', expenditure: '2826.76', grand: '2826.76' };

export const chaoyang: FinalAccounts = {
  entity: '辽宁省朝阳市医疗保障局',
  scope: '部门',
  year: 2023,
  income: appropriationIncome(spent),
  expenditure: spent,
  general: firstColumns(spent, 3, '0.00'),
  summary: summarySides(['2826.76'], classes, ends),
  appropriation: appropriationSides(['2826.76'], classes, ends),
  economic: pairs(`301 1274.22 30101 451.14 30102 222.97 30103 203.00 30107 30.33 30108 145.47 30109 22.50 30110 51.97
    30111 22.27 30112 4.20 30113 118.73 30199 1.64 303 25.82 30302 8.69 30304 17.13 302 201.07 30201 43.28
    30202 3.61 30207 4.82 30209 2.16 30211 10.67 30213 3.94 30226 74.48 30231 13.10 30239 39.84 30299 5.17`),
  personnel: '1300.04',
  publicUse: '201.07',
  threePublicBudget: { ...none, total: '13.12', vehicles: '13.12', running: '13.12' },
  threePublicActual: { ...none, total: '13.10', vehicles: '13.10', running: '13.10' },
};
