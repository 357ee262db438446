import { describe, expect, it } from 'vitest';
import { page } from '../../../test/support/page.js';
import { FORM_WORDS } from '../../map/form-words.js';
import { layoutPage } from '../index.js';

const rows = (maker: ReturnType<typeof page>, before: ReturnType<typeof page> | null = null): string[][] => {
  const earlier = before ? layoutPage(before.content(), { forms: FORM_WORDS }) : null;
  const [table] = layoutPage(maker.content(), { forms: FORM_WORDS, before: earlier }).tables;
  if (!table) return [];
  return table.ys
    .slice(1)
    .map((_, r) =>
      table.cells
        .filter((c) => c.row === r)
        .map(
          (c) =>
            `${c.column}${c.column_span > 1 || c.row_span > 1 ? ` ${c.row_span}x${c.column_span}` : ''} ${c.text}`,
        ),
    );
};

/** 收入决算表 in three lines: a header over two rows, codes, names, figures flush right, one column without any. */
function threeLines(): ReturnType<typeof page> {
  const maker = page();
  for (const y of [100, 148, 240]) maker.horizontal(y, 50, 500);
  maker.text('项目', 120, 114).text('科目编码', 55, 138).text('科目名称', 150, 138);
  maker.text('本年收入合计', 255, 126).text('财政拨款收入', 345, 126).text('其他收入', 430, 126);
  const data = [
    ['201', '一般公共服务支出', '1,234.50', '1,230.50'],
    ['20103', '政府办公厅及相关机构事务', '1,234.50', '1,230.50'],
    ['2010301', '行政运行', '34.50', '30.50'],
    ['208', '社会保障和就业支出', '66.10', '66.10'],
  ] as const;
  data.forEach(([code, name, total, grant], i) => {
    const y = 164 + i * 20;
    maker.text(code, 55, y).text(name, 110, y);
    maker.text(total, 320 - total.length * 5, y).text(grant, 410 - grant.length * 5, y);
  });
  return maker;
}

describe('tables without a grid', () => {
  it('finds columns, the header with its spans, and a column that only the header shows', () => {
    expect(rows(threeLines())).toEqual([
      ['0 1x2 项目', '2 2x1 本年收入合计', '3 2x1 财政拨款收入', '4 2x1 其他收入'],
      ['0 科目编码', '1 科目名称'],
      ['0 201', '1 一般公共服务支出', '2 1,234.50', '3 1,230.50', '4 '],
      ['0 20103', '1 政府办公厅及相关机构事务', '2 1,234.50', '3 1,230.50', '4 '],
      ['0 2010301', '1 行政运行', '2 34.50', '3 30.50', '4 '],
      ['0 208', '1 社会保障和就业支出', '2 66.10', '3 66.10', '4 '],
    ]);
  });

  it('reads the page after in the columns of the one before', () => {
    const next = page(2).horizontal(60, 50, 500).horizontal(110, 50, 500);
    next.text('210', 55, 76).text('卫生健康支出', 110, 76).text('8.00', 300, 76);
    next.text('21011', 55, 96).text('行政事业单位医疗', 110, 96).text('8.00', 300, 96);
    expect(rows(next, threeLines())).toEqual([
      ['0 210', '1 卫生健康支出', '2 8.00', '3 ', '4 '],
      ['0 21011', '1 行政事业单位医疗', '2 8.00', '3 ', '4 '],
    ]);
  });

  it('keeps a wrapped label and the figure set beside its middle in one row', () => {
    const maker = page();
    for (const y of [100, 122, 240]) maker.horizontal(y, 50, 400);
    maker.text('Item', 55, 115).text('1997', 250, 115).text('1998', 330, 115);
    maker.text('Total', 55, 138).text('12.5', 250, 138).text('13.5', 330, 138);
    maker
      .text('Premature mortality in', 55, 160)
      .text('7.5', 250, 166)
      .text('8.5', 330, 166)
      .text('all of the states', 55, 172);
    maker.text('Median', 55, 194).text('1.5', 250, 194).text('2.5', 330, 194);
    expect(rows(maker).map((r) => r.length)).toEqual([3, 3, 3, 3]);
    expect(rows(maker)[2]).toEqual(['0 Prematuremortalityinallofthestates', '1 7.5', '2 8.5']);
  });

  it('never lets two figures share a cell, however near they are set', () => {
    const maker = page();
    for (const y of [100, 122, 200]) maker.horizontal(y, 50, 300);
    maker.text('Age', 55, 116).text('Male', 140, 116).text('Female', 190, 116);
    [
      ['0-4', '7,723,293', '7,793,704'],
      ['5-9', '6,123,111', '6,793,222'],
      ['10-14', '5,723,456', '5,793,789'],
    ].forEach(([age, male, female], i) => {
      maker
        .text(age!, 55, 140 + i * 20)
        .text(male!, 130, 140 + i * 20)
        .text(female!, 178, 140 + i * 20);
    });
    for (const row of rows(maker).slice(1)) expect(row).toHaveLength(3);
  });

  it('doubts a cell in which two figures stand all the same', () => {
    const maker = page();
    for (const y of [100, 122, 210]) maker.horizontal(y, 50, 300);
    maker.text('Item', 55, 116).text('Amount', 200, 116);
    ['12,345.00', '22,345.00', '32,345.00'].forEach((f, i) =>
      maker.text(`Row ${i}`, 55, 140 + i * 18).text(f, 190, 140 + i * 18),
    );
    maker.text('Row 9', 55, 196).text('1.50', 190, 196).text('2.50', 214, 196);
    const [table] = layoutPage(maker.content()).tables;
    const cell = table!.cells.find((c) => c.raw_text.startsWith('1.50'))!;
    expect(cell).toMatchObject({ raw_text: '1.50 2.50', confidence: 0.5 });
  });

  it('takes dot leaders for a gutter, and a table of contents for none', () => {
    const maker = page();
    [
      ['Births', '12.5', '13.5', '14.5'],
      ['Deaths', '2.5', '3.5', '4.5'],
      ['Marriages', '1.5', '0.5', '2.5'],
      ['Divorces', '7.5', '8.5', '9.5'],
    ].forEach(([label, ...figures], i) => {
      const y = 120 + i * 14;
      maker.text(`${label}${'.'.repeat(20)}`, 55, y);
      figures.forEach((f, k) => maker.text(f, 220 + k * 60, y));
    });
    expect(rows(maker)[0]).toEqual(['0 Births', '1 12.5', '2 13.5', '3 14.5']);
    const contents = page();
    ['概况', '收支情况', '名词解释', '附件'].forEach((title, i) => {
      contents.text(`${title}${'.'.repeat(30)}`, 55, 120 + i * 20).text(String(3 + i * 4), 400, 120 + i * 20);
    });
    expect(rows(contents)).toEqual([]);
  });

  it('leaves prose between the rules of a page alone', () => {
    const maker = page().horizontal(60, 50, 500).horizontal(700, 50, 500);
    for (let y = 80; y < 690; y += 16)
      maker.text('本年度收入与上年相比增加一百二十万元主要原因是项目增加人员增加', 55, y);
    expect(rows(maker)).toEqual([]);
  });
});
