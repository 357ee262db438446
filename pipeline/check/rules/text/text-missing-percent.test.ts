import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-missing-percent.js';

const found = (text: string) => findings(rule, said(`一、收入支出决算总体情况说明\n  ${text}`));

test('a rate without its sign', () => {
  expect(found('收入总计增加1193.20万元，增长13.95。主要原因：项目支出增加。')[0]).toMatchObject({
    severity: 'error',
    reported: '13.95',
    computed: '13.95%',
  });
  expect(found('基本支出5.00万元，占76.23；项目支出1.00万元。')).toHaveLength(1);
  expect(found('完成年初预算的95.45，决算数小于预算数。')).toHaveLength(1);
});

test('rates with their sign, amounts, points', () => {
  expect(found('增长13.95%，占76.23%；比上年增长13.95万元，增长2.5个百分点。')).toEqual([]);
});

test('glossaries and duties are left alone', () => {
  expect(findings(rule, said('第四部分名词解释\n  指标增长13.95。'))).toEqual([]);
});
