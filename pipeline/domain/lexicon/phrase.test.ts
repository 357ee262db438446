import { describe, expect, it } from 'vitest';
import { LEXICON } from './phrase.js';

describe('a phrase', () => {
  it.each([
    ['一般公共预算财政拨款收入', { fund: 'general_public_budget' }],
    ['2、政府性基金预算拨款', { fund: 'government_fund' }],
    ['本年一般公共预算基本支出', { fund: 'general_public_budget', type: 'basic' }],
    ['人员经费支出', { type: 'basic.personnel' }],
    ['上年结余、结转', { vintage: 'carryover' }],
    ['其中：基本支出', { type: 'basic' }],
    ['2025年预算数（万元）', { phase: 'budget' }],
    ['“三公”经费合计', { item: 'three_public' }],
    ['年末财政拨款结转和结余', { flow: 'closing' }],
    ['增减（%）', { measure: 'change_rate' }],
    ['增减额', { measure: 'change' }],
  ])('%s contributes what its words say', (text, means) => {
    const phrase = LEXICON.parse(text);
    expect(phrase).toMatchObject({ unknown: [], conflict: null });
    expect(phrase.means).toEqual(means);
  });

  it.each([
    ['涉农资金统筹整合支出', '涉农'],
    ['扣除基建项目后预算数', '扣除基建项目后'],
    ['信息系统运行维护费', '信息系统'],
  ])('%s is not understood', (text, unknown) => expect(LEXICON.parse(text).unknown[0]).toBe(unknown));

  it('says what has no word in the vocabulary, and leaves it to a finer word', () => {
    expect(LEXICON.parse('其他资金').means).toEqual({ fund: null });
    expect(LEXICON.parse('其他资金收入').means).toEqual({ fund: null });
  });

  it('names two funds at once as a contradiction', () =>
    expect(LEXICON.parse('政府性基金预算国有资本经营预算').conflict).toBe('fund: government_fund, state_capital'));

  it('takes 收入支出 for both flows, whatever stands before it', () => {
    const { marks, means } = LEXICON.parse('财政拨款收入支出决算总表');
    expect(marks.has('both_flows')).toBe(true);
    expect(means).toEqual({ fund: 'fiscal_appropriation', phase: 'actual' });
  });

  it('reads years, and numbering apart', () =>
    expect(LEXICON.parse('三、2025年执行数')).toMatchObject({ year: 2025, means: { phase: 'actual' }, unknown: [] }));

  it('is taken for a near one in recognised text only', () => {
    expect(LEXICON.parse('对附属单位补助支岀').unknown).not.toEqual([]);
    expect(LEXICON.recognised().parse('对附属单位补助支岀').means).toEqual({ type: 'affiliated_subsidy' });
    expect(LEXICON.recognised().parse('其他收人').means).toEqual(LEXICON.parse('其他收人').means);
  });
});

describe('comparisons', () => {
  it.each([
    ['2026年预算数比2025年执行数', { measure: 'change', phase: 'budget' }],
    ['2026年预算数比2025年执行数增减（%）', { measure: 'change_rate', phase: 'budget' }],
    ['本年预算数较上年预算数增减额', { measure: 'change', phase: 'budget' }],
  ])('%s', (text, means) => expect(LEXICON.parse(text)).toMatchObject({ means, unknown: [], conflict: null }));
});
