/** @module A document's overview -> the head of its page: what it is, how many findings, its report, the keys. */
import type { Overview } from '../answers.js';
import { chip, h, language, t } from './dom.js';
import { showHelp } from './help.js';

export const headingOf = ({ document, file_name }: Overview): string =>
  document.entity.name ?? document.title ?? file_name;

export function documentTitle(overview: Overview): HTMLElement {
  const { document: meta } = overview;
  const severities = (['error', 'warning', 'info'] as const)
    .map((severity) => ({
      severity,
      count: overview.findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);
  return h(
    'div.title',
    {},
    h('h1', {}, headingOf(overview)),
    h(
      'p.chips',
      {},
      chip('', t(`kind.${meta.kind}`)),
      meta.fiscal_year ? chip('', String(meta.fiscal_year)) : null,
      meta.scope ? chip('', t(`scope.${meta.scope}`)) : null,
      meta.entity.division_name ? chip('', meta.entity.division_name) : null,
      meta.status === 'partial' ? chip('partial', t('status.partial')) : null,
      severities.map(({ severity, count }) => chip(severity, h('b', {}, String(count)), t(`severity.${severity}s`))),
      h('span.muted.small', {}, overview.file_name),
    ),
    h('a.report', { href: `/api/documents/${meta.id}/report?lang=${language}`, download: '' }, t('doc.report')),
    h(
      'button.quiet.help',
      { type: 'button', 'aria-keyshortcuts': '?', onclick: showHelp },
      t('doc.help'),
      h('kbd', {}, '?'),
    ),
  );
}
