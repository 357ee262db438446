import { describe, expect, it } from 'vitest';
import { account, change, without } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import { rule } from './three-public-parts.js';

describe('three-public-parts', () => {
  it('finds a total that is not the sum of its three parts, budget and actual apart', () => {
    const [finding, ...more] = findings(
      rule,
      change(account(), { table: 'three_public_expenses', row: 'total', column: 'amount', phase: 'budget' }, '40.00'),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', reported: '40.00', computed: '4.00' });
    expect(finding!.message).toContain('（预算数）');
  });

  it('finds vehicle costs that are not purchase plus running', () => {
    expect(
      findings(
        rule,
        change(
          account(),
          { table: 'three_public_expenses', row: 'vehicle_purchase', column: 'amount', phase: 'actual' },
          '18.00',
        ),
      ),
    ).toMatchObject([{ reported: '2.00', computed: '20.00' }]);
  });

  it('takes the vehicles’ items where their 小计 is not printed, and leaves 会议费 and 培训费 out', () => {
    expect(
      findings(
        rule,
        document().table({
          kind: 'three_public_expenses',
          columns: [['amount', '决算数']],
          rows: [
            ['total', '合计', '6.00'],
            ['abroad', '因公出国（境）费', '1.00'],
            ['reception', '公务接待费', '2.00'],
            ['vehicle_purchase', '购置费', '0.00'],
            ['vehicle_running', '运行费', '3.00'],
            ['training', '培训费', '9.00'],
          ],
        }),
      ),
    ).toEqual([]);
  });

  it('a row printed twice is not judged', () => {
    expect(
      tally(
        rule,
        document().table({
          kind: 'three_public_expenses',
          columns: [['amount', '决算数']],
          rows: [
            ['total', '合计', '1.00'],
            ['total', '合计', '2.00'],
          ],
        }),
      ),
    ).toEqual({ not_evaluable: 2 });
  });

  it('a missing table is never a pass', () =>
    expect(tally(rule, without(account(), 'three_public_expenses'))).toEqual({ not_evaluable: 1 }));
  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
