import { describe, expect, it } from 'vitest';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './disclosure-parts.js';

describe('disclosure-parts', () => {
  const table = (goods: string, other: string) =>
    document().table({
      kind: 'disclosure_statistics',
      title: '信息统计表',
      columns: [['statistic', '统计数', 'statistic']],
      rows: [
        ['procurement.total', '合计', '3.50'],
        ['procurement.goods', '货物', goods],
        ['procurement.works', '工程', null],
        ['procurement.services', '服务', '3.50'],
        ['vehicles.total', '车辆数合计（辆）', '1'],
        ['vehicles.other', '其他用车', other],
      ],
    });
  it('finds procurement and vehicles that do not add up', () => {
    expect(findings(rule, table('1.20', '1'))).toMatchObject([
      { severity: 'error', reported: '3.50', computed: '4.70' },
    ]);
    expect(findings(rule, table('0.00', '3'))).toMatchObject([{ severity: 'error', reported: '1', computed: '3' }]);
  });
  it('a total without its parts is never a pass', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'disclosure_statistics',
          columns: [['statistic', '统计数', 'statistic']],
          rows: [['vehicles.total', '车辆', '1']],
        }),
      ),
    ).toEqual({ not_evaluable: 2 });
  });
  it('leaves out documents without the table, which not every province has', () =>
    expect(tally(rule, document())).toEqual({ not_applicable: 1 }));
  it('passes a clean table', () => expect(findings(rule, table('0.00', '1'))).toEqual([]));
});
