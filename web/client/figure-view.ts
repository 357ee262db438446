/** @module The figure that is chosen: value, print, grade, where it comes from, what reviewers said. */
import type { ShownFact, ShownReview } from '../answers.js';
import { type Child, chip, fill, h, t } from './dom.js';

export interface FigureView {
  readonly element: HTMLElement;
  /** isCell: something is chosen that is no figure. */
  show(fact: ShownFact | null, isCell: boolean): void;
}

export function createFigureView(on: { confirm(): void; edit(): void }): FigureView {
  const element = h('section.selected', { 'aria-label': t('doc.figure'), 'aria-live': 'polite' });
  const row = (label: string, ...value: Child[]): HTMLElement => h('div', {}, h('dt', {}, label), h('dd', {}, value));

  function review({ decision, reviewer, at, reason, new: { value }, stale }: ShownReview): HTMLElement {
    return h(
      'p.said',
      {},
      chip(decision, t(`review.${decision}`)),
      decision === 'corrected' ? h('b.number', {}, value ?? t('doc.no_value')) : null,
      h('span.muted', {}, `${reviewer} · ${new Date(at).toLocaleString()}`),
      reason ? h('span', {}, reason) : null,
      stale ? chip('warning', t('review.stale')) : null,
    );
  }

  return {
    element,
    show(fact, isCell) {
      element.classList.toggle('nothing', !fact);
      if (!fact) {
        fill(element, h('p.muted', {}, t(isCell ? 'doc.not_a_figure' : 'doc.select')));
        return;
      }
      fill(
        element,
        h(
          'div.head',
          {},
          h(
            'div',
            {},
            h(
              'p.where',
              {},
              [...fact.row_path, fact.row_label].join(' › '),
              h('span.muted', {}, ` · ${fact.column_label}`),
            ),
            h(
              'p.amount',
              {},
              h('span.number', {}, fact.value ?? t('doc.no_value')),
              fact.unit ? h('span.muted', {}, ` ${fact.unit}`) : null,
              ' ',
              chip(fact.grade, t(`grade.${fact.grade}`)),
            ),
          ),
          h(
            'div.buttons',
            {},
            h(
              'button.quiet',
              { type: 'button', id: 'confirm', 'aria-keyshortcuts': 'c', onclick: on.confirm },
              t('doc.confirm'),
              h('kbd', {}, 'c'),
            ),
            h(
              'button.quiet',
              { type: 'button', id: 'edit', 'aria-keyshortcuts': 'e', onclick: on.edit },
              t('doc.edit'),
              h('kbd', {}, 'e'),
            ),
          ),
        ),
        ...(fact.review ? [review(fact.review)] : []),
        h(
          'dl.facts',
          {},
          row(t('field.printed'), h('span.printed', {}, fact.raw_text === '' ? t('doc.no_value') : fact.raw_text)),
          row(
            t('field.source'),
            `${t(`source.${fact.source}`)}${fact.source === 'ocr' ? ` · ${Math.round(fact.confidence * 100)} %` : ''}`,
          ),
          row(t('field.grade'), t(`grade.${fact.grade}.why`)),
          ...(fact.repair
            ? [row(t('field.repair'), `${fact.repair.from} → ${fact.repair.to}: ${fact.repair.why}`)]
            : []),
        ),
      );
    },
  };
}
