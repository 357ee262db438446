/**
 * @module Typeset pages through Chromium's print: HTML tables with collapsed borders, one section a page, so that
 * page breaks are known while the browser draws.
 */
import { chromium } from 'playwright-core';
import type { Ruling } from '../model.js';
import type { Flow, Laid, LaidPage, Slice } from '../layout/pages.js';
import { fixDates } from './fixed-date.js';

const escaped = (s: string) =>
  s.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] as string).replace(/ {2}/g, ' &nbsp;');

/** Borders that a style sheet draws in a manner of its own. */
const BORDERS: Partial<Record<Ruling, string>> = {
  double: '2.25pt double #000',
  dashed: '0.75pt dashed #000',
  dotted: '0.75pt dotted #000',
  white: '1pt solid #fff',
};

export async function writeChromium(laid: Laid): Promise<Uint8Array> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
  try {
    const page = await browser.newPage();
    await page.setContent(html(laid), { waitUntil: 'load' });
    return fixDates(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  } finally {
    await browser.close();
  }
}

function html(laid: Laid): string {
  const { doc: d } = laid;
  const w = d.setup.width;
  const h = d.setup.height;
  const css = `@page{margin:0}@page p{size:${w}pt ${h}pt}@page l{size:${h}pt ${w}pt}body{margin:0;${d.fonts.css}}.b{${d.fonts.cssBold}}
.p{page:p;width:${w}pt;height:${h - 0.5}pt}.l{page:l;width:${h}pt;height:${w - 0.5}pt}.p,.l{position:relative;overflow:hidden;break-after:page}.p:last-child,.l:last-child{break-after:auto}
div.t{position:absolute;white-space:pre}table{position:absolute;border-collapse:collapse;table-layout:fixed}
td{border:${BORDERS[d.table.ruling] ?? `${d.table.lineWidth}pt solid #000`};${d.keepLines ? 'white-space:nowrap' : 'overflow-wrap:anywhere'};line-height:1.22;padding:0 ${d.table.padX}pt}`;
  return (
    `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${escaped(d.name)}</title><style>` +
    `${css}</style><body>${laid.pages.map((p, i) => section(laid, p, i)).join('\n')}</body></html>`
  );
}

function section(laid: Laid, p: LaidPage, i: number): string {
  const parts = p.flow.map((f) =>
    f.f === 'text' ? text(f) : f.f === 'slice' ? table(f.slice, laid.doc.keepLines ?? false) : drawing(p, f),
  );
  const d = laid.doc;
  const put = (s: string, y: number) =>
    `<div class="t" style="left:0;width:${p.width}pt;top:${(y - 9).toFixed(2)}pt;text-align:center;` +
    `font-size:9pt;line-height:12pt">${escaped(s)}</div>`;
  if (d.footer && i > 0)
    parts.push(put(d.footer(i + 1, laid.pages.length), p.height - Math.min(d.setup.bottom, d.setup.left) * 0.5));
  if (d.header && i > 0) parts.push(put(d.header, Math.min(d.setup.top, d.setup.left) * 0.55));
  return `<div class="${p.width > p.height ? 'l' : 'p'}">${parts.join('')}</div>`;
}

function text(f: Extract<Flow, { f: 'text' }>): string {
  return (
    `<div class="t${f.bold ? ' b' : ''}" style="left:${f.x.toFixed(2)}pt;top:${f.y.toFixed(2)}pt;` +
    `width:${f.width.toFixed(2)}pt;text-align:${f.align};text-indent:` +
    `${f.align === 'left' ? f.indent : 0}em;font-size:${f.size}pt;` +
    `line-height:${f.leading.toFixed(2)}pt">${f.lines.map(escaped).join('<br>')}</div>`
  );
}

/** The parts of a table that one page shows: also what other writers of rows need. */
export interface Part {
  text: string;
  lines: string[];
  rows: number;
  columns: number;
  cell: number;
}
export function sliceRows(s: Slice): { height: number; parts: Part[] }[] {
  const { spec, home, lines, slices } = s.table;
  const index = slices.indexOf(s);
  return s.items.map((item, at) => ({
    height: item.h,
    parts: spec.cells
      .map((c, cell) => ({ c, cell }))
      .filter(({ c }) => {
        if (item.row < c.r || item.row >= c.r + c.rs) return false;
        const before = s.items[at - 1];
        return !(before && before.copy === item.copy && before.row >= c.r && before.row < c.r + c.rs);
      })
      .sort((a, b) => a.c.c - b.c.c)
      .map(({ c, cell }) => {
        const rows = s.items.filter((x) => x.copy === item.copy && x.row >= c.r && x.row < c.r + c.rs).length;
        const cut = c.rs === 1 && (item.from > 0 || item.to !== null);
        const shown = cut
          ? (lines[cell] as string[]).slice(item.from, item.to ?? undefined).join('')
          : item.copy || home[cell] === index
            ? c.text
            : '';
        const wrapped = cut
          ? (lines[cell] as string[]).slice(item.from, item.to ?? undefined)
          : shown === ''
            ? []
            : (lines[cell] as string[]);
        return { text: shown, lines: wrapped, rows, columns: c.cs, cell };
      }),
  }));
}

function table(s: Slice, keepLines: boolean): string {
  const { spec, style, sizes } = s.table;
  const cols = s.xs
    .slice(1)
    .map((x, i) => `<col style="width:${(x - (s.xs[i] as number)).toFixed(2)}pt">`)
    .join('');
  const rows = sliceRows(s)
    .map(
      (r) =>
        `<tr style="height:${r.height.toFixed(2)}pt">${r.parts
          .map((p) => {
            const c = spec.cells[p.cell];
            if (!c) return '';
            const header = c.r < spec.headerRows;
            const css = [`text-align:${c.align}`, `font-size:${sizes[p.cell]}pt`, `vertical-align:${style.valign}`];
            const bold = c.bold || (header && style.boldHeader) ? ' class="b"' : '';
            if (c.indent > 0) css.push(`padding-left:${(style.padX + c.indent * style.size).toFixed(2)}pt`);
            const shade = header
              ? (style.headerFill ?? (style.ruling === 'white' ? '#4f81bd' : null))
              : style.ruling === 'white'
                ? '#e9edf4'
                : style.zebra && c.r % 2
                  ? '#f2f2f2'
                  : null;
            if (shade) css.push(`background:${shade}`);
            const span = `${p.rows > 1 ? ` rowspan="${p.rows}"` : ''}${p.columns > 1 ? ` colspan="${p.columns}"` : ''}`;
            return (
              `<td${bold}${span} style="${css.join(';')}">` +
              `${keepLines ? p.lines.map(escaped).join('<br>') : escaped(p.text)}</td>`
            );
          })
          .join('')}</tr>`,
    )
    .join('');
  const width = s.xs[s.xs.length - 1] as number;
  return (
    `<table style="left:${s.left.toFixed(2)}pt;top:${(s.items[0]?.y ?? 0).toFixed(2)}pt;` +
    `width:${width.toFixed(2)}pt"><colgroup>${cols}</colgroup>${rows}</table>`
  );
}

/** A chart as inline SVG. */
function drawing(p: LaidPage, f: Extract<Flow, { f: 'ops' }>): string {
  const body = p.ops
    .slice(f.from, f.to)
    .map((o) => {
      if (o.op === 'line')
        return `<line x1="${o.x0}" y1="${o.y0}" x2="${o.x1}" y2="${o.y1}" stroke="#000" stroke-width="${o.w}"/>`;
      if (o.op === 'fill') return `<rect x="${o.x}" y="${o.y}" width="${o.w}" height="${o.h}" fill="${o.color}"/>`;
      return o.op === 'text' ? `<text x="${o.x}" y="${o.y}" font-size="${o.size}">${escaped(o.s)}</text>` : '';
    })
    .join('');
  return (
    `<svg style="position:absolute;left:0;top:0" width="${p.width}pt" height="${p.height}pt" ` +
    `viewBox="0 0 ${p.width} ${p.height}">${body}</svg>`
  );
}
