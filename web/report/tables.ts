/** @module Tables -> HTML tables with their spans; figures coloured by grade, reviewed ones with both values. */
import { html } from 'hono/html';
import type { Cell, Fact, Table } from '../../schemas/index.js';
import { isStale } from '../reviews/record.js';
import type { ReportContext } from './context.js';

export function tablesSection(context: ReportContext) {
  const { document, t } = context;
  return html`<section id="tables"><h2>${t('report.tables')}</h2>
${document.tables.length === 0 ? html`<p class="muted">${t('report.no_tables')}</p>` : html`<nav class="contents" aria-label="${t('report.contents')}"><ol>${document.tables.map((table) => html`<li><a href="#${table.id}">${titleOf(context, table)}</a></li>`)}</ol></nav>`}
${document.tables.map((table) => tableHtml(context, table))}
</section>`;
}

function titleOf({ t }: ReportContext, table: Table): string {
  return table.title ?? t('report.untitled');
}

function tableHtml(context: ReportContext, table: Table) {
  const { t } = context;
  const about = [
    table.printed_number,
    table.unit === null ? null : `${t('field.unit')}: ${table.unit}`,
    t('report.pages', { pages: table.pages.join(', ') }),
  ]
    .filter(Boolean)
    .join(' · ');
  const rows = rowsOf(table).map((cells) => html`<tr>${cells.map((cell) => cellHtml(context, table, cell))}</tr>\n`);
  return html`<div class="table" id="${table.id}"><div class="scroll" tabindex="0" role="group" aria-label="${titleOf(context, table)}"><table class="statement">
<caption>${titleOf(context, table)} <span class="chip ${table.grade}">${t(`grade.${table.grade}`)}</span> <span class="muted">${about}</span></caption>
<thead>${rows.slice(0, table.header_row_count)}</thead>
<tbody>${rows.slice(table.header_row_count)}</tbody></table></div>
${table.notes.map((note) => html`<p class="muted">${note}</p>`)}</div>`;
}

function cellHtml({ facts, reviews, t }: ReportContext, table: Table, cell: Cell) {
  const fact = facts.get(`${table.id}-r${cell.row}c${cell.column}`);
  const header = cell.role === 'column_header' || cell.role === 'row_header';
  const spans = html`${cell.row_span > 1 ? html` rowspan="${cell.row_span}"` : ''}${cell.column_span > 1 ? html` colspan="${cell.column_span}"` : ''}`;
  if (header)
    return html`<th class="${cell.role}${cell.text.length > 5 ? ' long' : ''}" scope="${cell.role === 'row_header' ? 'row' : 'col'}"${spans}>${cell.text}</th>`;
  if (!fact) return html`<td class="${cell.role}${cell.text.length > 5 ? ' long' : ''}"${spans}>${cell.text}</td>`;
  const review = reviews.get(fact.id);
  const value =
    review?.decision === 'corrected' ? html`<del>${cell.text}</del><ins>${review.new.value ?? ''}</ins>` : cell.text;
  const title = [
    t(`grade.${fact.grade}`),
    review
      ? `${t(`review.${review.decision}`)} · ${review.reviewer} · ` +
        `${review.reason ?? ''}${isStale(review, fact as Fact) ? ` · ${t('review.stale')}` : ''}`
      : null,
  ]
    .filter(Boolean)
    .join(' · ');
  return html`<td class="figure ${cell.role} ${fact.grade}${review ? ' reviewed' : ''}"${spans} title="${title}">${value}</td>`;
}

/** A row without a cell of its own (covered by spans) is there, empty. */
function rowsOf(table: Pick<Table, 'cells' | 'row_count'>): Cell[][] {
  const rows: Cell[][] = Array.from({ length: table.row_count }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}
