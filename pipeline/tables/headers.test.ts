import { describe, expect, it } from 'vitest';
import type { Cell } from '../../schemas/index.js';
import { headerRowCount } from './headers.js';

describe('header rows', () => {
  it('are found above 200,000 cells', () => {
    const rows = 40_000;
    const cell = (row: number, column: number): Cell => ({
      row,
      column,
      row_span: 1,
      column_span: 1,
      text: row === 0 ? '项目甲乙丙丁'.slice(column, column + 2) : column === 0 ? `第${row}项` : `${row}.00`,
      raw_text: '',
      page: 1,
      boxes: [],
      role: 'body',
      source: 'text_layer',
      confidence: 1,
    });
    const cells = Array.from({ length: rows * 5 }, (_, i) => cell(Math.floor(i / 5), i % 5));
    expect(headerRowCount(cells, rows)).toBe(1);
  });
});
