/** @module Stems and what is printed behind them: 一般公共预算 + 收入, 资金, 结转 … */

const FUND_TAILS = ['', '收入', '资金', '结转', '结转和结余', '结转结余', '结余', '结转资金', '补助'];
export const withTails = (stems: readonly string[], tails: readonly string[] = FUND_TAILS): string[] =>
  stems.flatMap((stem) => tails.map((tail) => stem + tail));
