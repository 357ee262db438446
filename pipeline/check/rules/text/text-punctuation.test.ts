import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-punctuation.js';

const found = (text: string) => findings(rule, said(`一、收入支出决算总体情况说明\n  ${text}`));

test('doubled and mixed marks', () => {
  expect(found('实际完成情况达到预期目标。，发现的主要问题：无。').map((f) => f.severity)).toEqual(['warning']);
  expect(found('收入增加，，支出减少。')).toHaveLength(1);
});

test('a full stop inside an enumeration', () => {
  expect(found('主要包括干部保健金、新冠肺炎补助。等业务支出。')).toHaveLength(1);
});

test('a full stop where the item goes on', () => {
  expect(found('支出决算为0.88万元。完成年初预算的100.00%。')).toHaveLength(1);
});

test('ellipses, quotes and a template’s own full stop', () => {
  expect(found('包括办公费、印刷费……等。')).toEqual([]);
  expect(found('除“财政拨款收入”、“事业收入”外。占“三公”经费支出的0.00%。完成预算的0.00%。')).toEqual([]);
});
