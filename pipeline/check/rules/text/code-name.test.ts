import { describe, expect, it } from 'vitest';
import { account } from '../../../../test/support/check/account.js';
import { document, findings } from '../../../../test/support/check/document.js';
import { rule } from './code-name.js';

describe('code-name', () => {
  const table = (code: string, ...labels: string[]) => {
    const d = document();
    for (const label of labels)
      d.table({
        kind: 'expenditure',
        title: '支出决算表',
        columns: [['total', '合计']],
        rows: [[code, label, '1.00']],
      });
    return d;
  };
  it('finds a code with another code’s name', () => {
    expect(findings(rule, table('2080505', '机关事业单位职业年金缴费支出'))).toMatchObject([
      { severity: 'warning', reported: '2080505 机关事业单位职业年金缴费支出' },
    ]);
  });
  it('brackets, a name cut off by its cell and 支出 at its end make no difference', () => {
    expect(findings(rule, table('30213', '维修(护)费'))).toEqual([]);
    expect(findings(rule, table('2080505', '机关事业单位基本养老保险缴'))).toEqual([]);
    expect(findings(rule, table('21011', '行政事业单位医疗支出'))).toEqual([]);
  });
  it('a name one slip away from its own, and a copy of the code before it', () => {
    expect(findings(rule, table('2080505', '机关事业单位基本养老保险交费支出'))).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(findings(rule, table('30217', '30217-公务接待费', '[30217]公务接待费'))).toEqual([]);
  });
  it('two rows of one code, one of them with the name of a code that is not printed, are an error', () => {
    const rows = (code: string): [string, string, string][] => [
      ['30208', '取暖费', '1.00'],
      [code, '物业管理费', '2.00'],
    ];
    const input = (code: string) =>
      document().table({
        kind: 'basic_expenditure_by_economic_class',
        columns: [['amount', '决算数']],
        rows: rows(code),
      });
    expect(findings(rule, input('30208'))).toMatchObject([{ severity: 'error', reported: '30208 物业管理费' }]);
    expect(findings(rule, input('30209'))).toEqual([]);
  });
  it('a name that nobody knows says nothing', () => {
    expect(findings(rule, table('2299901', '甲', '甲', '乙'))).toEqual([]);
  });
  it('many of one document are one finding with its places', () => {
    const found = findings(rule, table('2080505', '机关事业单位职业年金缴费支出', '机关事业单位职业年金缴费支出'));
    expect(found).toMatchObject([{ evidence: [{ page: 1 }, { page: 2 }] }]);
  });
  it('names by the year of the document', () => {
    const named = (year: number) =>
      findings(
        rule,
        document({ fiscal_year: year }).table({
          kind: 'expenditure',
          columns: [['total', '合计']],
          rows: [['20805', '行政事业单位离退休', '1.00']],
        }),
      );
    expect(named(2017)).toEqual([]);
  });
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
