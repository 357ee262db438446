import { describe, expect, it } from 'vitest';
import { account, change } from '../../../../test/support/check/account.js';
import { document, findings, tally } from '../../../../test/support/check/document.js';
import type { SummarySpec } from '../../../../test/support/check/document.js';
import { rule } from './summary-lines-sum.js';

describe('summary-lines-sum', () => {
  it('finds sources that do not add to 本年收入合计', () => {
    expect(
      findings(
        rule,
        change(account(), { table: 'income_expenditure_summary', row: 'income.other', column: 'amount' }, '50.00'),
      ),
    ).toMatchObject([{ severity: 'error', reported: '115.00', computed: '160.00' }]);
  });

  it('finds functions that do not add to 本年支出合计, in the fund column where they fail', () => {
    const [finding] = findings(
      rule,
      change(
        account(),
        { table: 'fiscal_appropriation_summary', row: 'expenditure.210', column: 'general_public_budget' },
        '65.00',
      ),
    );
    expect(finding).toMatchObject({ reported: '96.00', computed: '95.00' });
    expect(finding!.message).toContain('（一般公共预算财政拨款）');
  });

  const summary = (rest: Partial<SummarySpec>) =>
    document({ kind: 'budget' }).summary({
      kind: 'income_expenditure_summary',
      title: '收支预算总表',
      phase: 'budget',
      income: [],
      expenditure: [],
      ...rest,
    });
  it('财政拨款收入 counts once, with its funds inside it, and these add to it', () => {
    const income: SummarySpec['income'] = [
      ['fiscal_appropriation', '一、财政拨款收入', '100'],
      ['general_public_budget', '1.一般公共预算资金', '90'],
      ['government_fund', '2.政府性基金', '10'],
      ['state_capital', '3.国有资本经营预算', null],
      ['other', '四、其他收入', '5'],
      ['grand_total', '收入总计', '105'],
    ];
    expect(tally(rule, summary({ income }))).toEqual({ pass: 2 });
    expect(
      findings(rule, summary({ income: income.with(1, ['general_public_budget', '1.一般公共预算资金', '80']) })),
    ).toMatchObject([{ reported: '100', computed: '90' }]);
  });

  it('without 本年收入合计 what was carried over counts into 收入总计', () => {
    expect(
      tally(
        rule,
        summary({
          income: [
            ['general_public_budget', '一、一般公共预算拨款', '90'],
            ['opening_carryover', '上年结转', '15'],
            ['grand_total', '收入总计', '105'],
          ],
        }),
      ),
    ).toEqual({ pass: 1 });
  });

  it('a numbered line that is not known is judged only where it closes the sum', () => {
    const income = (value: string): SummarySpec['income'] => [
      ['general_public_budget', '一、一般公共预算拨款', '90'],
      [null, '四、债务收入', value],
      ['total', '本年收入合计', '105'],
    ];
    expect(tally(rule, summary({ income: income('15') }))).toEqual({ pass: 1 });
    expect(tally(rule, summary({ income: income('12') }))).toEqual({ not_evaluable: 1 });
  });

  it('基本支出 and 项目支出 printed beside the functions are the same money', () => {
    expect(
      tally(
        rule,
        summary({
          expenditure: [
            ['208', '社会保障和就业支出', '105'],
            ['basic', '基本支出', '100'],
            ['project', '项目支出', '5'],
            ['total', '本年支出合计', '105'],
          ],
        }),
      ),
    ).toEqual({ pass: 1 });
  });

  it('a half without a total is never a pass', () => {
    expect(tally(rule, summary({ income: [['other', '其他收入', '5']] }))).toEqual({ not_evaluable: 1 });
  });

  it('passes the clean account', () => expect(findings(rule, account())).toEqual([]));
});
