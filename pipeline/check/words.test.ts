import { expect, test } from 'vitest';
import { anyOf, maybe } from './words.js';

test('words become one group, the first that matches', () => {
  expect(anyOf('增加', '减少')).toBe('(?:增加|减少)');
  expect(new RegExp(`${anyOf('支出', '支出总计')}`).exec('支出总计')![0]).toBe('支出');
});

test('maybe matches nothing too', () => {
  const pattern = new RegExp(`^${maybe('部门', '单位')}决算$`);
  expect(['部门决算', '单位决算', '决算', '本级决算'].map((text) => pattern.test(text))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
