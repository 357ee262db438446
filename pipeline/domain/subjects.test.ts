import { describe, expect, it } from 'vitest';
import { equipmentClass } from './ids.js';
import { pathOfSubject, readSubject, renderSubject, subjectOfPath } from './subjects.js';

describe('subjects', () => {
  it.each([
    ['income.total.actual', { account: 'whole', item: 'income.total', phase: 'actual' }],
    ['fiscal.income.grand_total.budget', { account: 'fiscal', item: 'income.grand_total', phase: 'budget' }],
    ['function.208.prior_year', { account: 'function', item: '208', phase: 'prior_year' }],
    [
      'function.教育支出/普通教育/高等教育.actual',
      { account: 'function', item: '教育支出/普通教育/高等教育', phase: 'actual' },
    ],
    ['operating_expenses.budget', { account: 'operating_expenses', item: '', phase: 'budget' }],
    ['vehicles.total', { account: 'vehicles', item: 'total', phase: null }],
    ['expenditure.basic.301.budget', { account: 'whole', item: 'expenditure.basic.301', phase: 'budget' }],
  ])('%s in its parts, and back', (published, subject) => {
    expect(readSubject(published)).toEqual(subject);
    expect(renderSubject(readSubject(published))).toBe(published);
  });

  it('keep their path', () => {
    expect(pathOfSubject(subjectOfPath('three_public.abroad.groups', null))).toBe('three_public.abroad.groups');
    expect(pathOfSubject(subjectOfPath('operating_expenses', 'actual'))).toBe('operating_expenses');
  });

  it('name equipment as tables do', () => {
    expect(['50', '100', '200', '150'].map(equipmentClass)).toEqual([
      'unit_price_500k',
      'unit_price_1m',
      'unit_price_2m',
      'unit_price_1500k',
    ]);
  });
});
