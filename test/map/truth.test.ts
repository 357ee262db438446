import { describe, expect, it } from 'vitest';
import { mapDocument } from '../../pipeline/map/index.js';
import { hasTruth, pageOf, readTruth, readTruthFacts, truthNames } from './truth.js';

const FRONT: Readonly<Record<string, string[]>> = {
  final: ['上海市普陀区规划和自然', '资源局', '2024 年度部门决算'],
  budget: ['上海市普陀区2025年区级部门预算', '预算主管部门：上海市普陀区人民政府万里街道办事处', '目 录'],
};
const fold = (text: string | null) => (text ?? '').replace(/\s/g, '').normalize('NFKC');

describe.skipIf(!hasTruth)('hand-checked tables', () => {
  const names = hasTruth ? truthNames() : [];

  it.each(names.filter((name) => name.includes('决算')))(
    '%s gives exactly the facts that the truth lists',
    (name) => {
      const { tables } = readTruth(name);
      const { facts, identity } = mapDocument({ tables, layouts: [pageOf(1, FRONT.final!)] });
      const place = (
        page: number,
        table: string | null,
        code: string | null,
        row: string,
        column: string,
        value: string | number | null,
      ) =>
        [page, fold(table), code ?? '', fold(row), fold(column), value === null ? 'null' : Number(value)].join(' | ');
      const ours = facts
        .map((fact) =>
          place(fact.page, fact.table_title, fact.row_code, fact.row_label, fact.column_label, fact.value),
        )
        .sort();
      const truth = readTruthFacts(name.replace('.json', '.facts.json'))
        .map((fact) => place(fact.page, fact.table, fact.row_code, fact.row, fact.column, fact.value))
        .sort();
      expect(ours).toEqual(truth);
      expect(identity).toEqual({
        kind: 'final_accounts',
        scope: 'department',
        fiscal_year: 2024,
        title: '上海市普陀区规划和自然资源局2024年度部门决算',
        entity: { name: '上海市普陀区规划和自然资源局', division_code: '310107', division_name: '普陀区' },
      });
    },
  );

  it.each(names.filter((name) => name.includes('预算')))(
    '%s: every table a kind, every fact a row id and a column id, in 元',
    (name) => {
      const { tables } = readTruth(name);
      const { facts, identity, tables: mapped } = mapDocument({ tables, layouts: [pageOf(1, FRONT.budget!)] });
      expect(mapped.map((table) => table.kind)).toEqual([
        'income_expenditure_summary',
        'income',
        'expenditure',
        'fiscal_appropriation_summary',
        'general_public_budget_expenditure',
        'government_fund',
        'state_capital',
        'basic_expenditure_by_economic_class',
        'three_public_expenses',
      ]);
      expect(facts.filter((fact) => fact.row_id === null || fact.column_id === null)).toEqual([]);
      expect(facts.every((fact) => fact.phase === 'budget')).toBe(true);
      const code = facts.find((fact) => fact.row_code === '2010507' && fact.column_id === 'total')!;
      expect(code).toMatchObject({
        row_label: '专项普查活动',
        row_path: ['一般公共服务支出', '统计信息事务'],
        value: '438300',
        unit: '元',
        amount_yuan: '438300',
      });
      expect(facts.find((fact) => fact.row_id === 'operating')).toMatchObject({
        value: '464.64',
        unit: '万元',
        amount_yuan: '4646400',
      });
      expect(identity.entity).toEqual({
        name: '上海市普陀区人民政府万里街道办事处',
        division_code: '310107',
        division_name: '普陀区',
      });
      expect(identity).toMatchObject({ kind: 'budget', scope: 'department', fiscal_year: 2025 });
    },
  );
});
