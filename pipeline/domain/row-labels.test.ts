import { expect, test } from 'vitest';
import {
  beginsRow,
  endsAsTotal,
  holdsTotal,
  isColumnNumberLabel,
  isFormLabel,
  isGrandTotal,
  isNumberedLabel,
  isTotalLabel,
  isUnnumberedColumn,
  isYearLabel,
} from './row-labels.js';

test.each([
  [isNumberedLabel, ['一、基本支出', '（二）其他', '1.办公费', '其中：本级'], ['1.5', '基本支出']],
  [beginsRow, ['一、基本支出', '（十二）其他', '本年支出合计'], ['和就业支出', '1.5']],
  [isTotalLabel, ['合计', '本年收入合计', '支出总计'], ['基本支出合计', '合计数']],
  [isGrandTotal, ['合计', '总计'], ['小计', '收入合计']],
  [endsAsTotal, ['本年支出合计', '收入总计'], ['小计', '合计数']],
  [holdsTotal, ['合计（万元）'], ['小计']],
  [isColumnNumberLabel, ['栏次', '栏 次'], ['行次']],
  [isUnnumberedColumn, ['行次', '项目', '**', '—'], ['栏次', '1']],
  [isYearLabel, ['2023', '2023年'], ['2023年度', '1234']],
  [isFormLabel, ['项目名称', '主管部门（盖章）'], ['金额']],
])('%o', (has, these, not) => {
  expect([these.filter((text) => !has(text)), not.filter(has)]).toEqual([[], []]);
});
