/**
 * Whatever grid the earlier stages hand over: mapping gives facts that point at its cells, or none; it never throws
 * and stays linear.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../schemas/index.js';
import { Fact } from '../../schemas/index.js';
import { draw, mapOne } from './draw.js';

const TITLES = [
  null,
  '收入支出决算总表',
  '收入决算表',
  '支出预算总表',
  '财政拨款收支总表',
  '一般公共预算支出表',
  '基本支出决算明细表',
  '财政拨款“三公”经费支出决算表',
  '政府性基金预算支出表',
  '相关信息统计表',
  '部门整体绩效自评表',
  '项目支出绩效自评表',
];
const WORDS = [
  '',
  '',
  '<',
  '^',
  '项目',
  '科目编码',
  '科目名称',
  '类',
  '款',
  '项',
  '行次',
  '栏次',
  '合计',
  '小计',
  '基本支出',
  '项目支出',
  '预算数',
  '决算数',
  '金额',
  '208',
  '20805',
  '2080505',
  '05',
  '301',
  '社会保障和就业支出',
  '一、一般公共服务支出',
  '（一）外交支出',
  '其中：会议费',
  '因公出国（境）费',
  '公务接待费',
  '本年收入合计',
  '总计',
  '1.00',
  '1,673.77',
  '1, 673. 77',
  '-',
  '———',
  '（12.3）',
  '12%',
  '≥95%',
  '一级指标',
  '三级指标',
  '指标值',
  '分值',
  '得分',
  '总分',
  '执行率',
  '项目名称',
  '年度总体目标',
  '预期目标',
  '1',
  '2',
  '3',
  '备注',
  '一、政府采购情况',
  '统计数',
  '单位：元',
  '\n',
  '1.00\n2.00',
  '辆',
];

const table = fc
  .record({
    title: fc.constantFrom(...TITLES),
    header: fc.integer({ min: 0, max: 6 }),
    columns: fc.integer({ min: 1, max: 9 }),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 90 }),
    source: fc.constantFrom<'text_layer' | 'ocr'>('text_layer', 'ocr'),
  })
  .map(({ title, header, columns, words, source }): Table => {
    const rows: string[][] = [];
    for (let i = 0; i < words.length; i += columns)
      rows.push([...words.slice(i, i + columns), ...Array<string>(columns).fill('')].slice(0, columns));
    return draw({ title, header, source }, rows);
  });

describe('any table', () => {
  it('gives facts that point at distinct cells of the table, with the number that is printed there', () => {
    fc.assert(
      fc.property(table, (given) => {
        const { facts } = mapOne(given);
        const places = new Set(given.cells.map((cell) => `t01-r${cell.row}c${cell.column}`));
        expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length);
        for (const fact of facts) {
          expect(places.has(fact.id)).toBe(true);
          Fact.parse(fact);
          if (fact.value !== null)
            expect(fact.raw_text.replace(/[^\d.]/g, '').replace(/^\./, '0.')).toBe(fact.value.replace('-', ''));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('survives cells outside the grid, overlapping cells, places without a cell and empty tables', () => {
    const base = draw({ title: '支出决算表', header: 1 }, [
      ['科目编码', '科目名称', '基本支出', '项目支出'],
      ['208', '社会保障和就业支出', '1.00', '2.00'],
      ['', '合计', '1.00', '2.00'],
    ]);
    const cell = base.cells[0]!;
    for (const cells of [
      [],
      base.cells.slice(3),
      [...base.cells, { ...cell, row: 99, column: 99 }],
      [...base.cells, { ...cell, row_span: 9, column_span: 9 }],
      [{ ...cell, row_span: 1000, column_span: 1000 }, ...base.cells],
    ]) {
      expect(() => mapOne({ ...base, cells })).not.toThrow();
    }
    expect(mapOne({ ...base, row_count: 0, column_count: 0, cells: [] })).toMatchObject({ kind: null, facts: [] });
  });

  it('reads a table of thousands of rows', () => {
    const rows = [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ...Array.from({ length: 4000 }, (_, i) => [
        `208${String(i % 100).padStart(2, '0')}`,
        `某项支出${i}`,
        '2.00',
        '1.00',
        '1.00',
      ]),
    ];
    expect(mapOne(draw({ title: '支出决算表', header: 1 }, rows)).facts).toHaveLength(12_000);
  });
});
