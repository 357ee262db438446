/**
 * @module Confirm or correct a figure: who, the value, why. Saved as an overlay; another's review is never
 * overwritten unseen.
 */
import type { ReviewAnswer, ShownFact, ShownReview } from '../answers.js';
import type { ReviewInput } from '../reviews/record.js';
import { fill, h, messageOf, postJson, t } from './dom.js';

const NAME = 'gongkai.reviewer';
const DECIMAL = /^-?\d+(\.\d+)?$/;

export interface ReviewDialog {
  open(fact: ShownFact, decision: ReviewInput['decision']): void;
}

/** @param on saved: also called with another's review, which then stands in the fact */
export function createReviewDialog(
  documentId: string,
  on: { saved(fact: ShownFact, review: ShownReview): void },
): ReviewDialog {
  const form = h('form', { method: 'dialog' });
  const dialog = h('dialog.review', { 'aria-labelledby': 'review-title' }, form);
  document.body.append(dialog);

  function open(fact: ShownFact, decision: ReviewInput['decision']): void {
    const correcting = decision === 'corrected';
    const field = (label: string, input: HTMLElement): HTMLElement => h('label', {}, h('span', {}, label), input);
    const value = h('input', {
      name: 'value',
      inputmode: 'decimal',
      autocomplete: 'off',
      value: fact.review?.new.value ?? fact.value ?? '',
    });
    const reviewer = h('input', {
      name: 'reviewer',
      required: true,
      maxlength: '80',
      autocomplete: 'name',
      value: localStorage.getItem(NAME) ?? '',
    });
    const reason = h('textarea', { name: 'reason', rows: '2', maxlength: '2000', required: correcting });
    const problem = h('p.problem', { role: 'alert', hidden: true });
    const save = h('button.primary', { type: 'submit' }, correcting ? t('edit.save') : t('doc.confirm'));
    const say = (text: string): void => {
      problem.textContent = text;
      problem.hidden = false;
    };

    fill(
      form,
      h('h2', { id: 'review-title' }, t(correcting ? 'edit.title' : 'edit.confirm_title')),
      h('p.muted', {}, `${fact.row_label} · ${fact.column_label}`),
      h(
        'p.value',
        {},
        h('span.muted', {}, `${t('doc.original')} `),
        h('b.number', {}, fact.value ?? t('doc.no_value')),
        fact.unit ? h('span.muted', {}, ` ${fact.unit}`) : null,
      ),
      correcting ? field(t('edit.new_value'), value) : null,
      field(t(correcting ? 'edit.reason' : 'edit.reason_optional'), reason),
      field(t('edit.reviewer'), reviewer),
      problem,
      h(
        'div.buttons',
        {},
        h('button.quiet', { type: 'button', onclick: () => dialog.close() }, t('edit.cancel')),
        save,
      ),
    );

    form.onsubmit = async (event) => {
      event.preventDefault();
      // Grouping is what people type; it is not part of the number.
      const typed = value.value.replaceAll(/[,，\s]/g, '');
      if (correcting && typed !== '' && !DECIMAL.test(typed)) {
        say(t('edit.not_decimal'));
        value.focus();
        return;
      }
      localStorage.setItem(NAME, reviewer.value.trim());
      save.disabled = true;
      try {
        const said: ReviewInput = {
          decision,
          reviewer: reviewer.value.trim(),
          reason: reason.value.trim() || null,
          seen: fact.review?.revision ?? 0,
          ...(correcting ? { value: typed === '' ? null : typed } : {}),
        };
        const { status, body } = await postJson<ReviewAnswer>(
          `/api/documents/${documentId}/reviews/${fact.id}`,
          said,
        );
        if (status === 200 && body.review) {
          on.saved(fact, body.review);
          dialog.close();
        } else if (status === 409 && body.review) {
          on.saved(fact, body.review);
          say(t('edit.conflict', { who: body.review.reviewer }));
        } else say(t('edit.failed', { why: body.error ?? `HTTP ${status}` }));
      } catch (error) {
        say(t('edit.failed', { why: messageOf(error) }));
      } finally {
        save.disabled = false;
      }
    };
    // Enter in the reason saves as it does in the other fields; a new line is Shift+Enter.
    reason.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    dialog.showModal();
    if (correcting) {
      value.focus();
      value.select();
    } else (reviewer.value === '' ? reviewer : save).focus();
  }
  return { open };
}
