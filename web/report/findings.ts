/** @module Findings and doubtful figures -> HTML, each figure beside the piece of the page it was read from. */
import { html } from 'hono/html';
import type { Anomaly, Evidence, Severity } from '../../schemas/index.js';
import { type CutOuts, doubtfulFacts, MOST_DOUBTFUL, placeOf, shownEvidence } from './cut-outs.js';
import type { ReportContext } from './context.js';

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Pieces wider than this take the whole row: shrunk they could not be read. CSS pixels. */
const WIDE = 560;

/** Stable: findings of one severity stay in the order of the document. */
export function worstFirst(anomalies: readonly Anomaly[]): Anomaly[] {
  return [...anomalies].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

export function findingsSection(context: ReportContext, findings: readonly Anomaly[], cuts: CutOuts) {
  const { t } = context;
  return html`<section id="findings"><h2>${t('report.findings')}</h2>
${findings.length === 0 ? html`<p class="muted">${t('report.no_findings')}</p>` : findings.map((finding) => article(context, finding, cuts))}
</section>`;
}

function article({ t, language }: ReportContext, finding: Anomaly, cuts: CutOuts) {
  const shown = shownEvidence(finding);
  const rest = finding.evidence.slice(shown.length);
  const compared = (['reported', 'computed', 'difference'] as const).flatMap((key) =>
    finding[key] === null ? [] : [html`<div><dt>${t(`field.${key}`)}</dt><dd>${finding[key]}</dd></div>`],
  );
  return html`<article class="finding ${finding.severity}">
<header><span class="chip ${finding.severity}">${t(`severity.${finding.severity}`)}</span><span class="mono muted">${finding.rule}</span></header>
<p class="message">${language === 'zh' ? finding.message : finding.message_en}</p>
${compared.length > 0 ? html`<dl class="compare">${compared}</dl>` : ''}
<div class="evidence">${shown.map((evidence) => figure(t, evidence, evidence.quote ?? '', cuts))}</div>
${rest.length > 0 ? html`<p class="muted">${t('report.more_evidence', { count: rest.length, pages: [...new Set(rest.map(({ page }) => page))].join(', ') })}</p>` : ''}
</article>`;
}

function figure(t: ReportContext['t'], place: Pick<Evidence, 'page' | 'boxes'>, quote: string, cuts: CutOuts) {
  const cut = cuts.get(placeOf(place));
  return html`<figure${cut && cut.width > WIDE ? html` class="wide"` : ''}>${cut ? html`<img src="${cut.uri}" width="${cut.width}" height="${cut.height}" alt="${t('report.cut_out', { page: place.page, quote })}">` : html`<span class="muted">${t('report.no_picture')}</span>`}
<figcaption>${t('field.page', { page: place.page })} · <b>${quote}</b></figcaption></figure>`;
}

export function doubtfulSection({ t, document }: ReportContext, cuts: CutOuts) {
  const doubtful = doubtfulFacts(document);
  if (doubtful.length === 0) return '';
  const shown = doubtful.slice(0, MOST_DOUBTFUL);
  return html`<section id="doubtful"><h2>${t('report.doubtful')}</h2>
<div class="evidence">${shown.map((fact) => figure(t, fact, `${fact.row_label} ${fact.column_label} ${fact.value ?? t('doc.no_value')}${fact.repair ? ` (${fact.repair.from} → ${fact.repair.to})` : ''}`, cuts))}</div>
${doubtful.length > shown.length ? html`<p class="muted">${t('report.more_doubtful', { count: doubtful.length - shown.length })}</p>` : ''}
</section>`;
}
