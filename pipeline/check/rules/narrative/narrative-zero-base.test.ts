import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { said, THREE_PUBLIC, threePublic } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-zero-base.js';

test('completion of a budget of 0 in prose', () => {
  const found = findings(
    rule,
    said(`${THREE_PUBLIC}  公务接待费年初预算为0，支出决算为3.00万元，完成预算的100.00%。`),
  );
  expect(found.map((f) => f.severity)).toEqual(['warning']);
});

test('completion of a budget that the table leaves empty', () => {
  expect(
    findings(
      rule,
      said(
        `${THREE_PUBLIC}  因公出国（境）费决算为0.00万元，完成预算的0.00%。`,
        threePublic(['2.85', null], ['0.39', null]),
      ),
    ),
  ).toHaveLength(1);
  expect(
    findings(
      rule,
      said(
        `${THREE_PUBLIC}  因公出国（境）费决算为0.00万元，完成预算的0.00%。`,
        threePublic(['2.85', '1.00'], ['0.39', '0.00']),
      ),
    ),
  ).toEqual([]);
});

test('growth over a year of 0', () => {
  expect(
    findings(rule, said(`${THREE_PUBLIC}  公务接待费支出0.30万元，比上年增加0.30万元，增长100%。`)),
  ).toHaveLength(1);
  expect(findings(rule, said(`${THREE_PUBLIC}  公务接待费支出0.60万元，比上年增加0.30万元，增长100%。`))).toEqual([]);
});

test('what is not known is no zero', () => {
  expect(tally(rule, said(`${THREE_PUBLIC}  公务接待费支出0.60万元，完成预算的60.00%。`))).toEqual({
    not_evaluable: 1,
  });
});
