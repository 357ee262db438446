import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-word-form.js';

const found = (text: string) => findings(rule, said(`一、收入支出决算总体情况说明\n  ${text}`));

test('a fixed expression that has lost a character', () => {
  expect(found('项目支出增加，较上一度增加1133.95万元。')[0]).toMatchObject({
    severity: 'error',
    computed: '上一年度',
  });
  expect(found('一般公共算财政拨款支出100.00万元。')).toHaveLength(1);
  expect(found('决算数小预算数的主要原因是节约。')).toHaveLength(1);
});

test('the same slip three times is one finding with three places', () => {
  const all = found('较上一度增加1.00万元。\n  较上一度增加2.00万元。\n  较上一度减少3.00万元。');
  expect(all).toHaveLength(1);
  expect(all[0]!.evidence).toHaveLength(3);
  expect(all[0]!.message).toContain('共3处');
});

test('a doubled word is a warning', () => {
  expect(found('主要是主要包括基本工资等支出。').map((f) => f.severity)).toEqual(['warning']);
});

test('the full form, and 上一年度 without comparison', () => {
  expect(found('较上一年度增加1133.95万元，与上一年度持平，决算数小于预算数。')).toEqual([]);
});

test('what a recogniser read proves nothing', () => {
  expect(
    findings(rule, said('一、收入支出决算总体情况说明\n  较上一度增加1.00万元。', undefined, { ocr: true })),
  ).toEqual([]);
});

test('any word twice in a row, inside a sentence', () => {
  expect(found('反映部门预算基本人员人员经费，共1个项目。').map((f) => f.reported)).toEqual(['人员人员']);
  expect(found('指导社区社区事务受理，研究研究，逐步逐步推进。')).toEqual([]);
});
