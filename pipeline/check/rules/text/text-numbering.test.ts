import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-numbering.js';

test('a number skipped, a number repeated', () => {
  expect(
    findings(rule, said('一、收入支出决算总体情况说明\n二、收入决算情况说明\n四、支出决算情况说明')).map((f) => [
      f.severity,
      f.reported,
      f.computed,
    ]),
  ).toEqual([['warning', '四、', '三、']]);
  expect(findings(rule, said('一、主要职责\n    1.负责规划。\n    2.负责监督。\n    2.负责检查。'))).toHaveLength(1);
});

test('lists start anew under each heading, and go on inside a paragraph', () => {
  expect(
    findings(
      rule,
      said('一、主要职责\n    1.负责规划。\n    2.负责监督。\n二、机构设置\n    1.办公室。\n    2.人事科。'),
    ),
  ).toEqual([]);
  expect(findings(rule, said('一、主要职责\n    （1）负责规划。（2）负责监督。\n    （3）负责检查。'))).toEqual([]);
});

test('past ten', () => {
  expect(findings(rule, said('九、其他\n十、绩效\n十一、其他事项\n十二、说明'))).toEqual([]);
});

test('a list of reasons inside a numbered paragraph counts for itself', () => {
  expect(
    findings(
      rule,
      said(
        '一、支出决算情况说明\n    1.行政运行，主要原因：1.调标；2.增人；3.结转。\n    2.事业运行。\n    3.住房公积金。',
      ),
    ),
  ).toEqual([]);
});
