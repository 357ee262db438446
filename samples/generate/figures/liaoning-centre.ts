/**
 * @module Figures of the 2023 final account of a provincial public institution in Liaoning (辽宁省医疗保障事务服务中心), as
 * published.
 */
import { codedRows, type FinalAccounts, pairs } from '../accounts.js';

const economic =
  pairs(`301 1243.39 30101 289.95 30102 134.19 30107 428.55 30108 113.25 30109 8.95 30110 40.17 30111 20.09
    30112 1.26 30113 118.73 30199 88.26 303 4.05 30302 4.05 302 165.21 30201 22.65 30202 2.44 30204 0.28
    30205 1.07 30206 5.83 30207 30.99 30208 9.23 30209 26.54 30211 19.03 30213 3.58 30216 0.70 30228 10.15
    30229 0.70 30239 19.94 30299 12.08 310 9.56 31002 9.56`);

const spent = codedRows(
  `合计 1643.87 1422.22 221.65
  206 科学技术支出 3.16 _ 3.16
  20603 应用研究 3.16 _ 3.16
  2060302 社会公益研究 3.16 _ 3.16
  208 社会保障和就业支出 126.33 126.33
  20805 行政事业单位养老支出 126.33 126.33
  2080502 事业单位离退休 4.13 4.13
  2080505 机关事业单位基本养老保险缴费支出 113.20 113.20
  2080506 机关事业单位职业年金缴费支出 9.00 9.00
  210 卫生健康支出 1395.65 1177.16 218.49
  21011 行政事业单位医疗 60.26 60.26
  2101102 事业单位医疗 60.26 60.26
  21015 医疗保障管理事务 1335.39 1116.90 218.49
  2101506 医疗保障经办事务 123.88 _ 123.88
  2101550 事业运行 1116.90 1116.90
  2101599 其他医疗保障管理事务支出 94.61 _ 94.61
  221 住房保障支出 118.73 118.73
  22102 住房改革支出 118.73 118.73
  2210201 住房公积金 118.73 118.73`,
  6,
);

const functions = (n: number) =>
  Object.fromEntries(
    [
      ['206', '3.16'],
      ['208', '126.33'],
      ['210', '1395.65'],
      ['221', '118.73'],
    ].map(([c, v]) => [c as string, Array.from({ length: n }, () => v as string)]),
  );

export const liaoningCentre: FinalAccounts = {
  entity: '辽宁省医疗保障事务服务中心',
  scope: '单位',
  year: 2023,
  income: codedRows(
    `合计 1673.99 1673.77 _ _ _ _ 0.22
    208 社会保障和就业支出 127.77 127.77
    20805 行政事业单位养老支出 126.77 126.77
    2080502 事业单位离退休 4.14 4.14
    2080505 机关事业单位基本养老保险缴费支出 113.63 113.63
    2080506 机关事业单位职业年金缴费支出 9.00 9.00
    20808 抚恤 1.00 1.00
    2080801 死亡抚恤 1.00 1.00
    210 卫生健康支出 1427.45 1427.23 _ _ _ _ 0.22
    21001 卫生健康管理事务 0.22 _ _ _ _ _ 0.22
    2100199 其他卫生健康管理事务支出 0.22 _ _ _ _ _ 0.22
    21011 行政事业单位医疗 60.72 60.72
    2101102 事业单位医疗 60.72 60.72
    21015 医疗保障管理事务 1366.51 1366.51
    2101506 医疗保障经办事务 134.00 134.00
    2101550 事业运行 1154.63 1154.63
    2101599 其他医疗保障管理事务支出 77.88 77.88
    221 住房保障支出 118.77 118.77
    22102 住房改革支出 118.77 118.77
    2210201 住房公积金 118.77 118.77`,
    7,
  ),
  expenditure: spent,
  general: spent.map((r) => ({ ...r, values: r.values.slice(0, 3) })),
  summary: {
    sources: ['1673.77', '', '', '', '', '', '', '0.22'],
    functions: functions(1),
    tail: [
      { left: '本年收入合计', leftValue: '1673.99', right: '本年支出合计', rightValues: ['1643.87'], bold: true },
      { left: '使用非财政拨款结余', leftValue: '', right: '结余分配', rightValues: [''] },
      { left: '年初结转和结余', leftValue: '29.64', right: '年末结转和结余', rightValues: ['59.76'] },
      { left: '', leftValue: '', right: '', rightValues: [] },
      { left: '总计', leftValue: '1703.63', right: '总计', rightValues: ['1703.63'], bold: true },
    ],
  },
  appropriation: {
    sources: ['1673.77', '', ''],
    functions: functions(2),
    tail: [
      {
        left: '本年收入合计',
        leftValue: '1673.77',
        right: '本年支出合计',
        rightValues: ['1643.87', '1643.87'],
        bold: true,
      },
      {
        left: '年初财政拨款结转和结余',
        leftValue: '29.14',
        right: '年末财政拨款结转和结余',
        rightValues: ['59.04', '59.04'],
      },
      { left: '一般公共预算财政拨款', leftValue: '29.14', right: '', rightValues: [] },
      { left: '政府性基金预算财政拨款', leftValue: '', right: '', rightValues: [] },
      { left: '国有资本经营预算财政拨款', leftValue: '', right: '', rightValues: [] },
      { left: '总计', leftValue: '1702.91', right: '总计', rightValues: ['1702.91', '1702.91'], bold: true },
    ],
  },
  economic,
  personnel: '1247.44',
  publicUse: '174.77',
  threePublicBudget: { total: '0.50', abroad: '', reception: '0.50', vehicles: '', purchase: '', running: '' },
  threePublicActual: { total: '', abroad: '', reception: '', vehicles: '', purchase: '', running: '' },
};
