import { describe, expect, it } from 'vitest';
import { page } from '../../test/support/page.js';
import { layoutPage } from '../tables/index.js';
import { joinTables, separateFurniture } from './index.js';

const join = (...pages: ReturnType<typeof page>[]) =>
  joinTables(separateFurniture(pages.map((p) => layoutPage(p.content()))));
const texts = (table: { cells: { text: string }[] }): string[] => table.cells.map((c) => c.text);
const WIDTHS = [60, 140, 80];
const HEAD = ['编码', '名称', '金额'];

describe('joining over pages', () => {
  it('joins a continuation without header, each cell on its own page', () => {
    const [table, ...others] = join(
      page(1)
        .text('支出决算表', 150, 80)
        .table(50, 100, WIDTHS, [HEAD, ['208', '社会保障', '2.00']]),
      page(2)
        .table(50, 60, WIDTHS, [['210', '卫生健康', '3.00']])
        .text('注：说明。', 50, 100),
    );
    expect(others).toEqual([]);
    expect(table).toMatchObject({
      pages: [1, 2],
      row_count: 3,
      header_row_count: 1,
      title: '支出决算表',
      notes: ['注：说明。'],
    });
    expect(table!.cells.map((c) => c.page)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2]);
  });

  it('drops the header that a continuation repeats, with its title and unit line', () => {
    const part = (n: number, rows: string[][]) =>
      page(n)
        .text('支出决算表', 150, 60)
        .text('单位：万元', 260, 90)
        .table(50, 100, WIDTHS, [HEAD, ...rows]);
    const [table, ...others] = join(part(1, [['208', '社会保障', '2.00']]), part(2, [['210', '卫生健康', '3.00']]));
    expect(others).toEqual([]);
    expect(table).toMatchObject({ row_count: 3, unit: '万元' });
  });

  it('takes title, number and unit from rows inside the grid, and keeps such tables apart', () => {
    const inner = (title: string, n: number) =>
      page(n)
        .text('第三部分 决算公开表', 150, 80)
        .table(50, 100, WIDTHS, [
          [title, '<', '<'],
          [`部门：样例局  公开0${n}表  单位：元`, '<', '<'],
          HEAD,
          ['208', '社会保障', '2.00'],
        ]);
    expect(join(inner('收入决算表', 1), inner('支出决算表', 2))).toMatchObject([
      {
        title: '收入决算表',
        printed_number: '公开01表',
        unit: '元',
        unit_evidence: { quote: '单位：元' },
        header_row_count: 3,
        row_count: 4,
        pages: [1],
      },
      { title: '支出决算表', printed_number: '公开02表', pages: [2] },
    ]);
  });

  it('looks past a watermark between title and table, and between the parts of a table', () => {
    const [table, ...others] = join(
      page(1)
        .text('支出决算表', 150, 50)
        .text('样例公开', 100, 92, 40)
        .table(50, 100, WIDTHS, [HEAD, ['208', '社会保障', '2.00']])
        .text('样例公开', 100, 400, 60),
      page(2)
        .text('样例公开', 100, 50, 60)
        .table(50, 60, WIDTHS, [['210', '卫生健康', '3.00']]),
    );
    expect(others).toEqual([]);
    expect(table).toMatchObject({ pages: [1, 2], row_count: 3, title: '支出决算表' });
  });

  it('keeps tables with titles of their own apart', () => {
    expect(
      join(
        page(1)
          .text('支出决算表', 150, 80)
          .table(50, 100, WIDTHS, [HEAD, ['208', '社会保障', '2.00']]),
        page(2)
          .text('收入决算表', 150, 80)
          .table(50, 100, WIDTHS, [HEAD, ['208', '社会保障', '2.00']]),
      ).map((t) => t.title),
    ).toEqual(['支出决算表', '收入决算表']);
  });

  it('keeps tables apart between which there is prose, or a page', () => {
    expect(
      join(
        page(1)
          .table(50, 100, WIDTHS, [HEAD, ['208', '社会保障', '2.00']])
          .text('以上为全部支出。', 50, 200),
        page(2).table(50, 60, WIDTHS, [
          ['210', '卫生', '3.00'],
          ['211', '环保', '1.00'],
        ]),
      ),
    ).toHaveLength(2);
    expect(
      join(
        page(1).table(50, 100, WIDTHS, [HEAD, ['208', '社会保障', '2.00']]),
        page(2),
        page(3).table(50, 60, WIDTHS, [
          ['210', '卫生', '3.00'],
          ['211', '环保', '1.00'],
        ]),
      ),
    ).toHaveLength(2);
  });

  it('maps a continuation that draws fewer columns by position', () => {
    const [table] = join(
      page(1).table(
        50,
        100,
        [30, 30, 140, 80],
        [
          ['类', '款', '名称', '金额'],
          ['208', '05', '养老', '2.00'],
        ],
      ),
      page(2).table(50, 60, [200, 80], [['合计', '2.00']]),
    );
    expect(table!.cells.filter((c) => c.row === 2)).toMatchObject([
      { text: '合计', column: 0, column_span: 3 },
      { text: '2.00', column: 3 },
    ]);
  });

  it('mends a row that the page break cuts', () => {
    const [table] = join(
      page(1).table(50, 100, WIDTHS, [HEAD, ['2080505', '机关事业单位基本养老', '2.00']]),
      page(2).table(50, 60, WIDTHS, [
        ['', '保险缴费支出', ''],
        ['210', '卫生健康', '3.00'],
      ]),
    );
    expect(table!.row_count).toBe(3);
    const cut = table!.cells.find((c) => c.text.startsWith('机关'))!;
    expect(cut).toMatchObject({
      text: '机关事业单位基本养老保险缴费支出',
      raw_text: '机关事业单位基本养老\n保险缴费支出',
      page: 1,
    });
    expect(cut.boxes).toHaveLength(2);
  });

  it('keeps two rows between which the page break leaves the rule out', () => {
    const open = (n: number, label: string, y: number) => {
      const maker = page(n).table(50, y, WIDTHS, [HEAD, ['', label, '']]);
      const content = maker.content();
      const edge = n === 1 ? y + 40 : y;
      content.rulings.splice(
        0,
        content.rulings.length,
        ...content.rulings.filter((r) => r.orientation === 'vertical' || r.at !== edge),
      );
      return { content: () => content } as ReturnType<typeof page>;
    };
    const first = open(1, '十五、商业服务业等支出', 100);
    const second = page(2).table(50, 60, WIDTHS, [
      ['', '十六、金融支出', ''],
      ['', '十七、援助其他地区支出', ''],
    ]);
    expect(
      join(first, second)[0]!
        .cells.map((c) => c.text)
        .filter((t) => t.includes('、')),
    ).toEqual(['十五、商业服务业等支出', '十六、金融支出', '十七、援助其他地区支出']);
  });

  it('joins a merged cell that the page break cuts', () => {
    const [table] = join(
      page(1).table(50, 100, WIDTHS, [
        ['一级', '二级', '值'],
        ['产出', '数量', '1'],
        ['^', '质量', '2'],
      ]),
      page(2).table(50, 60, WIDTHS, [
        ['', '时效', '3'],
        ['效益', '社会', '4'],
      ]),
    );
    expect(table!.cells.find((c) => c.text === '产出')).toMatchObject({ row: 1, row_span: 3 });
    expect(texts(table!)).toEqual([
      '一级',
      '二级',
      '值',
      '产出',
      '数量',
      '1',
      '质量',
      '2',
      '时效',
      '3',
      '效益',
      '社会',
      '4',
    ]);
  });

  it('is not kept from joining by running headers and page numbers', () => {
    const head = (n: number) => page(n).text('某局2024年度决算', 220, 40).text(`- ${n} -`, 290, 820);
    const tables = join(
      head(1).table(50, 100, WIDTHS, [HEAD, ['208', '社会保障', '2.00']]),
      head(2).table(50, 100, WIDTHS, [['210', '卫生健康', '3.00']]),
      head(3).table(50, 100, WIDTHS, [['211', '节能环保', '3.00']]),
    );
    expect(tables).toHaveLength(1);
  });

  it('goes on below a mark of the page under the same header, in other widths', () => {
    const tables = join(
      page(1)
        .text('支出决算表', 150, 80)
        .table(50, 100, WIDTHS, [HEAD, ['208', '社会保障', '2.00']]),
      page(2)
        .text('本页接上', 50, 60)
        .table(50, 100, [70, 120, 90], [HEAD, ['210', '卫生健康', '3.00']]),
    );
    expect(tables).toMatchObject([{ pages: [1, 2], row_count: 3 }]);
  });

  it('keeps tables of one header apart that paragraphs stand between', () => {
    const tables = join(
      page(1)
        .text('支出决算表', 150, 80)
        .table(50, 100, WIDTHS, [HEAD, ['208', '社会保障', '2.00']]),
      page(2)
        .text('本年度支出与上年相比增加一百二十万元，主要原因是人员增加。', 50, 60)
        .table(50, 100, WIDTHS, [HEAD, ['210', '卫生健康', '3.00']]),
    );
    expect(tables).toHaveLength(2);
  });

  it('takes numbers that count the pages for page numbers wherever they stand, and repeated titles for none', () => {
    const part = (n: number, rows: string[][]) =>
      page(n)
        .text('一般公共预算支出表（含转移支付项目）', 60, 50)
        .table(50, 100, WIDTHS, [HEAD, ...rows])
        .text(`— ${n + 12} —`, 290, 500);
    const tables = join(
      part(1, [['208', '社会保障', '2.00']]),
      part(2, [['210', '卫生健康', '3.00']]),
      part(3, [['211', '节能环保', '3.00']]),
    );
    expect(tables).toMatchObject([{ title: '一般公共预算支出表（含转移支付项目）', pages: [1, 2, 3], row_count: 4 }]);
  });
});
