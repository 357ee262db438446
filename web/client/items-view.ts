/** @module The list at the side: findings worst first, doubtful figures, reviewed figures. */
import type { EvidencePlace, Overview, Place, ReviewedPlace } from '../answers.js';
import { type Child, chip, h, language, t } from './dom.js';

export const LISTS = ['findings', 'doubtful', 'reviewed'] as const;
export type List = (typeof LISTS)[number];

export interface ItemsView {
  readonly element: HTMLElement;
  readonly list: List;
  /** @param name the list that is shown; without it the same anew */
  show(name?: List): void;
  choose(index: number): void;
  step(by: 1 | -1): void;
}

/** @param on choose: the places that the chosen item rests on */
export function createItemsView(
  overview: Overview,
  on: { choose(places: readonly EvidencePlace[]): void },
): ItemsView {
  let current: List =
    overview.findings.length > 0 ? 'findings' : overview.doubtful.length > 0 ? 'doubtful' : 'findings';
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
  const tablist = h('div.tabs', { role: 'tablist', 'aria-label': t('doc.list_label') }, tabs);
  const panel = h(
    'div.panel',
    { id: 'items-panel', role: 'tabpanel', tabindex: '0', 'aria-labelledby': `tab-${current}` },
    list,
  );
  const element = h('section.rail', { 'aria-label': t('doc.list_label') }, tablist, panel);

  const value = (place: { value: string | null }): string => place.value ?? t('doc.no_value');
  const finding = (item: Overview['findings'][number]): Child[] => [
    h(
      'span.line',
      {},
      chip(item.severity, t(`severity.${item.severity}`)),
      h('span.muted', {}, t('field.page', { page: item.evidence[0]?.page ?? '' })),
    ),
    h('span.text', {}, language === 'zh' ? item.message : item.message_en),
    h('span.mono.muted', {}, item.rule),
  ];
  const figure = (item: Place): Child[] => [
    h('span.line', {}, h('b.number', {}, value(item)), h('span.muted', {}, t('field.page', { page: item.page }))),
    h('span.text', {}, `${item.label} · ${item.column}`),
  ];
  const reviewed = (item: ReviewedPlace): Child[] => [
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
  const DRAW: Readonly<Record<List, () => Child[][]>> = {
    findings: () => overview.findings.map(finding),
    doubtful: () => overview.doubtful.map(figure),
    reviewed: () => overview.reviewed.map(reviewed),
  };
  const placeOf = ({ id, page, boxes }: Place): EvidencePlace[] => [{ fact_id: id, page, boxes }];
  const PLACES: Readonly<Record<List, (i: number) => readonly EvidencePlace[]>> = {
    findings: (i) => overview.findings[i]?.evidence ?? [],
    doubtful: (i) => overview.doubtful.slice(i, i + 1).flatMap(placeOf),
    reviewed: (i) => overview.reviewed.slice(i, i + 1).flatMap(placeOf),
  };

  const view: ItemsView = {
    element,
    get list() {
      return current;
    },
    show(name = current) {
      if (name !== current) index = -1;
      current = name;
      tabs.forEach((tab, i) => {
        const key = LISTS[i] as List;
        const chosen = key === current;
        tab.replaceChildren(`${t(`doc.${key}`)} `, h('span.count', {}, String(overview[key].length)));
        tab.setAttribute('aria-selected', String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
      });
      panel.setAttribute('aria-labelledby', `tab-${current}`);
      list.replaceChildren(
        ...DRAW[current]().map((drawn, i) =>
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
              drawn,
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
      list.children[i]?.firstElementChild?.scrollIntoView({ block: 'nearest' });
      on.choose(PLACES[current](i));
    },
    step: (by) => view.choose(index < 0 ? (by > 0 ? 0 : overview[current].length - 1) : index + by),
  };
  tablist.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = (LISTS.indexOf(current) + by + LISTS.length) % LISTS.length;
    view.show(LISTS[next]);
    tabs[next]?.focus();
  });
  view.show();
  return view;
}
