import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { PROCUREMENT, said } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-over-whole.js';

test('more than the whole, where the whole is not known', () => {
  expect(
    findings(rule, said(`${PROCUREMENT}  授予中小企业合同金额76.35万元，占合同总数的120.00%。`)).map(
      (f) => f.severity,
    ),
  ).toEqual(['error']);
  expect(findings(rule, said(`${PROCUREMENT}  授予中小企业合同金额76.35万元，占合同总数的100.00%。`))).toEqual([]);
});

test('a share that is computed is judged by its amounts', () => {
  const text = `${PROCUREMENT}  政府采购支出总额82.31万元，授予中小企业合同金额76.35万元，占政府采购支出总额的192.76%。`;
  expect(tally(rule, said(text))).toEqual({ not_applicable: 1 });
});
