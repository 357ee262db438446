import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-ascii-punctuation.js';

const FULL = '  本年收入合计，支出合计，结余，结转，其他，均无变化；'.repeat(3);

test('slips in a document that prints full-width marks, as one finding', () => {
  const all = findings(rule, said(`一、主要职责\n${FULL}\n  独立编制机构,没有变化。`));
  expect(all.map((f) => [f.severity, f.evidence.length])).toEqual([['warning', 1]]);
});

test('a document that prints ASCII marks throughout has that style', () => {
  expect(
    findings(rule, said('一、主要职责\n  贯彻执行政策,拟订规划,组织实施。\n  负责监督,负责检查;负责宣传。')),
  ).toEqual([]);
});

test('grouped digits are no marks', () => {
  expect(findings(rule, said(`一、主要职责\n${FULL}\n  收入总计2,673.01万元。`))).toEqual([]);
});
