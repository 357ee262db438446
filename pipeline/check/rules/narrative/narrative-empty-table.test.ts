import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { document } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './narrative-empty-table.js';

const fund = (total: string | null, notes: string[] = []) =>
  document().table({
    kind: 'government_fund',
    title: '政府性基金预算财政拨款收入支出决算表',
    notes,
    columns: [
      ['income', '本年收入'],
      ['total', '本年支出/小计'],
    ],
    rows: [['total', '合计', total, total]],
  });
const HEADING = '八、政府性基金预算财政拨款收入支出决算情况说明\n';

test('a statement that there is none over a table with figures', () => {
  const found = findings(
    rule,
    said(`${HEADING}  本单位2024年度无政府性基金预算财政拨款收入和支出。`, fund('105.00')),
  );
  expect(found[0]).toMatchObject({ severity: 'error', computed: '105.00' });
});

test('an empty table with its statement, in prose or below the table', () => {
  expect(findings(rule, said(`${HEADING}  本单位2024年度无政府性基金预算财政拨款收入和支出。`, fund(null)))).toEqual(
    [],
  );
  expect(findings(rule, said(`${HEADING}  本年度无此项支出。`, fund(null)))).toEqual([]);
  expect(findings(rule, said(HEADING, fund(null, ['本年度没有政府性基金收支，故本表无数据。'])))).toEqual([]);
});

test('an empty table that nothing explains', () => {
  expect(findings(rule, said(`${HEADING}  详见附表。`, fund(null))).map((f) => f.severity)).toEqual(['warning']);
});

test('no table is not evaluable', () => {
  expect(tally(rule, said(`${HEADING}  本年度无此项支出。`))).toEqual({ not_evaluable: 2 });
});

test('said twice of one table is one finding, and the note below the table is another rule’s', () => {
  const none = '本单位2024年度无政府性基金预算财政拨款收入和支出。';
  const found = findings(rule, said(`${HEADING}  ${none}\n  ${none}`, fund('105.00')));
  expect(found).toHaveLength(1);
  expect(found[0]!.evidence).toHaveLength(3);
  expect(findings(rule, said(`${HEADING}  ${none}`, fund('105.00', [none])))).toEqual([]);
});
