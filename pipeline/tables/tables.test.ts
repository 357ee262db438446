import { describe, expect, it } from 'vitest';
import { page } from '../../test/support/page.js';
import { captionOf } from './captions.js';
import { headerRowCount } from './headers.js';
import { layoutPage } from './index.js';

const shape = (maker: ReturnType<typeof page>): string[][] =>
  layoutPage(maker.content()).tables.map((t) =>
    t.cells.map(
      (c) =>
        `${c.row},${c.column}${c.row_span > 1 || c.column_span > 1 ? ` ${c.row_span}x${c.column_span}` : ''} ${c.text}`,
    ),
  );

describe('ruled tables', () => {
  it('gives cells with row and column spans', () => {
    expect(
      shape(
        page().table(
          50,
          100,
          [60, 60, 60],
          [
            ['收入', '<', '合计'],
            ['项目', '金额', '^'],
            ['a', '1', '2'],
          ],
        ),
      ),
    ).toEqual([['0,0 1x2 收入', '0,2 2x1 合计', '1,0 项目', '1,1 金额', '2,0 a', '2,1 1', '2,2 2']]);
  });

  it('keeps ruled but empty rows and cells', () => {
    expect(
      shape(
        page().table(
          50,
          100,
          [60, 60],
          [
            ['项目', '金额'],
            ['', ''],
            ['合计', ''],
          ],
        ),
      ),
    ).toEqual([['0,0 项目', '0,1 金额', '1,0 ', '1,1 ', '2,0 合计', '2,1 ']]);
  });

  it('closes tables printed without outer borders', () => {
    const maker = page();
    for (const y of [100, 120, 140]) maker.horizontal(y, 50, 230);
    for (const x of [110, 170]) maker.vertical(x, 100, 140);
    maker
      .text('甲', 60, 114)
      .text('乙', 120, 114)
      .text('丙', 180, 114)
      .text('1', 60, 134)
      .text('2', 120, 134)
      .text('3', 180, 134);
    expect(shape(maker)).toEqual([['0,0 甲', '0,1 乙', '0,2 丙', '1,0 1', '1,1 2', '1,2 3']]);
  });

  it('joins lines drawn in dashes and by both neighbours', () => {
    const maker = page();
    for (const y of [100, 120, 140])
      for (let x = 50; x < 170; x += 6) maker.horizontal(y + (x % 12 === 2 ? 0.8 : 0), x, x + 4);
    for (const x of [50, 110, 111.2, 170]) maker.vertical(x, 100, 140);
    maker.text('甲', 60, 114).text('乙', 130, 114).text('丙', 60, 134).text('丁', 130, 134);
    expect(shape(maker)).toEqual([['0,0 甲', '0,1 乙', '1,0 丙', '1,1 丁']]);
  });

  it('leaves a number that hangs out of its cell whole, in the cell it is aligned in', () => {
    const maker = page().table(
      50,
      100,
      [60, 30, 60],
      [
        ['项目', '数', '额'],
        ['', '', ''],
      ],
    );
    maker.text('123456789', 93, 134);
    expect(shape(maker)[0]!.slice(3)).toEqual(['1,0 ', '1,1 123456789', '1,2 ']);
  });

  it('parts texts of two cells that touch at their boundary', () => {
    const maker = page().table(
      50,
      100,
      [60, 45, 90],
      [
        ['决算数', '编码', '名称'],
        ['', '', ''],
      ],
    );
    maker.text('231,557.66', 60, 134).text('30201', 110, 134).text('办公费', 156, 134);
    expect(shape(maker)[0]!.slice(3)).toEqual(['1,0 231,557.66', '1,1 30201', '1,2 办公费']);
    const codes = page()
      .table(
        50,
        100,
        [35, 90, 60],
        [
          ['编码', '名称', '金额'],
          ['', '', ''],
        ],
      )
      .text('2080505', 50, 134)
      .text('养老保险', 85, 134);
    expect(shape(codes)[0]!.slice(3)).toEqual(['1,0 2080505', '1,1 养老保险', '1,2 ']);
  });

  it('joins wrapped lines and keeps text at another height in its row', () => {
    const maker = page().table(
      50,
      100,
      [60, 60],
      [
        ['', ''],
        ['', ''],
      ],
      40,
    );
    maker.text('机关事业', 55, 115).text('单位', 55, 130).text('12.30', 120, 122);
    expect(shape(maker)[0]!.slice(0, 2)).toEqual(['0,0 机关事业单位', '0,1 12.30']);
  });

  it('takes frames, text boxes and underlined headings for no tables', () => {
    const maker = page()
      .table(50, 100, [400], [['框中的话'], ['又一句话']])
      .horizontal(300, 50, 200)
      .text('标题', 60, 298);
    expect(shape(maker)).toEqual([]);
  });

  it('leaves a page number that the table runs into out of its last row', () => {
    expect(
      shape(
        page()
          .table(
            50,
            100,
            [60, 60],
            [
              ['甲', '乙'],
              ['丙', '丁'],
            ],
          )
          .text('8', 60, 142),
      ),
    ).toEqual([['0,0 甲', '0,1 乙', '1,0 丙', '1,1 丁']]);
  });

  it('leaves a watermark printed over the table out of its cells', () => {
    const maker = page()
      .table(
        50,
        100,
        [60, 60],
        [
          ['甲', '乙'],
          ['丙', '丁'],
        ],
      )
      .text('样本', 60, 135, 50);
    expect(shape(maker)).toEqual([['0,0 甲', '0,1 乙', '1,0 丙', '1,1 丁']]);
  });

  it('takes the outlines of letters drawn over their text for no rulings', () => {
    const maker = page().text('出', 100, 80, 20);
    for (const y of [66, 72, 78]) maker.horizontal(y, 101, 118);
    for (const x of [101, 109, 118]) maker.vertical(x, 66, 79);
    expect(
      shape(
        maker.table(
          50,
          100,
          [60, 60],
          [
            ['甲', '乙'],
            ['丙', '丁'],
          ],
        ),
      ),
    ).toEqual([['0,0 甲', '0,1 乙', '1,0 丙', '1,1 丁']]);
  });

  it('reads past hidden rulings', () => {
    const maker = page().table(
      50,
      100,
      [60, 60],
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    );
    const content = maker.content();
    for (const r of content.rulings) r.hidden = 'white';
    expect(layoutPage(content).tables).toEqual([]);
  });

  it('divides rows that only their text divides', () => {
    const maker = page();
    for (const y of [100, 120, 140, 160, 180]) maker.horizontal(y, 50, 230);
    for (const x of [50, 230]) maker.vertical(x, 100, 180);
    for (const x of [110, 170]) maker.vertical(x, 100, 120);
    maker.text('国家', 55, 114).text('甲', 120, 114).text('乙', 180, 114);
    ['一', '二', '三'].forEach((label, i) => {
      maker
        .text(label, 55, 134 + 20 * i)
        .text(`${i}1`, 120, 134 + 20 * i)
        .text(`${i}2`, 180, 134 + 20 * i);
    });
    expect(shape(maker)[0]!.slice(3)).toEqual([
      '1,0 一',
      '1,1 01',
      '1,2 02',
      '2,0 二',
      '2,1 11',
      '2,2 12',
      '3,0 三',
      '3,1 21',
      '3,2 22',
    ]);
  });
});

describe('tables by alignment', () => {
  it('reads a three-line table', () => {
    const maker = page().text('Variable', 60, 112).text('Mean', 200, 112).text('Max', 300, 112);
    for (const y of [100, 118, 200]) maker.horizontal(y, 50, 350);
    ['Age', 'Men', 'East', 'Rural'].forEach((label, i) => {
      maker
        .text(label, 60, 132 + 16 * i)
        .text(`0.${i}7`, 200, 132 + 16 * i)
        .text(`${i}`, 300, 132 + 16 * i);
    });
    const [table] = shape(maker);
    expect(table!.slice(0, 6)).toEqual(['0,0 Variable', '0,1 Mean', '0,2 Max', '1,0 Age', '1,1 0.07', '1,2 0']);
    expect(table).toHaveLength(15);
  });

  it('takes prose between rules, and contents pages, for no tables', () => {
    const maker = page();
    for (let i = 0; i < 8; i++)
      maker
        .text('收入决算情况说明..........................', 60, 100 + 18 * i)
        .text(String(i + 1), 480, 100 + 18 * i);
    maker
      .horizontal(300, 50, 500)
      .text('这里是一段没有列的文字，一直写到行末为止。', 60, 320)
      .horizontal(330, 50, 500);
    expect(shape(maker)).toEqual([]);
  });
});

describe('header rows', () => {
  const count = (rows: string[][]): number => {
    const [table] = layoutPage(
      page()
        .table(
          40,
          100,
          rows[0]!.map(() => 60),
          rows,
        )
        .content(),
    ).tables;
    return headerRowCount(table!.cells, table!.ys.length - 1);
  };
  it('counts stacked headers and the row of column numbers', () => {
    expect(
      count([
        ['项目', '<', '合计'],
        ['编码', '名称', '^'],
        ['栏次', '<', '1'],
        ['208', '社保', '2.00'],
      ]),
    ).toBe(3);
  });
  it('ends before numbered labels, totals and empty rows', () => {
    expect(
      count([
        ['收入', '<'],
        ['项目', '金额'],
        ['一、财政拨款', ''],
      ]),
    ).toBe(2);
    expect(
      count([
        ['项目', '金额'],
        ['', ''],
        ['合计', ''],
      ]),
    ).toBe(1);
  });
  it('leaves out a total row beside which split code headers reach down, with figures or empty', () => {
    expect(
      count([
        ['项目', '<', '<', '<', '合计'],
        ['编码', '<', '<', '名称', '^'],
        ['类', '款', '项', '栏次', '1'],
        ['^', '^', '^', '合计', '63410883'],
        ['208', '<', '<', '社保', '5'],
      ]),
    ).toBe(3);
    expect(
      count([
        ['项目', '<', '<', '<', '合计'],
        ['编码', '<', '<', '名称', '^'],
        ['类', '款', '项', '栏次', '1'],
        ['^', '^', '^', '合计', ''],
        ['', '<', '<', '', ''],
      ]),
    ).toBe(3);
  });
  it('counts the caption that stands inside the grid', () => {
    expect(
      count([
        ['收入决算表', '<', '<'],
        ['部门：样例局', '<', '单位：万元'],
        ['编码', '名称', '合计'],
        ['208', '社保', '2.00'],
      ]),
    ).toBe(3);
  });
  it('counts a total row that carries sub-headers of a spanning header', () => {
    expect(
      count([
        ['项目', '年初', '本年支出', '<', '年末'],
        ['合计', '', '小计', '基本支出', ''],
        ['', '', '', '', ''],
      ]),
    ).toBe(2);
  });
});

describe('captions', () => {
  const caption = (maker: ReturnType<typeof page>) => {
    const layout = layoutPage(maker.content());
    const [table] = layout.tables;
    return captionOf(
      table!.box,
      layout.lines.filter((l) => l.box[3] < table!.box[1] + 1),
      layout.lines.filter((l) => l.box[1] > table!.box[3] - 1),
    );
  };
  const table = (maker: ReturnType<typeof page>) =>
    maker.table(
      50,
      200,
      [200, 200],
      [
        ['项目', '金额'],
        ['一、收入', '1.00'],
      ],
    );
  it('finds title, printed number, unit and notes', () => {
    const found = caption(
      table(
        page()
          .text('收入支出决算总表', 200, 150, 14)
          .text('公开01表', 400, 168)
          .text('部门：某局', 50, 188)
          .text('2024年度', 220, 188)
          .text('金额单位：万元', 370, 188),
      ).text('注：本表反映部门本年度的总收支情况。', 50, 256),
    );
    expect(found).toMatchObject({
      title: '收入支出决算总表',
      printedNumber: '公开01表',
      unit: '万元',
      notes: ['注：本表反映部门本年度的总收支情况。'],
    });
    expect(found.unitEvidence).toMatchObject({ quote: '金额单位：万元', page: 1 });
  });
  it('takes a sentence above for no title', () => {
    expect(caption(table(page().text('纳入编制范围的单位见下表：', 60, 180))).title).toBeNull();
  });
  it('joins a title set over two lines', () => {
    const maker = page()
      .text('2025年部门一般公共预算基本支出部门预算经', 60, 150, 18)
      .text('济分类预算表', 190, 172, 18)
      .text('单位：元', 400, 192);
    expect(caption(table(maker)).title).toBe('2025年部门一般公共预算基本支出部门预算经济分类预算表');
  });
  it('joins a short title set over two lines in the middle, and the remark in brackets below it', () => {
    expect(
      caption(
        table(
          page().text('财政拨款收入支出', 186, 150, 16).text('决算总表', 218, 170, 16).text('单位：元', 400, 192),
        ),
      ).title,
    ).toBe('财政拨款收入支出决算总表');
    expect(
      caption(
        table(
          page()
            .text('一般公共预算支出情况表', 160, 150, 16)
            .text('（按功能分类科目）', 180, 170, 14)
            .text('单位：元', 400, 192),
        ),
      ).title,
    ).toBe('一般公共预算支出情况表（按功能分类科目）');
  });
  it('joins a title wrapped inside its bracket', () => {
    expect(
      caption(
        table(
          page()
            .text('2025年一般公共预算支出情况表（按功能', 80, 150, 16)
            .text('分类科目）', 210, 170, 16)
            .text('单位：元', 400, 192),
        ),
      ).title,
    ).toBe('2025年一般公共预算支出情况表（按功能分类科目）');
  });
  it('tells title, number and unit apart that stand on one line', () => {
    expect(
      caption(
        table(
          page()
            .text('第三部分 决算公开表', 180, 130, 16)
            .text('公开01表', 50, 188)
            .text('收入支出决算总表', 190, 188, 12)
            .text('单位：万元', 390, 188),
        ),
      ),
    ).toMatchObject({ title: '收入支出决算总表', printedNumber: '公开01表', unit: '万元' });
    expect(caption(table(page().text('收入决算表（单位：元）', 170, 180, 14)))).toMatchObject({
      title: '收入决算表',
      unit: '元',
    });
  });
  it('leaves the heading of a part and a name above the title alone', () => {
    expect(
      caption(table(page().text('第三部分 决算公开', 186, 150, 16).text('收入决算表', 210, 170, 16))).title,
    ).toBe('收入决算表');
    expect(caption(table(page().text('某某市样例局', 202, 150, 16).text('收入决算表', 210, 170, 16))).title).toBe(
      '收入决算表',
    );
  });
});

it('keeps glyphs in the order they are shown where a font has a width wrong', () => {
  const content = page()
    .table(
      50,
      100,
      [80, 60],
      [
        ['援助', '1'],
        ['甲', '2'],
      ],
    )
    .content();
  content.glyphs[0]!.x0 = content.glyphs[1]!.x0 + 0.6;
  expect(layoutPage(content).tables[0]!.cells[0]!.text).toBe('援助');
});
