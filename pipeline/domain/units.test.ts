import { expect, test } from 'vitest';
import { captionUnit, isUnitCell, labelUnit, moneyPower, tableUnit, toYuan, unitBehind } from './units.js';

test('units of unit lines, captions and labels', () => {
  expect(['金额单位：万元', '单位：人民币元', '百万元', '单位：辆'].map(tableUnit)).toEqual([
    '万元',
    '元',
    '百万元',
    '单位:辆',
  ]);
  expect(captionUnit(['编制单位：某局', '金额单位：万元'])).toBe('万元');
  expect(['车辆数合计（辆）', '设备(台/套)', '金额（单位：万元）', '维修（护）费'].map(labelUnit)).toEqual([
    '辆',
    '台/套',
    '万元',
    null,
  ]);
  expect(['12万元', '95%', '12'].map(unitBehind)).toEqual(['万元', '%', null]);
});

test('amounts in 元 are exact', () => {
  expect(toYuan('123456789012345678.91', '万元')).toBe('1234567890123456789100');
  expect(toYuan('-0.01', '亿元')).toBe('-1000000');
  expect([toYuan('1', '辆'), toYuan(null, '元'), toYuan('1', null), toYuan('1', 'toString')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(['人民币万元', '（百万元）', '辆', null].map(moneyPower)).toEqual([4, 6, null, null]);
});

test('cells of a column of units', () => {
  expect(['万元', '台(套)', '㎡', '金额', '10万元'].map(isUnitCell)).toEqual([true, true, true, false, false]);
});
