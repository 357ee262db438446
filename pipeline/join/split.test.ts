import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../schemas/index.js';
import { splitForms } from './split.js';

const cell = (row: number, column: number, text: string, column_span = 1, page = 1): Cell => ({
  row,
  column,
  row_span: 1,
  column_span,
  text,
  raw_text: text,
  page,
  boxes: [[column * 50, row * 20, column * 50 + 50, row * 20 + 20]],
  role: 'body',
  source: 'text_layer',
  confidence: 1,
});

const table = (cells: Cell[], row_count: number, column_count: number): Table => ({
  id: 't01',
  kind: null,
  title: '项目支出绩效自评表',
  printed_number: null,
  unit: '万元',
  unit_evidence: null,
  pages: [...new Set(cells.map((each) => each.page))],
  row_count,
  column_count,
  header_row_count: 0,
  grade: 'unchecked',
  notes: [],
  cells,
});

describe('splitForms', () => {
  const two = table(
    [
      cell(0, 0, '项目名称'),
      cell(0, 1, '甲', 2),
      cell(1, 0, '总分'),
      cell(1, 1, '100'),
      cell(1, 2, '98'),
      cell(2, 0, '某项目绩效自评表', 3, 2),
      cell(3, 0, '项目名称', 1, 2),
      cell(3, 1, '乙', 2, 2),
      cell(4, 0, '总分', 1, 2),
      cell(4, 1, '90', 2, 2),
    ],
    5,
    3,
  );

  it('a form and what stands above it in the grid is a table of its own, on its own pages', () => {
    const parts = splitForms([two], () => [3]);
    expect(parts.map(({ id, title, pages, row_count }) => ({ id, title, pages, row_count }))).toEqual([
      { id: 't01', title: '项目支出绩效自评表', pages: [1], row_count: 2 },
      { id: 't02', title: '某项目绩效自评表', pages: [2], row_count: 3 },
    ]);
    expect(parts[1]!.cells.map(({ row, text }) => `${row} ${text}`)).toContain('1 项目名称');
  });

  it('columns that only the other form has are gone', () => {
    const [, second] = splitForms([two], () => [3]);
    expect(second!.column_count).toBe(2);
    expect(second!.cells.find(({ text }) => text === '90')).toMatchObject({ column: 1, column_span: 1 });
  });

  it('leaves tables of one form as they are', () => {
    expect(splitForms([two], () => [])).toEqual([two]);
  });

  it('ids stay in order behind a table that was cut', () => {
    const ids = splitForms([two, { ...two, id: 't02' }], (each) => (each.id === 't01' ? [3] : [])).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['t01', 't02', 't03']);
  });
});
