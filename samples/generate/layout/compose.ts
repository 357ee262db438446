/**
 * @module Blocks of a document into typeset pages: page breaks, captions above tables, rows cut or carried over,
 * contents page with leaders.
 */
import type { Align, Block, PageSetup, SampleDocument, TableSpec, TableStyle } from '../model.js';
import { type Measure, measure } from './fonts.js';
import type { Item, Laid, LaidPage, Slice, TablePlacement } from './pages.js';
import { drawSlice, type Measured, measureTable, rowLines } from './table.js';
import { wrap } from './wrap.js';

/** Two passes: the contents page needs the page numbers that the first pass finds. */
export function compose(doc: SampleDocument): Laid {
  const m = measure(doc.fonts);
  const first = new Composer(doc, m, []);
  first.run();
  const second = new Composer(doc, m, first.headings);
  return second.run();
}

class Composer {
  readonly headings: { text: string; page: number }[] = [];
  private readonly pages: LaidPage[] = [];
  private readonly tables: TablePlacement[] = [];
  private readonly texts: Laid['texts'] = [];
  private y = 0;
  private landscape = false;
  private rotate = false;

  constructor(
    private readonly doc: SampleDocument,
    private readonly m: Measure,
    private readonly known: { text: string; page: number }[],
  ) {}

  run(): Laid {
    this.page();
    for (const b of this.doc.blocks) this.block(b);
    this.furniture();
    return { doc: this.doc, pages: this.pages, tables: this.tables, texts: this.texts };
  }

  private get setup(): PageSetup {
    const s = this.doc.setup;
    return this.landscape
      ? { ...s, width: s.height, height: s.width, left: s.top, right: s.bottom, top: s.left, bottom: s.right }
      : s;
  }
  private get room(): number {
    return this.setup.width - this.setup.left - this.setup.right;
  }
  private get floor(): number {
    return this.setup.height - this.setup.bottom;
  }
  private get current(): LaidPage {
    return this.pages[this.pages.length - 1] as LaidPage;
  }

  private page(): void {
    const s = this.setup;
    this.pages.push({ width: s.width, height: s.height, rotate: this.rotate, ops: [], flow: [], setup: s });
    this.y = s.top;
  }

  private block(b: Block): void {
    if (b.t === 'page') {
      const empty = this.current.flow.length === 0;
      this.landscape = b.landscape ?? false;
      this.rotate = b.rotate ?? false;
      if (empty) this.pages.pop();
      this.page();
    } else if (b.t === 'text') {
      if (b.toc) this.headings.push({ text: b.text, page: this.pages.length });
      this.text(
        b.text,
        b.size ?? this.doc.body.size,
        b.bold ?? false,
        b.align ?? 'left',
        b.indent ?? 0,
        b.before ?? 0,
        b.after ?? 3,
      );
    } else if (b.t === 'toc') this.contents(b.title);
    else if (b.t === 'table')
      this.table(b.spec, { ...this.doc.table, ...b.style }, b.titleSize ?? this.doc.body.size * 1.35);
    else this.chart(b.caption, b.bars, b.height);
  }

  private text(
    text: string,
    size: number,
    bold: boolean,
    align: Align,
    indent: number,
    before: number,
    after: number,
    record = true,
  ): void {
    const leading = this.doc.body.leading * size;
    this.y += before;
    const lines = wrap(text, this.room, size, bold, this.m, indent * size, 1.01);
    let start = this.y;
    let held: string[] = [];
    const first = this.pages.length;
    let lead = indent;
    const flush = () => {
      if (held.length === 0) return;
      this.current.flow.push({
        f: 'text',
        lines: held,
        size,
        bold,
        align,
        indent: lead,
        x: this.setup.left,
        y: start,
        leading,
        width: this.room,
      });
      held = [];
      lead = 0;
    };
    lines.forEach((s, i) => {
      if (this.y + leading > this.floor) {
        flush();
        this.page();
        start = this.y;
      }
      const w = this.m(s, size, bold && !this.doc.doubleBold);
      const shift = i === 0 ? indent * size : 0;
      const x =
        align === 'center'
          ? this.setup.left + (this.room - w) / 2
          : align === 'right'
            ? this.setup.left + this.room - w
            : this.setup.left + shift;
      this.current.ops.push({
        op: 'text',
        x,
        y: this.y + leading * 0.76,
        s,
        size,
        bold: bold && !this.doc.doubleBold,
        twice: bold && (this.doc.doubleBold ?? false),
      });
      held.push(s);
      this.y += leading;
    });
    flush();
    if (record) this.texts.push({ text, first, last: this.pages.length });
    this.y += after;
  }

  private contents(title: string): void {
    this.text(title, this.doc.body.size * 1.6, true, 'center', 0, 0, 12);
    const size = this.doc.body.size;
    for (const entry of this.known) {
      const page = String(entry.page);
      const dot = this.m('.', size);
      const dots = Math.max(3, Math.floor((this.room - this.m(entry.text, size) - this.m(page, size)) / dot) - 2);
      this.text(`${entry.text}${'.'.repeat(dots)}${page}`, size, false, 'left', 0, 0, 2, false);
    }
  }

  private table(spec: TableSpec, style: TableStyle, titleSize: number): void {
    const t = measureTable(spec, style, this.room, this.m);
    this.caption(spec, style, titleSize, t);
    const placement: TablePlacement = {
      spec,
      style,
      rowPage: [],
      cellPage: [],
      slices: [],
      home: [],
      lines: t.lines,
      sizes: t.sizes,
    };
    this.tables.push(placement);
    const slices: { slice: Slice; page: number; openBottom: boolean }[] = [];
    let items: Item[] = [];
    const close = (cut: boolean) => {
      if (items.some((i) => !i.copy))
        slices.push({
          slice: { table: placement, items, left: this.setup.left, xs: t.xs, page: this.pages.length },
          page: this.pages.length,
          openBottom: cut,
        });
      items = [];
    };
    const next = (cut: boolean) => {
      close(cut);
      this.page();
      if (!style.repeatHeader) return;
      for (let r = 0; r < spec.headerRows; r++) this.put(items, r, t.heights[r] as number, 0, null, true);
    };
    for (let r = 0; r < spec.rows; r++) {
      if (style.breakAt?.includes(r)) next(false);
      const h = t.heights[r] as number;
      const left = this.floor - this.y;
      if (h <= left + 0.01) {
        placement.rowPage[r] = this.pages.length;
        this.put(items, r, h, 0, null, false);
        continue;
      }
      const n = rowLines(t, r);
      const fit = Math.floor((left - 2 * style.padY) / t.leading);
      if (style.cutRows && r >= spec.headerRows && n > 1 && fit >= 1 && fit < n) {
        placement.rowPage[r] = this.pages.length;
        this.put(items, r, fit * t.leading + 2 * style.padY, 0, fit, false);
        next(true);
        this.put(items, r, Math.max(style.rowMin, (n - fit) * t.leading + 2 * style.padY), fit, null, false);
        continue;
      }
      next(false);
      placement.rowPage[r] = this.pages.length;
      this.put(items, r, h, 0, null, false);
    }
    close(false);
    this.draw(t, placement, slices, style);
    this.y += 3;
    for (const note of spec.notes) this.text(note, style.size, false, 'left', 0, 0, 1, false);
    this.y += 8;
  }

  private put(items: Item[], row: number, h: number, from: number, to: number | null, copy: boolean): void {
    items.push({ row, y: this.y, h, from, to, copy });
    this.y += h;
  }

  private draw(
    t: Measured,
    placement: TablePlacement,
    slices: { slice: Slice; page: number; openBottom: boolean }[],
    style: TableStyle,
  ): void {
    const home = t.spec.cells.map((c, i) => {
      const spots = slices
        .map((s, k) => ({
          k,
          h: s.slice.items.filter((x) => !x.copy && x.row >= c.r && x.row < c.r + c.rs).reduce((a, x) => a + x.h, 0),
        }))
        .filter((s) => s.h > 0);
      const need = (t.lines[i] as string[]).length * t.leading;
      return (spots.find((s) => s.h >= need) ?? spots.sort((a, b) => b.h - a.h)[0])?.k ?? 0;
    });
    placement.home = home;
    home.forEach((k, i) => {
      placement.cellPage[i] = (slices[k] as { page: number }).page;
    });
    t.spec.cells.forEach((c, i) => {
      if (c.rs === 1) placement.cellPage[i] = placement.rowPage[c.r] as number;
    });
    slices.forEach((s, k) => {
      const page = this.pages[s.page - 1] as LaidPage;
      placement.slices.push(s.slice);
      const openTop = k > 0 && !style.closeAtBreak && !style.repeatHeader;
      const openBottom = k < slices.length - 1 && !style.closeAtBreak;
      page.ops.push(
        ...drawSlice(
          t,
          s.slice,
          home.map((h) => h === k),
          openTop,
          openBottom,
          this.m,
          this.doc.doubleBold ?? false,
        ),
      );
      page.flow.push({ f: 'slice', slice: s.slice });
    });
  }

  /** Title, printed number, then entity, year and unit on one line; kept with the first rows of the table. */
  private caption(spec: TableSpec, style: TableStyle, titleSize: number, t: Measured): void {
    const head = t.heights.slice(0, spec.headerRows + 2).reduce((a, b) => a + b, 0);
    if (this.y > this.setup.top && this.y + head + titleSize * 2 + style.size * 5 > this.floor) this.page();
    const form = spec.caption ?? 'usual';
    if (form === 'all_in_grid') return;
    const number = (align: Align) => {
      if (spec.number !== null) this.text(spec.number, style.size, false, align, 0, 0, 0, false);
    };
    if (form === 'number_left') number('left');
    if (form === 'number_above') number('right');
    if (spec.title !== null && form !== 'title_in_grid')
      for (const line of form === 'title_in_two' ? halves(spec.title) : [spec.title])
        this.text(line, titleSize, true, 'center', 0, 0, 2, false);
    if (spec.subtitle) this.text(spec.subtitle, style.size * 1.1, false, 'center', 0, 0, 2, false);
    if (['usual', 'title_in_two', 'title_in_grid'].includes(form)) number('right');
    const y = this.y;
    const put = (s: string | null, align: Align) => {
      if (s !== null) {
        this.y = y;
        this.text(s, style.size, false, align, 0, 0, 0, false);
      }
    };
    put(form === 'number_beside_unit' ? spec.number : spec.entityLine, 'left');
    put(spec.yearLine, 'center');
    put(spec.unitLine, 'right');
    if (this.y > y) this.y += 2;
  }

  private chart(caption: string, bars: { label: string; value: number }[], height: number): void {
    this.text(caption, this.doc.body.size * 0.9, true, 'center', 0, 2, 2, false);
    if (this.y + height > this.floor) this.page();
    const top = Math.max(...bars.map((b) => b.value));
    const base = this.y + height - 14;
    const left = this.setup.left + 60;
    const step = (this.room - 120) / bars.length;
    const ops = this.current.ops;
    const from = ops.length;
    for (let i = 0; i <= 4; i++)
      ops.push({
        op: 'line',
        x0: left,
        y0: base - (i * (height - 30)) / 4,
        x1: left + this.room - 120,
        y1: base - (i * (height - 30)) / 4,
        w: 0.3,
      });
    ops.push({ op: 'line', x0: left, y0: base, x1: left, y1: base - (height - 30), w: 0.6 });
    bars.forEach((b, i) => {
      const h = ((height - 30) * b.value) / top;
      const x = left + i * step + step * 0.25;
      ops.push({ op: 'fill', x, y: base - h, w: step * 0.5, h, color: '#4472c4' });
      const size = this.doc.body.size * 0.75;
      ops.push({
        op: 'text',
        x: x + step * 0.25 - this.m(b.label, size) / 2,
        y: base + 11,
        s: b.label,
        size,
        bold: false,
      });
      const v = b.value.toFixed(2);
      ops.push({ op: 'text', x: x + step * 0.25 - this.m(v, size) / 2, y: base - h - 3, s: v, size, bold: false });
    });
    this.current.flow.push({ f: 'ops', from, to: ops.length, y: this.y, height });
    this.y += height + 6;
  }

  private furniture(): void {
    this.pages.forEach((p, i) => {
      const s = this.doc.setup;
      const put = (text: string, y: number) =>
        p.ops.push({ op: 'text', x: (p.width - this.m(text, 9)) / 2, y, s: text, size: 9, bold: false });
      if (this.doc.footer && i > 0)
        put(this.doc.footer(i + 1, this.pages.length), p.height - Math.min(s.bottom, s.left) * 0.5);
      if (this.doc.header && i > 0) put(this.doc.header, Math.min(s.top, s.left) * 0.55);
    });
  }
}

/** A title in two lines, broken where a typist would: before the last words. */
function halves(title: string): string[] {
  if (title.length < 9) return [title];
  const at = title.length > 12 ? title.length - 5 : Math.ceil(title.length / 2);
  return [title.slice(0, at), title.slice(at)];
}
