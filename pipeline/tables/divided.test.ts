import { describe, expect, it } from 'vitest';
import { page } from '../../test/support/page.js';
import { layoutPage } from './index.js';

const texts = (maker: ReturnType<typeof page>): string[] =>
  layoutPage(maker.content()).tables.flatMap((t) => t.cells.map((c) => `${c.row},${c.column} ${c.text}`));

/** Two columns with one vertical between them, a rule below the header and none between the rows. */
function undivided(rows: readonly (readonly [string, string])[]): ReturnType<typeof page> {
  const bottom = 130 + rows.length * 16;
  const maker = page();
  for (const y of [100, 122, bottom]) maker.horizontal(y, 50, 300);
  for (const x of [50, 200, 300]) maker.vertical(x, 100, bottom);
  maker.text('项目', 100, 115).text('决算数', 230, 115);
  rows.forEach(([label, figure], i) => maker.text(label, 60, 136 + i * 16).text(figure, 240, 136 + i * 16));
  return maker;
}

describe('what rulings leave whole', () => {
  it('divides a body of several printed rows, one figure column being enough', () => {
    const maker = undivided([
      ['教育支出', '3316527'],
      ['行政运行', '4557'],
      ['普通教育', '2526577'],
    ]);
    expect(texts(maker)).toEqual([
      '0,0 项目',
      '0,1 决算数',
      '1,0 教育支出',
      '1,1 3316527',
      '2,0 行政运行',
      '2,1 4557',
      '3,0 普通教育',
      '3,1 2526577',
    ]);
  });

  it('leaves a number that is broken over two lines in one cell', () => {
    const maker = undivided([
      ['社会保障和', '1234567'],
      ['就业支出', '89.00'],
    ]);
    expect(texts(maker)).toHaveLength(4);
  });

  it('divides the figures of two columns between two verticals, and their header', () => {
    const maker = page();
    for (const y of [100, 140, 160, 180, 200, 220]) maker.horizontal(y, 50, 300);
    for (const x of [50, 120, 300]) maker.vertical(x, 100, 220);
    maker.text('Age', 60, 125).text('White', 190, 115).text('Male', 150, 134).text('Female', 230, 134);
    ['0-4', '5-9', '10-14', '15-19'].forEach((age, i) => {
      maker
        .text(age, 60, 154 + i * 20)
        .text(`1,02${i},948`, 140, 154 + i * 20)
        .text(`1,12${i},490`, 220, 154 + i * 20);
    });
    const cells = texts(maker);
    expect(cells).toContain('2,1 1,020,948');
    expect(cells).toContain('2,2 1,120,490');
    expect(cells).toContain('0,1 White');
    expect(cells).toContain('1,1 Male');
    expect(cells).toContain('1,2 Female');
  });
});
