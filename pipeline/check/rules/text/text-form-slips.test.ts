import { expect, test } from 'vitest';
import { document, findings } from '../../../../test/support/check/document.js';
import { rule } from './text-form-slips.js';

const economic = (...codes: string[]) =>
  document().table({
    kind: 'basic_expenditure_by_economic_class',
    title: '一般公共预算财政拨款基本支出决算表',
    columns: [['amount', '决算数']],
    rows: codes.map((code, i): [string, string, string | null] => [code, `科目${code}`, i % 2 ? null : '1.00']),
  });

test('a row that the form has and the table lacks', () => {
  const all = ['30301', '30302', '30303', '30304', '30305', '30306', '30307', '30308'];
  expect(findings(rule, economic(...all))).toEqual([]);
  expect(findings(rule, economic(...all.filter((code) => code !== '30306')))).toMatchObject([
    { severity: 'warning', reported: '30307', computed: '30306' },
  ]);
});

test('a table that prints only what was spent lacks nothing', () => {
  const spent = document().table({
    kind: 'basic_expenditure_by_economic_class',
    columns: [['amount', '决算数']],
    rows: ['30301', '30302', '30304', '30305'].map((code) => [code, code, '1.00']),
  });
  expect(findings(rule, spent)).toEqual([]);
});

test('a code without its zero among codes that have theirs', () => {
  const coded = (second: string) => {
    const input = economic('301').input();
    const [table] = input.tables;
    const rows = ['01', second, '03', '08', '09', '10', '12'];
    const cell = (row: number, column: number, text: string) => ({
      ...table!.cells[0]!,
      row,
      column,
      text,
      role: 'body' as const,
    });
    const cells = rows.flatMap((code, i) => [
      cell(i + 1, 0, '301'),
      cell(i + 1, 1, code),
      cell(i + 1, 2, `科目${code}`),
    ]);
    return { ...input, tables: [{ ...table!, cells }] };
  };
  expect(findings(rule, coded('02'))).toEqual([]);
  expect(findings(rule, coded('2'))).toMatchObject([{ severity: 'warning', reported: '2', computed: '02' }]);
});

test('a blank page inside', () => {
  const pages = document().page(1, '封面').page(2).page(3, '正文').input();
  expect(findings(rule, pages)).toEqual([]);
  const blank = pages.layouts.map((l) =>
    l.content.number === 2 ? { ...l, content: { ...l.content, textSource: 'none' as const } } : l,
  );
  expect(findings(rule, { ...pages, layouts: blank })).toMatchObject([
    { severity: 'info', message: '第2页为空白页。' },
  ]);
});
