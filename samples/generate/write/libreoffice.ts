/**
 * @module Typeset pages through LibreOffice: a flat OpenDocument text with real tables and page styles, converted by
 * soffice.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Flow, Laid, Slice } from '../layout/pages.js';
import { sliceRows } from './chromium.js';
import { fixDates } from './fixed-date.js';

const run = promisify(execFile);
const escaped = (s: string) =>
  s
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string)
    .replace(/ {2,}/g, (m) => ` <text:s text:c="${m.length - 1}"/>`);
const pt = (n: number) => `${n.toFixed(2)}pt`;

export async function writeLibreOffice(laid: Laid): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-soffice-'));
  try {
    const file = join(folder, 'a.fodt');
    await writeFile(file, flat(laid));
    await run(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        file,
      ],
      { env: { ...process.env, SOURCE_DATE_EPOCH: '1725238800' }, timeout: 180_000 },
    );
    return fixDates(await readFile(join(folder, 'a.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

class Styles {
  readonly xml: string[] = [];
  private readonly names = new Map<string, string>();
  use(family: string, prefix: string, body: string, attributes = ''): string {
    const key = family + attributes + body;
    let name = this.names.get(key);
    if (!name) {
      name = `${prefix}${this.names.size + 1}`;
      this.names.set(key, name);
      this.xml.push(`<style:style style:name="${name}" style:family="${family}"${attributes}>${body}</style:style>`);
    }
    return name;
  }
}

function flat(laid: Laid): string {
  const { doc: d } = laid;
  const font = /"(.*)"/.exec(d.fonts.css)?.[1] ?? '';
  const styles = new Styles();
  const body = laid.pages
    .map((p, i) => {
      const master = p.width > p.height ? 'L' : 'P';
      let first: string | null = i === 0 ? null : master;
      let y = p.setup.top;
      const out: string[] = [];
      for (const group of lines(p.flow)) {
        const top =
          group[0]?.f === 'text' ? group[0].y : group[0]?.f === 'slice' ? (group[0].slice.items[0]?.y ?? y) : y;
        const gap = Math.max(0, top - y);
        const f = group[0];
        if (f?.f === 'text') {
          out.push(paragraph(styles, group as Extract<Flow, { f: 'text' }>[], gap, first));
          y = top + f.lines.length * f.leading;
        } else if (f?.f === 'slice') {
          out.push(table(styles, f.slice, gap, first, laid.doc.table.lineWidth, laid.doc.keepLines ?? false));
          y = top + f.slice.items.reduce((a, x) => a + x.h, 0);
        }
        first = null;
      }
      return out.join('');
    })
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${font}'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="0" fo:widows="0"/><style:text-properties style:font-name="F" style:font-name-asian="F" fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:default-style></office:styles>
<office:automatic-styles>${styles.xml.join('')}${layout('P', laid, false)}${layout('L', laid, true)}</office:automatic-styles>
<office:master-styles>${master('P', laid)}${master('L', laid)}</office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>`;
}

/** Text flows on one height (entity, year, unit) make one line with tab stops. */
function lines(flow: Flow[]): Flow[][] {
  const out: Flow[][] = [];
  for (const f of flow) {
    const last = out[out.length - 1]?.[0];
    if (f.f === 'text' && last?.f === 'text' && Math.abs(last.y - f.y) < 0.01) out[out.length - 1]?.push(f);
    else if (f.f !== 'ops') out.push([f]);
  }
  return out;
}

function paragraph(styles: Styles, group: Extract<Flow, { f: 'text' }>[], gap: number, page: string | null): string {
  const f = group[0] as Extract<Flow, { f: 'text' }>;
  const weight = f.bold ? ' fo:font-weight="bold" style:font-weight-asian="bold"' : '';
  const tabs =
    group.length > 1
      ? `<style:tab-stops><style:tab-stop style:position="${pt(f.width / 2)}" style:type="center"/><style:` +
        `tab-stop style:position="${pt(f.width - 0.5)}" style:type="right"/></style:tab-stops>`
      : '';
  const align = group.length > 1 ? 'left' : f.align;
  const name = styles.use(
    'paragraph',
    'p',
    `<style:paragraph-properties fo:margin-top="${pt(gap)}" fo:margin-bottom="0pt" fo:` +
      `line-height="${pt(f.leading)}" fo:` +
      `text-align="${align === 'left' ? 'start' : align === 'right' ? 'end' : 'center'}" fo:` +
      `text-indent="${pt(align === 'left' ? f.indent * f.size : 0)}" style:auto-text-indent="false" style:` +
      `text-autospace="none">${tabs}</style:paragraph-properties><style:text-properties fo:` +
      `font-size="${pt(f.size)}" style:font-size-asian="${pt(f.size)}"${weight}/>`,
    page ? ` style:master-page-name="${page}"` : '',
  );
  let content = f.lines.map(escaped).join('');
  if (group.length > 1) {
    const at = (a: string) =>
      group
        .find((g) => g.align === a)
        ?.lines.map(escaped)
        .join('') ?? '';
    content = `${at('left')}<text:tab/>${at('center')}<text:tab/>${at('right')}`;
  }
  return `<text:p text:style-name="${name}">${content}</text:p>`;
}

function table(
  styles: Styles,
  s: Slice,
  gap: number,
  page: string | null,
  lineWidth: number,
  keepLines: boolean,
): string {
  const { spec, style, sizes } = s.table;
  const width = s.xs[s.xs.length - 1] as number;
  const name = styles.use(
    'table',
    't',
    `<style:table-properties style:width="${pt(width)}" table:align="left" fo:margin-top="${pt(gap)}" table:` +
      'border-model="collapsing"/>',
    page ? ` style:master-page-name="${page}"` : '',
  );
  const columns = s.xs
    .slice(1)
    .map(
      (x, i) =>
        `<table:table-column table:style-name="${styles.use('table-column', 'c', `<style:table-column-properties style:column-width="${pt(x - (s.xs[i] as number))}"/>`)}"/>`,
    )
    .join('');
  const rows = sliceRows(s);
  // Its borders take room inside the cells, too.
  const side = keepLines ? Math.max(0, style.padX - lineWidth / 2 - 0.1) : style.padX;
  const grid = rows.map(() => Array.from({ length: spec.columns }, () => '<table:covered-table-cell/>'));
  rows.forEach((r, i) => {
    for (const p of r.parts) {
      const c = spec.cells[p.cell];
      if (!c) continue;
      const fill = c.r < spec.headerRows && style.headerFill ? ` fo:background-color="${style.headerFill}"` : '';
      const cell = styles.use(
        'table-cell',
        'k',
        `<style:table-cell-properties fo:border="${lineWidth}pt solid #000000" fo:` +
          `padding-left="${pt(side)}" fo:padding-right="${pt(side)}" fo:padding-top="0pt" fo:` +
          `padding-bottom="0pt" style:vertical-align="${style.valign}"${fill}/>`,
      );
      const bold =
        c.bold || (c.r < spec.headerRows && style.boldHeader)
          ? ' fo:font-weight="bold" style:font-weight-asian="bold"'
          : '';
      const size = pt(sizes[p.cell] as number);
      const para = styles.use(
        'paragraph',
        'p',
        `<style:paragraph-properties fo:margin-left="${pt(c.indent * style.size)}" fo:` +
          `text-align="${c.align === 'left' ? 'start' : c.align === 'right' ? 'end' : 'center'}" fo:` +
          `line-height="${pt(style.size * 1.22)}" style:text-autospace="none"/><style:text-properties fo:` +
          `font-size="${size}" style:font-size-asian="${size}"${bold}/>`,
      );
      const span =
        `${p.rows > 1 ? ` table:number-rows-spanned="${p.rows}"` : ''}` +
        `${p.columns > 1 ? ` table:number-columns-spanned="${p.columns}"` : ''}`;
      (grid[i] as string[])[c.c] =
        `<table:table-cell table:style-name="${cell}"${span} office:value-type="string"><text:p text:` +
        `style-name="${para}">` +
        `${keepLines ? p.lines.map(escaped).join('<text:line-break/>') : escaped(p.text)}</text:p>` +
        '</table:table-cell>';
    }
  });
  // LibreOffice adds a border to each row's height; rows that grew by it would run over the page.
  const body = rows
    .map(
      (r, i) =>
        `<table:table-row table:style-name="${styles.use('table-row', 'r', `<style:table-row-properties style:row-height="${pt(keepLines ? r.height - lineWidth : r.height)}" fo:keep-together="always"/>`)}">${(grid[i] as string[]).join('')}</table:table-row>`,
    )
    .join('');
  return `<table:table table:style-name="${name}">${columns}${body}</table:table>`;
}

function layout(name: string, laid: Laid, landscape: boolean): string {
  const s = laid.doc.setup;
  const [w, h, l, r, t, b] = landscape
    ? [s.height, s.width, s.top, s.bottom, s.left, s.right]
    : [s.width, s.height, s.left, s.right, s.top, s.bottom];
  return (
    `<style:page-layout style:name="pl${name}"><style:page-layout-properties fo:` +
    `page-width="${pt(w)}" fo:page-height="${pt(h)}" style:` +
    `print-orientation="${landscape ? 'landscape' : 'portrait'}" fo:margin-left="${pt(l)}" fo:` +
    `margin-right="${pt(r)}" fo:margin-top="${pt(t)}" fo:` +
    `margin-bottom="${pt(laid.doc.keepLines ? Math.max(4, b - 42) : b - 42)}"/><style:footer-style><style:` +
    'header-footer-properties fo:min-height="18pt" fo:margin-top="2pt"/></style:footer-style></style:page-layout>'
  );
}

/** A real page-number field, with the words that the document prints around it. */
function master(name: string, laid: Laid): string {
  const [before = '', after = ''] = laid.doc.footer ? laid.doc.footer(7777, 9999).split('7777') : [];
  const footer = laid.doc.footer
    ? `<style:footer><text:p>${escaped(before)}<text:page-number text:select-page="current"/>` +
      `${escaped(after)}</text:p></style:footer>`
    : '';
  return `<style:master-page style:name="${name}" style:page-layout-name="pl${name}">${footer}</style:master-page>`;
}
