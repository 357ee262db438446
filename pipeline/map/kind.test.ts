import { describe, expect, it } from 'vitest';
import type { RowAxis } from '../domain/kinds.js';
import { LEXICON } from '../domain/lexicon/phrase.js';
import { kindOf } from './kind.js';
import { readTitle } from './title.js';

const kind = (title: string, axis: RowAxis, entity: string | null = null) =>
  kindOf(
    readTitle(LEXICON, title, entity),
    { axis, scheme: null, counts: { function: 0, economic: 0, government_economic: 0 } },
    () => null,
    false,
  ).kind?.id ?? null;

describe('a title', () => {
  it.each<[string, RowAxis, string | null]>([
    ['预算01表收支总表', 'halves', 'income_expenditure_summary'],
    ['表4：2026年市级部门财政拨款收支预算总表', 'halves', 'fiscal_appropriation_summary'],
    ['本年一般公共预算支出表（预算表5）', 'function', 'general_public_budget_expenditure'],
    ['一般公共预算支出表（按经济分类）', 'economic', 'general_public_budget_by_economic_class'],
    ['一般公共预算项目支出情况表（按经济分类科目）', 'economic', 'project_expenditure_by_economic_class'],
    ['财政拨款基本支出预算表', 'economic', 'fiscal_appropriation_basic_by_economic_class'],
    ['部门综合预算财政拨款上年结转资金支出表', 'function', 'carryover_expenditure'],
    ['政府采购预算明细表', 'project', 'procurement_budget'],
    ['支出预算总表', 'function', 'expenditure'],
    ['支出预算总表', 'economic', 'expenditure_by_economic_class'],
    ['财政拨款安排的行政经费及“三公”经费预算表', 'item', 'three_public_expenses'],
    ['部门（单位）整体支出绩效自评表', 'none', 'department_performance'],
    ['收支总表', 'function', null],
  ])('%s over rows of %s: %s', (title, axis, id) => expect(kind(title, axis)).toBe(id));

  it('must be understood to its last word', () => {
    expect(kind('涉农资金支出表', 'function')).toBeNull();
    expect(kind('政府采购支出表', 'function')).toBe('procurement_budget');
  });

  it('may begin with the publisher’s name', () => {
    expect(kind('五、某省高级人民法院部门财政拨款支出预算表', 'function')).toBe('fiscal_appropriation_expenditure');
    expect(kind('样例市数据资源中心支出预算表', 'function', '样例市数据资源中心')).toBe('expenditure');
  });
});
