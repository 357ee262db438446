import { describe, expect, it } from 'vitest';
import type { CheckInput } from '../../types.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './table-caption.js';

/** Tables stand at y 80 and below; lines of a page are 20 points apart from y 72 up to there. */
function captioned(
  captions: string[][],
  kind: 'expenditure' | 'project_performance' = 'expenditure',
  year: number | null = 2024,
): CheckInput {
  const d = document({ fiscal_year: year });
  for (const i of captions.keys())
    d.table({
      kind,
      title: '支出决算表',
      page: i + 1,
      columns: [['total', '合计']],
      rows: [['total', '合计', '1.00']],
    });
  for (const [i, lines] of captions.entries()) d.page(i + 1, ...lines);
  const input = d.input();
  return {
    ...input,
    layouts: input.layouts.map((l) => ({
      ...l,
      lines: l.lines.map((line, i) => ({
        ...line,
        box: [72, 20 + 14 * i, 500, 30 + 14 * i] as [number, number, number, number],
      })),
    })),
  };
}

describe('table-caption', () => {
  it('finds another year in a title and in the unit line, as one finding with its places', () => {
    expect(
      findings(rule, captioned([['2023年度支出决算表'], ['支出决算表', '单位：示例局 2023年度 金额单位：万元']])),
    ).toMatchObject([
      { severity: 'error', reported: '2023', computed: '2024', evidence: [{ page: 1 }, { page: 2 }] },
    ]);
  });

  it('finds an entity that the other tables do not name', () => {
    const unit = (name: string) => [`编制单位：${name} 金额单位：万元`];
    expect(findings(rule, captioned([unit('示例市甲局'), unit('示例市甲局'), unit('示例市乙局')]))).toMatchObject([
      { severity: 'warning', reported: '示例市乙局', computed: '示例市甲局' },
    ]);
  });

  it('leaves out prose above a table, years far away and the year before on purpose', () => {
    expect(findings(rule, captioned([['2023年我局支出下降'], ['2015年度规划表'], ['与2023年比较表']]))).toEqual([]);
  });

  it('a self-evaluation of another year is a warning', () => {
    expect(findings(rule, captioned([['（2023年度）']], 'project_performance'))).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('the unit of money is no entity, and one table alone no measure', () => {
    expect(tally(rule, captioned([['单位：万元'], ['单位：万元'], ['单位：示例市甲局']]))).toEqual({
      not_applicable: 1,
    });
  });

  it('without a fiscal year nothing is judged', () =>
    expect(tally(rule, captioned([['2023年度支出决算表']], 'expenditure', null))).toEqual({
      not_evaluable: 1,
      not_applicable: 1,
    }));

  it('passes captions of the document’s own year', () => {
    expect(
      tally(
        rule,
        captioned([['2024年度支出决算表', '单位：示例市甲局 2024年度 金额单位：万元'], ['单位：示例市甲局']]),
      ),
    ).toEqual({ pass: 4 });
  });
});
