import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-placeholder.js';

const found = (text: string) => findings(rule, said(`一、收入支出决算总体情况说明\n  ${text}`));

test('placeholders', () => {
  expect(found('上海市XX局2024年度收入支出总计100.00万元。')[0]).toMatchObject({ severity: 'error', reported: 'XX' });
  expect(found('{单位名称}2024年度收入支出总计100.00万元。')).toHaveLength(1);
  expect(found('收入总计ＸＸＸ万元。')).toHaveLength(1);
});

test('choices, instructions, missing numbers, missing reasons', () => {
  expect(found('比2023年度减少0.15万元，下降（增长）27.78%。')[0]!.reported).toBe('下降（增长）');
  expect(found('主要用于接待，列明公务接待2批次、26人次。')[0]!.reported).toBe('列明');
  expect(found('自评覆盖率=项目数量/项目总数*100%= %。')).toHaveLength(1);
  expect(found('支出决算为万元，完成年初预算的95.00%。')).toHaveLength(1);
  expect(found('比上年增加2.00万元，主要原因是。')).toHaveLength(1);
});

test('the same leftover in several places is one finding', () => {
  const all = found('上海市XX局概况。\n  上海市XX局决算。');
  expect(all).toHaveLength(1);
  expect(all[0]!.evidence).toHaveLength(2);
});

test('部门（单位） behind a name is a warning, alone it is usual', () => {
  expect(found('示例市示例局部门（单位）共有车辆0辆。').map((f) => f.severity)).toEqual(['warning']);
  expect(found('本部门（单位）共有车辆0辆，《部门（单位）整体绩效自评表》见附件。')).toEqual([]);
});

test('brackets, units and reasons of a clean text', () => {
  expect(found('因公出国（境）费0.00万元，增长12.00%，主要原因是项目增加。')).toEqual([]);
  expect(found('公开数据以万元为单位，金额单位转换为万元时可能存在尾差。')).toEqual([]);
});

test('reasons listed below the colon follow it', () => {
  expect(found('收入增加2.00万元，主要原因：\n    1.人员经费调标。')).toEqual([]);
  expect(found('收入增加2.00万元，主要原因：\n二、收入决算情况说明')).toHaveLength(1);
});
