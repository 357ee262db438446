/** @module Economic classes that head columns: 基本支出/工资福利支出. Names that other schemes share are left to the rows' own reading. */
import type { Term } from '../term.js';

export const ECONOMIC_TERMS: readonly Term[] = [
  { words: ['工资福利支出'], means: { economic: '301' } },
  { words: ['商品和服务支出'], means: { economic: '302' } },
  { words: ['对个人和家庭的补助', '对个人和家庭的补助支出', '对个人和家庭补助'], means: { economic: '303' } },
  { words: ['债务利息及费用支出'], means: { economic: '307' } },
  { words: ['资本性支出(基本建设)'], means: { economic: '309' } },
  { words: ['资本性支出', '其他资本性支出'], means: { economic: '310' } },
  { words: ['对企业补助(基本建设)'], means: { economic: '311' } },
  { words: ['对企业补助'], means: { economic: '312' } },
  { words: ['对社会保障基金补助'], means: { economic: '313' } },
];
