/** @module A table spec into row heights and, page by page, into rulings and text. */
import type { GridCell, TableSpec, TableStyle } from '../model.js';
import type { Measure } from './fonts.js';
import type { Op, Slice } from './pages.js';
import { drawnAs } from './borders.js';
import { wrap } from './wrap.js';

export interface Measured {
  spec: TableSpec;
  style: TableStyle;
  /** Column boundaries relative to the table's left edge. */
  xs: number[];
  heights: number[];
  /** Wrapped lines and font size of every cell. */
  lines: string[][];
  sizes: number[];
  leading: number;
}

const NUMERIC = /^[-△（(]?[\d,，. ]+[）)]?%?$/;

export function measureTable(spec: TableSpec, style: TableStyle, width: number, m: Measure): Measured {
  const whole = spec.widths.reduce((a, b) => a + b, 0);
  const xs = [0];
  for (const w of spec.widths) xs.push((xs[xs.length - 1] as number) + (w / whole) * width);
  const leading = style.size * 1.22;
  const lines: string[][] = [];
  const sizes: number[] = [];
  const heights = Array.from({ length: spec.rows }, () => style.rowMin);
  const need = (i: number) => (lines[i] as string[]).length * leading + 2 * style.padY;
  spec.cells.forEach((c, i) => {
    const room = (xs[c.c + c.cs] as number) - (xs[c.c] as number) - 2 * style.padX - c.indent * style.size;
    let size = style.size;
    if (NUMERIC.test(c.text)) while (size > 4 && m(c.text, size, c.bold) > room) size -= 0.25; // a number is never broken: it is set smaller
    sizes[i] = size;
    lines[i] = c.text === '' ? [] : wrap(c.text, room, size, c.bold, m);
    if (c.rs === 1) heights[c.r] = Math.max(heights[c.r] as number, need(i));
  });
  spec.cells.forEach((c, i) => {
    if (c.rs === 1) return;
    let have = 0;
    for (let r = c.r; r < c.r + c.rs; r++) have += heights[r] as number;
    const missing = need(i) - have;
    if (missing > 0) for (let r = c.r; r < c.r + c.rs; r++) heights[r] = (heights[r] as number) + missing / c.rs;
  });
  return { spec, style, xs, heights, lines, sizes, leading };
}

/** Lines that the tallest one-row cell of a row needs: what a page break may divide. */
export function rowLines(t: Measured, row: number): number {
  return Math.max(
    1,
    ...t.spec.cells.map((c, i) => (c.r === row && c.rs === 1 ? (t.lines[i] as string[]).length : 0)),
  );
}

/** Draws one page's slice. `shown[i]` says whether cell i's text belongs to this slice. */
export function drawSlice(
  t: Measured,
  slice: Slice,
  shown: boolean[],
  openTop: boolean,
  openBottom: boolean,
  m: Measure,
  twice: boolean,
): Op[] {
  const { spec, style } = t;
  const ops: Op[] = [];
  const edges: Op[] = [];
  const seen = new Set<string>();
  const line = (x0: number, y0: number, x1: number, y1: number) => {
    const key = [x0, y0, x1, y1].map((v) => v.toFixed(2)).join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    if (style.ruling === 'fill') {
      const w = style.lineWidth;
      edges.push(
        y0 === y1
          ? { op: 'fill', x: x0 - w / 2, y: y0 - w / 2, w: x1 - x0 + w, h: w, color: '#000000' }
          : { op: 'fill', x: x0 - w / 2, y: y0 - w / 2, w, h: y1 - y0 + w, color: '#000000' },
      );
    } else edges.push({ op: 'line', x0, y0, x1, y1, w: style.lineWidth });
  };
  const top = Math.min(...slice.items.map((i) => i.y));
  const bottom = Math.max(...slice.items.map((i) => i.y + i.h));
  for (const copy of [true, false]) {
    spec.cells.forEach((c, i) => {
      const items = slice.items.filter((x) => x.copy === copy && x.row >= c.r && x.row < c.r + c.rs);
      if (items.length === 0) return;
      const y0 = Math.min(...items.map((x) => x.y));
      const y1 = Math.max(...items.map((x) => x.y + x.h));
      const x0 = slice.left + (t.xs[c.c] as number);
      const x1 = slice.left + (t.xs[c.c + c.cs] as number);
      const shade =
        c.r < spec.headerRows
          ? (style.headerFill ?? (style.ruling === 'white' ? '#4f81bd' : style.ruling === 'zebra' ? '#d9d9d9' : null))
          : style.ruling === 'white'
            ? c.r % 2
              ? '#d0d8e8'
              : '#e9edf4'
            : (style.zebra || style.ruling === 'zebra') && c.r % 2
              ? '#f2f2f2'
              : null;
      if (shade) ops.push({ op: 'fill', x: x0, y: y0, w: x1 - x0, h: y1 - y0, color: shade });
      if (style.ruling === 'outline')
        edges.push({ op: 'outline', x: x0, y: y0, w: x1 - x0, h: y1 - y0, lw: style.lineWidth });
      else {
        if (!(openTop && y0 === top)) line(x0, y0, x1, y0);
        if (!(openBottom && y1 === bottom)) line(x0, y1, x1, y1);
        line(x0, y0, x0, y1);
        line(x1, y0, x1, y1);
      }
      const first = items[0];
      const cut = c.rs === 1 && first && (first.from > 0 || first.to !== null);
      if (cut)
        drawText(
          t,
          ops,
          c,
          i,
          x0,
          x1,
          y0,
          y1,
          (t.lines[i] as string[]).slice(first.from, first.to ?? undefined),
          true,
          m,
          twice,
        );
      else if (copy || shown[i])
        drawText(
          t,
          ops,
          c,
          i,
          x0,
          x1,
          y0,
          y1,
          t.lines[i] as string[],
          style.valign === 'top' && c.rs === 1,
          m,
          twice,
        );
    });
  }
  return [...ops, ...drawnAs(style, edges)];
}

function drawText(
  t: Measured,
  ops: Op[],
  c: GridCell,
  i: number,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  lines: string[],
  atTop: boolean,
  m: Measure,
  twice: boolean,
): void {
  const { style } = t;
  const size = t.sizes[i] as number;
  const bold = c.bold || (style.boldHeader && c.r < t.spec.headerRows);
  const block = lines.length * t.leading;
  let y = (atTop ? y0 + style.padY : (y0 + y1 - block) / 2) + t.leading * 0.8;
  for (const s of lines) {
    const w = m(s, size, bold && !twice);
    const x =
      c.align === 'left'
        ? x0 + style.padX + c.indent * style.size
        : c.align === 'right'
          ? x1 - style.padX - w
          : (x0 + x1 - w) / 2;
    ops.push({ op: 'text', x, y, s, size, bold: bold && !twice, twice: bold && twice });
    y += t.leading;
  }
}
