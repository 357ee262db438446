import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../schemas/index.js';
import { NamedUnits } from './named-units.js';

const fact = (institution?: string): Fact =>
  ({ dimensions: institution === undefined ? {} : { institution } }) as unknown as Fact;
const prose = (text: string) => ({ paragraphs: [{ text, glyphs: [], pages: [] }], statements: [] });

describe('a unit of the department', () => {
  const facts = [fact(), fact('样例市协调局（本级）'), fact('样例市协调局信息中心'), fact('样例市协调局')];

  it.each([
    ['样例市协调局(本级)预算12.00万元，其中：基本支出', true],
    ['样例市协调局信息中心预算12.00万元，其中：基本支出', true],
    ['样例市协调局部门预算12.00万元，其中：基本支出', false],
  ])('%s', (text, named) => {
    const units = new NamedUnits(facts, prose(text), '样例市协调局');
    expect(units.isSpokenOf({ paragraph: 0, at: text.length })).toBe(named);
  });

  it('named behind the figure says nothing of it', () => {
    const units = new NamedUnits(facts, prose('支出12.00万元，由样例市协调局信息中心承担'), '样例市协调局');
    expect(units.isSpokenOf({ paragraph: 0, at: 2 })).toBe(false);
  });
});
