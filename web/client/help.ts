/** @module The list of keyboard shortcuts, as a dialog. */
import { h, t } from './dom.js';

const KEYS = [
  [['j', 'k'], 'help.next'],
  [['1', '2', '3'], 'help.list'],
  [['v'], 'help.evidence'],
  [['p', 'n'], 'help.pages'],
  [['z'], 'doc.zoom'],
  [['c'], 'help.confirm'],
  [['e'], 'help.edit'],
  [['?'], 'help.help'],
] as const;
let dialog: HTMLDialogElement | null = null;

export function showHelp(): void {
  dialog ??= build();
  dialog.showModal();
}

function build(): HTMLDialogElement {
  const made = h(
    'dialog.help',
    { 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, t('help.title')),
    h(
      'dl',
      {},
      KEYS.map(([keys, word]) =>
        h(
          'div',
          {},
          h(
            'dt',
            {},
            keys.map((key) => h('kbd', {}, key)),
          ),
          h('dd', {}, t(word)),
        ),
      ),
    ),
    h('div.buttons', {}, h('button.primary', { type: 'button', onclick: () => made.close() }, t('help.close'))),
  );
  document.body.append(made);
  return made;
}
