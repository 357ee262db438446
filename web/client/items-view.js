/** @module The list at the side: findings worst first, doubtful figures, reviewed figures. */
import { chip, h, language, t } from './dom.js';

export const LISTS = ['findings', 'doubtful', 'reviewed'];

/** @param on choose(item): { list, index } */
export function createItemsView(overview, on) {
  let current = overview.findings.length > 0 ? 'findings' : overview.doubtful.length > 0 ? 'doubtful' : 'findings';
  let index = -1;
  const list = h('ol.items', { id: 'items', 'aria-label': t('doc.list_label') });
  const tabs = LISTS.map((name) =>
    h('button', {
      type: 'button',
      id: `tab-${name}`,
      role: 'tab',
      'aria-controls': 'items-panel',
      onclick: () => view.show(name),
    }),
  );
  const element = h(
    'section.rail',
    { 'aria-label': t('doc.list_label') },
    h('div.tabs', { role: 'tablist', 'aria-label': t('doc.list_label') }, tabs),
    h('div.panel', { id: 'items-panel', role: 'tabpanel', tabindex: '0', 'aria-labelledby': `tab-${current}` }, list),
  );

  const value = (place) => place.value ?? t('doc.no_value');
  const finding = (item) => [
    h(
      'span.line',
      {},
      chip(item.severity, t(`severity.${item.severity}`)),
      h('span.muted', {}, t('field.page', { page: item.evidence[0].page })),
    ),
    h('span.text', {}, language === 'zh' ? item.message : item.message_en),
    h('span.mono.muted', {}, item.rule),
  ];
  const figure = (item) => [
    h('span.line', {}, h('b.number', {}, value(item)), h('span.muted', {}, t('field.page', { page: item.page }))),
    h('span.text', {}, `${item.label} · ${item.column}`),
  ];
  const reviewed = (item) => [
    h(
      'span.line',
      {},
      chip(item.review.decision, t(`review.${item.review.decision}`)),
      h(
        'b.number',
        {},
        item.review.decision === 'corrected' ? `${value(item)} → ${value(item.review.new)}` : value(item),
      ),
    ),
    h('span.text', {}, `${item.label} · ${item.column}`),
    h(
      'span.muted',
      {},
      `${item.review.reviewer} · ${new Date(item.review.at).toLocaleString()}`,
      item.review.stale ? ` · ${t('review.stale')}` : '',
    ),
  ];
  const DRAW = { findings: finding, doubtful: figure, reviewed };

  const view = {
    element,
    get list() {
      return current;
    },
    show(name = current) {
      if (name !== current) index = -1;
      current = name;
      tabs.forEach((tab, i) => {
        const [key, chosen] = [LISTS[i], LISTS[i] === current];
        tab.replaceChildren(`${t(`doc.${key}`)} `, h('span.count', {}, String(overview[key].length)));
        tab.setAttribute('aria-selected', String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
      });
      element.querySelector('[role=tabpanel]').setAttribute('aria-labelledby', `tab-${current}`);
      list.replaceChildren(
        ...overview[current].map((item, i) =>
          h(
            'li',
            {},
            h(
              'button',
              {
                type: 'button',
                class: i === index ? 'current' : '',
                'aria-current': i === index ? 'true' : null,
                onclick: () => view.choose(i),
              },
              DRAW[current](item),
            ),
          ),
        ),
      );
      if (overview[current].length === 0) list.replaceChildren(h('li.empty.muted', {}, t(`doc.no_${current}`)));
    },
    choose(i) {
      if (i < 0 || i >= overview[current].length) return;
      index = i;
      view.show();
      const button = list.children[i].firstElementChild;
      button.scrollIntoView({ block: 'nearest' });
      on.choose({ list: current, item: overview[current][i] });
    },
    step: (by) => view.choose(index < 0 ? (by > 0 ? 0 : overview[current].length - 1) : index + by),
  };
  element.querySelector('[role=tablist]').addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = (LISTS.indexOf(current) + by + LISTS.length) % LISTS.length;
    view.show(LISTS[next]);
    tabs[next].focus();
  });
  view.show();
  return view;
}
