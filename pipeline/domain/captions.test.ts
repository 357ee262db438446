import { expect, test } from 'vitest';
import {
  endsAsTitle,
  endsNotes,
  isCaptionRow,
  isEntityLine,
  isOwnHeading,
  isPageNumber,
  isRepeatedCaption,
  isYearLine,
  printedTableNumber,
  refersToTable,
  startsNote,
  titleAndUnit,
  unitOfCaption,
  withoutContinued,
} from './captions.js';

test('units that captions state', () => {
  expect(
    ['金额单位：万元', '（单位:元）', '编制单位：某局单位：人民币元', '单位：辆', '万元'].map(unitOfCaption),
  ).toEqual([...['万元', '元', '元'], ...[null, null]]);
  expect(titleAndUnit('收入决算表（单位：万元）')).toEqual({ title: '收入决算表', unit: '单位：万元' });
  expect(titleAndUnit('收入决算表（续）')).toBeNull();
});

test('numbers that tables print of themselves', () => {
  expect(['公开01表', '附表2-1', '财决 01 表', '收入决算表'].map(printedTableNumber)).toEqual([
    ...['公开01表', '附表2-1', '财决01表'],
    null,
  ]);
});

test.each([
  [isEntityLine, '编制单位：某局', '单位预算'],
  [isYearLine, '（2023年度）', '2023年度决算'],
  [startsNote, '注：本表反映收入', '注意事项'],
  [endsAsTitle, '支出决算表（续）', '支出决算情况'],
  [refersToTable, '三、收入决算见下表', '三、收入决算表'],
  [isOwnHeading, '第二部分2023年决算', '一般公共预算财政拨款'],
  [endsNotes, '公开02表', '本表金额转换为万元时可能存在尾差'],
  [isCaptionRow, '2023年度', '2023年决算数'],
  [isRepeatedCaption, '公开 01 表', '收入决算情况'],
  [isPageNumber, '第 3 页', '2023年'],
])('%o: %j, not %j', (says, text, other) => {
  expect([says(text), says(other)]).toEqual([true, false]);
});

test('marks of continuation', () => {
  expect(['收入决算表（续）', '续表2', '收入决算表'].map(withoutContinued)).toEqual(['收入决算表', '', '收入决算表']);
});
