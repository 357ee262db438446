/** @module A document -> the head of its report: what it is, how much was read, how far to trust it. */
import { html } from 'hono/html';
import type { Grade, Severity } from '../../schemas/index.js';
import type { ReportContext } from './context.js';

const GRADES: readonly Grade[] = ['verified', 'consistent', 'unchecked', 'doubtful'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function summarySection({ document, t }: ReportContext) {
  const { entity, kind, scope, fiscal_year, title, status, page_count } = document.document;
  const count = (severity: Severity) => document.anomalies.filter((anomaly) => anomaly.severity === severity).length;
  const place = [entity.division_name, entity.division_code].filter(Boolean).join(' ');
  return html`<header class="head">
<p class="eyebrow">${t('report.title')} · ${document.source.file_name}</p>
<h1>${entity.name ?? title ?? document.source.file_name}</h1>
<p class="chips"><span class="chip">${t(`kind.${kind}`)}</span>${fiscal_year === null ? '' : html`<span class="chip">${fiscal_year}</span>`}${scope === null ? '' : html`<span class="chip">${t(`scope.${scope}`)}</span>`}${place === '' ? '' : html`<span class="chip">${place}</span>`}<span class="chip ${status === 'partial' ? 'partial' : 'verified'}">${t(`status.${status}`)}</span></p>
${title !== null && title !== entity.name ? html`<p class="muted">${title}</p>` : ''}
</header>
<section id="summary"><h2>${t('report.summary')}</h2>
<dl class="totals">
${SEVERITIES.map((severity) => html`<div><dt>${t(`severity.${severity}s`)}</dt><dd${count(severity) > 0 ? html` class="${severity}"` : ''}>${count(severity)}</dd></div>`)}
<div><dt>${t('field.pages')}</dt><dd>${page_count}</dd></div>
<div><dt>${t('field.tables')}</dt><dd>${document.tables.length}</dd></div>
<div><dt>${t('field.facts')}</dt><dd>${document.facts.length}</dd></div>
</dl>
${grades({ document, t })}
<p class="muted">${t('field.checks')}: ${t('checks.summary', document.checks)}</p>
</section>`;
}

function grades({ document, t }: Pick<ReportContext, 'document' | 't'>) {
  const counts = GRADES.map((grade) => ({
    grade,
    count: document.facts.filter((fact) => fact.grade === grade).length,
  }));
  const all = Math.max(1, document.facts.length);
  let at = 0;
  const bars = counts.map(({ grade, count }) => {
    const x = at;
    at += (count / all) * 1000;
    return html`<rect class="bar-${grade}" x="${x.toFixed(1)}" y="0" width="${(at - x).toFixed(1)}" height="10"></rect>`;
  });
  return html`<div class="grades"><svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<ul class="legend">${counts.map(({ grade, count }) => html`<li><span class="chip ${grade}"><b>${count}</b> ${t(`grade.${grade}`)}</span>${t(`grade.${grade}.why`)}</li>`)}</ul></div>`;
}
