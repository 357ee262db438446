import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-missing-unit.js';

const found = (text: string) => findings(rule, said(`七、财政拨款“三公”经费支出决算情况说明\n  ${text}`));

test('万 without 元', () => {
  expect(found('国内公务接待支出0.39万（含外宾接待支出0.00万元）。').map((f) => f.severity)).toEqual(['warning']);
});

test('an amount without any unit', () => {
  expect(found('年初预算为28.11，支出决算为28.11万元。')).toHaveLength(1);
});

test('counted things and whole units', () => {
  expect(found('参与群众3万人，发放宣传折页9万余份，支出0.39万元，年初预算为0，支出3万余元。')).toEqual([]);
});
