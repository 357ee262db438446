/** @module Tables -> one HTML page with their spans, headers and captions; nothing in it can run. */
import type { Cell } from '../../schemas/index.js';
import type { Language } from '../terminal.js';
import type { FoundTable } from './found.js';
import { caption, cellRows } from './grid.js';

const STYLE = `body{font:14px/1.5 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2rem}
table{border-collapse:collapse;margin:0 0 2rem}caption{text-align:left;font-weight:600;padding:.3rem 0}
td,th{border:1px solid #bbb;padding:.2rem .5rem;white-space:pre-line}th{background:#f2f4f7}.n{text-align:right;font-variant-numeric:tabular-nums}`;

export function toHtml(tables: readonly FoundTable[], title: string, language: Language): string {
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>
<h1>${escapeHtml(title)}</h1>
${tables.map((table) => tableHtml(table, language)).join('\n')}
</body></html>
`;
}

function tableHtml(table: FoundTable, language: Language): string {
  const rows = cellRows(table).map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`);
  const found = table.found
    ? ` data-found="${table.found.method}" data-score="${table.found.score}" data-evidence="${escapeHtml(table.found.evidence.join('; '))}"`
    : '';
  return `<table id="${escapeHtml(table.id)}"${found}><caption>${escapeHtml(caption(table, language))}</caption>
<thead>${rows.slice(0, table.header_row_count).join('\n')}</thead>
<tbody>${rows.slice(table.header_row_count).join('\n')}</tbody></table>`;
}

function cellHtml(cell: Cell): string {
  const tag = cell.role === 'column_header' || cell.role === 'row_header' ? 'th' : 'td';
  const spans =
    `${cell.row_span > 1 ? ` rowspan="${cell.row_span}"` : ''}` +
    `${cell.column_span > 1 ? ` colspan="${cell.column_span}"` : ''}`;
  const numeric = tag === 'td' && /^-?[\d,.，%]+$/.test(cell.text) ? ' class="n"' : '';
  return `<${tag}${spans}${numeric}>${escapeHtml(cell.text)}</${tag}>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
