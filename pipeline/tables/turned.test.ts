import { describe, expect, it } from 'vitest';
import { page } from '../../test/support/page.js';
import type { PageContent } from '../model.js';
import { displayedBox } from '../recognise/displayed.js';
import { layoutPage } from './index.js';
import { turnedLike, turnedUpright } from './turned.js';

/** The page as it would be displayed with its content lying on its side. */
function lying(content: PageContent, direction: 90 | 270): PageContent {
  const { width: w, height: h } = content;
  const down = direction === 90;
  const place = (x: number, y: number): [number, number] => (down ? [h - y, x] : [y, w - x]);
  return {
    ...content,
    width: h,
    height: w,
    glyphs: content.glyphs.map((g) => {
      const [ax, ay] = place(g.x0, g.y0);
      const [bx, by] = place(g.x1, g.y1);
      const [x0, x1, y0, y1] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)];
      return { ...g, x0, x1, y0, y1, direction, baseline: place(0, g.baseline)[0] };
    }),
    rulings: content.rulings.map((r) => {
      const flat = r.orientation === 'horizontal';
      const [ax, ay] = flat ? place(r.from, r.at) : place(r.at, r.from);
      const [bx, by] = flat ? place(r.to, r.at) : place(r.at, r.to);
      return flat
        ? { ...r, orientation: 'vertical' as const, at: ax, from: Math.min(ay, by), to: Math.max(ay, by) }
        : { ...r, orientation: 'horizontal' as const, at: ay, from: Math.min(ax, bx), to: Math.max(ax, bx) };
    }),
  };
}

describe('pages printed sideways', () => {
  const upright = page()
    .table(
      50,
      100,
      [80, 60, 60],
      [
        ['项目', '预算数', '决算数'],
        ['基本支出', '12.50', '13.50'],
        ['项目支出', '2.50', '3.50'],
      ],
    )
    .content();

  it.each([90, 270] as const)(
    'turned by %i degrees they give the same table, in places as displayed',
    (direction) => {
      const side = lying(upright, direction);
      const { tables, content } = layoutPage(side);
      const want = layoutPage(upright).tables;
      expect(tables.map((t) => t.cells.map((c) => c.text))).toEqual(want.map((t) => t.cells.map((c) => c.text)));
      const figure = tables[0]!.cells.find((c) => c.text === '13.50')!;
      const shown = displayedBox(figure.boxes[0]!, content.upright!);
      const [first] = side.glyphs.filter((g) => g.text === '3');
      expect(shown[0]).toBeLessThanOrEqual(first!.x0);
      expect(shown[3]).toBeGreaterThanOrEqual(first!.y1);
      expect(turnedLike(content, side)).toEqual(content);
    },
  );

  it('leaves an upright page with a turned word alone', () => {
    const mixed = {
      ...upright,
      glyphs: upright.glyphs.map((g, i) => (i < 3 ? { ...g, direction: 90 as const } : g)),
    };
    expect(turnedUpright(mixed)).toBe(mixed);
  });
});
