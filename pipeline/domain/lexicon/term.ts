/** @module A term: words, and the coordinates and marks that they contribute. Imports only the coordinates. */
import type { Dimensions } from '../dimensions.js';

/** What a term says beside coordinates. */
export const MARKS = [
  /** 合计, 总计, 小计: everything that its surroundings are broken down into. */
  'total',
  /** 总计, 收入总计, 支出总计: what was carried over counts in. */
  'grand',
  /** 其中: parts that need not add up to what stands above. */
  'part',
  /** 金额, 预算数, 决算数: the amount itself. */
  'amount',
  /** 本年收入: the year's own income, without what was carried over. */
  'of_year',
  /** 上年, 去年: the year before the document's. */
  'last_year',
  /** 执行数, 决算数, 完成数: what was really paid (the phase "actual" of whatever year). */
  'executed',
  /** 收支, 收入支出: both halves. */
  'both_flows',
  /** Names of axes: 按经济分类, 按功能分类. */
  'by_function',
  'by_economic',
  'by_government_economic',
  /** 部门, 单位, 政府 and the like, in titles. */
  'publisher',
  /** 绩效, 自评: performance forms. */
  'performance',
  'target',
  /** 整体: of the whole department. */
  'whole',
  /** %: a rate. */
  'percent',
  /** 统计: a table of counts and sums. */
  'statistics',
  /** 明细, 情况, 表 …: says that a title ends. */
  'table',
  /** 目录, 政府决算 …: no statutory table of a department. */
  'foreign',
] as const;
export type Mark = (typeof MARKS)[number];

export interface Term {
  words: readonly string[];
  /** null: the vocabulary has no word for it; the figure has no dimensions unless a finer word below says what it is. */
  means?: { readonly [K in keyof Dimensions]?: Dimensions[K] | null };
  marks?: readonly Mark[];
}
