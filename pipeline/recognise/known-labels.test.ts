import { expect, it } from 'vitest';
import { formLabels } from '../domain/form-labels.js';
import type { Cell } from '../../schemas/index.js';
import { columnNumbers, numberings, settledLabel } from './known-labels.js';

it.each([
  ['二+-、国有资本经营预算支出', '二十一、国有资本经营预算支出'],
  ['二十三其他支出', '二十三、其他支出'],
  ['一、一般公共预算财政授款', '一、一般公共预算财政拨款'],
  ['一股公共预算财政拨款', '一般公共预算财政拨款'],
  ['十七、授助其他地区支出', '十七、援助其他地区支出'],
  ['工资福利文出', '工资福利支出'],
  ['一一般公共预算财政拨款收入', '一、一般公共预算财政拨款收入'],
  ['卫生健康支出附1', '卫生健康支出'],
  ['八、其社会保障和就业支出', '八、社会保障和就业支出'],
])('%s, read in doubt, is printed %s', (read, printed) =>
  expect(settledLabel(read, formLabels(), false)).toBe(printed),
);

it.each(['一般公共服务支出', '某某街道办事处专项支出', '工资褔利', '2080505', '合汁'])(
  '%s stays as it was read',
  (read) => expect(settledLabel(read, formLabels(), false)).toBe(read),
);

it('leaves what was read surely, but for lost commas of numberings', () => {
  expect(settledLabel('工资福利文出', formLabels(), true)).toBe('工资福利文出');
  expect(settledLabel('二十三其他支出', formLabels(), true)).toBe('二十三、其他支出');
});

function cellOf(text: string, row: number, column: number): Cell {
  return {
    row,
    column,
    row_span: 1,
    column_span: 1,
    text,
    raw_text: text === '' ? 'printed, not read' : text,
    page: 1,
    boxes: [],
    role: 'column_header',
    source: 'ocr',
    confidence: 0.8,
  };
}

it('puts the missing number into a row of column numbers, and nothing into a row of amounts', () => {
  const row = (texts: string[]): Cell[] => texts.map((text, column) => cellOf(text, 2, column));
  const texts = (cells: Cell[]): string[] => columnNumbers(cells).map((c) => c.text);
  expect(texts(row(['栏次', '1', 'I..', '3', '4', '']))).toEqual(['栏次', '1', '2', '3', '4', '5']);
  expect(texts(row(['合计', '12', 'I..', '3', '7', '']))).toEqual(['合计', '12', 'I..', '3', '7', '']);
});

it('gives a known label the number that is missing between its neighbours', () => {
  const column = (texts: string[]): Cell[] => texts.map((text, row) => cellOf(text, row, 0));
  const read = ['九、卫生健康支出', '、节能环保支出', '十一、城乡社区支出', '某某费', '十三、交通运输支出'];
  expect(numberings(column(read), formLabels()).map((c) => c.text)).toEqual([
    '九、卫生健康支出',
    '十、节能环保支出',
    '十一、城乡社区支出',
    '某某费',
    '十三、交通运输支出',
  ]);
});
