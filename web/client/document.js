/** @module The document view: list of findings, page picture and tables kept together; keyboard first. */
import { chip, getJson, h, language, t } from './dom.js';
import { createFigureView } from './figure-view.js';
import { showHelp } from './help.js';
import { createItemsView, LISTS } from './items-view.js';
import { createPageView } from './page-view.js';
import { createReviewDialog } from './review-dialog.js';
import { cellId, createTableView } from './table-view.js';

const app = document.getElementById('app');
const id = app.dataset.document;
const state = { page: 0, chosen: null, evidence: null, turn: 0 };
const facts = new Map();
let known = new Set();

const overview = await getJson(`/api/documents/${id}`).catch((error) => {
  app.append(h('p.note', { role: 'alert' }, error.message));
  throw error;
});
const { document: meta } = overview;
const heading = meta.entity.name ?? meta.title ?? overview.file_name;
document.title = `${heading} · gongkai`;

const hover = (cell) => {
  pageView.mark(cell, 'hovered');
  tableView.mark(cell, 'hovered');
};
const pageView = createPageView(id, { hover, choose: (cell) => choose(cell) });
const tableView = createTableView({ hover, choose: (cell) => choose(cell) });
const figureView = createFigureView({ confirm: () => review('confirmed'), edit: () => review('corrected') });
const dialog = createReviewDialog(id, { saved });
const items = createItemsView(overview, { choose: ({ list, item }) => jump(list, item) });

const number = h('input.number', {
  type: 'text',
  inputmode: 'numeric',
  size: '3',
  'aria-label': t('doc.page_label'),
  onchange: () => go(Number(number.value)),
});
const button = (label, key, symbol, onclick) =>
  h(
    'button.quiet.icon',
    { type: 'button', 'aria-label': label, title: `${label} (${key})`, 'aria-keyshortcuts': key, onclick },
    symbol,
  );
const zoom = h(
  'button.quiet.icon',
  {
    type: 'button',
    'aria-pressed': 'false',
    'aria-label': t('doc.zoom'),
    title: `${t('doc.zoom')} (z)`,
    'aria-keyshortcuts': 'z',
    onclick: toggleZoom,
  },
  '⤢',
);
const pageNote = h('span.muted.page-note');
const announce = h('p.toast', { role: 'status' });
const severities = ['error', 'warning', 'info']
  .map((severity) => [severity, overview.findings.filter((finding) => finding.severity === severity).length])
  .filter(([, count]) => count > 0);

app.append(
  h(
    'div.title',
    {},
    h('h1', {}, heading),
    h(
      'p.chips',
      {},
      chip('', t(`kind.${meta.kind}`)),
      meta.fiscal_year ? chip('', String(meta.fiscal_year)) : null,
      meta.scope ? chip('', t(`scope.${meta.scope}`)) : null,
      meta.entity.division_name ? chip('', meta.entity.division_name) : null,
      meta.status === 'partial' ? chip('partial', t('status.partial')) : null,
      severities.map(([severity, count]) => chip(severity, h('b', {}, String(count)), t(`severity.${severity}s`))),
      h('span.muted.small', {}, overview.file_name),
    ),
    h('a.report', { href: `/api/documents/${id}/report?lang=${language}`, download: '' }, t('doc.report')),
    h(
      'button.quiet.help',
      { type: 'button', 'aria-keyshortcuts': '?', onclick: showHelp },
      t('doc.help'),
      h('kbd', {}, '?'),
    ),
  ),
  h(
    'div.panes',
    {},
    items.element,
    h(
      'section.page',
      { 'aria-label': t('doc.page') },
      h(
        'div.tools',
        {},
        button(t('doc.previous'), 'p', '‹', () => go(state.page - 1)),
        h('label', {}, h('span', {}, t('doc.page')), number),
        h('span.muted', {}, t('doc.of', { count: meta.page_count })),
        button(t('doc.next'), 'n', '›', () => go(state.page + 1)),
        pageNote,
        zoom,
      ),
      h('div.canvas', { tabindex: '0', role: 'group', 'aria-label': t('doc.page') }, pageView.element),
    ),
    h(
      'section.read',
      { 'aria-label': t('report.tables') },
      h('div.flow', { tabindex: '0', role: 'group', 'aria-label': t('report.tables') }, tableView.element),
      figureView.element,
    ),
  ),
  announce,
);

/** @param then called when the tables of the page stand there; not when another page was asked for meanwhile */
async function go(page, then = () => {}) {
  const target = Math.min(meta.page_count, Math.max(1, Math.trunc(page) || 1));
  number.value = String(target);
  if (target === state.page) return then();
  const turn = ++state.turn;
  state.page = target;
  state.chosen = null;
  const about = overview.pages.find((each) => each.number === target) ?? {
    number: target,
    width: 595,
    height: 842,
    text_source: 'none',
    reason: null,
  };
  pageNote.textContent = about.text_source === 'text_layer' ? '' : t(`source.${about.text_source}`);
  pageNote.title = about.reason ?? '';
  pageView.showPage(about);
  figureView.show(null, false);
  remember();
  const content = await getJson(`/api/documents/${id}/pages/${target}`).catch((error) => ({
    tables: [],
    facts: [],
    narrative: [],
    error: error.message,
  }));
  if (turn !== state.turn) return;
  facts.clear();
  for (const fact of content.facts) facts.set(fact.id, fact);
  const cells = content.tables.flatMap((table) =>
    table.cells.map((cell) => ({
      id: cellId(table, cell),
      page: cell.page,
      boxes: cell.boxes,
      grade: facts.get(cellId(table, cell))?.grade,
    })),
  );
  cells.push(...content.narrative.map(({ id: figure, boxes }) => ({ id: figure, page: target, boxes })));
  known = new Set(cells.map((cell) => cell.id));
  tableView.show(content, facts);
  pageView.showCells(cells, target);
  showEvidence();
  then();
}

function choose(cell) {
  state.chosen = known.has(cell) ? cell : null;
  // Before the table scrolls: the figure's panel takes room from it.
  figureView.show(facts.get(state.chosen) ?? null, state.chosen !== null);
  pageView.mark(state.chosen, 'chosen');
  tableView.mark(state.chosen, 'chosen', { scroll: true });
  remember();
}

function jump(list, item) {
  state.evidence =
    list === 'findings'
      ? { places: item.evidence, at: 0 }
      : { places: [{ fact_id: item.id, page: item.page, boxes: item.boxes }], at: 0 };
  showPlace();
}

/** The next place that a finding rests on; after the last the first again. */
function nextEvidence() {
  if (!state.evidence) return;
  state.evidence.at = (state.evidence.at + 1) % state.evidence.places.length;
  showPlace();
}

function showPlace() {
  const { places, at } = state.evidence;
  const { fact_id: fact, cell, page } = places[at];
  void go(page, () => {
    choose(fact ?? (cell ? `${cell.table_id}-r${cell.row}c${cell.column}` : null));
    showEvidence();
  });
}

function showEvidence() {
  if (!state.evidence) return;
  const { places, at } = state.evidence;
  pageView.showEvidence(
    places.map((place, i) => ({ ...place, current: i === at })).filter(({ page }) => page === state.page),
  );
}

function review(decision) {
  const fact = facts.get(state.chosen);
  if (fact) dialog.open(fact, decision);
}

function saved(fact, saidBy) {
  fact.review = saidBy;
  tableView.update(fact.id, fact);
  figureView.show(fact, true);
  tableView.mark(state.chosen, 'chosen', { scroll: true });
  const place = {
    id: fact.id,
    page: fact.page,
    boxes: fact.boxes,
    label: fact.row_label,
    column: fact.column_label,
    value: fact.value,
    grade: fact.grade,
    review: saidBy,
  };
  const at = overview.reviewed.findIndex((each) => each.id === fact.id);
  if (at < 0) overview.reviewed.push(place);
  else overview.reviewed[at] = place;
  items.show();
  announce.textContent = t('edit.saved');
  setTimeout(() => {
    announce.textContent = '';
  }, 2500);
}

function toggleZoom() {
  const on = zoom.getAttribute('aria-pressed') !== 'true';
  zoom.setAttribute('aria-pressed', String(on));
  pageView.setZoom(on ? 2 : 1);
}

/** The address names page and figure, so that it can be passed on. */
function remember() {
  history.replaceState(
    null,
    '',
    `#${new URLSearchParams({ page: state.page, ...(state.chosen ? { cell: state.chosen } : {}) })}`,
  );
}

const KEYS = {
  j: () => items.step(1),
  k: () => items.step(-1),
  n: () => go(state.page + 1),
  p: () => go(state.page - 1),
  v: nextEvidence,
  z: toggleZoom,
  c: () => review('confirmed'),
  e: () => review('corrected'),
  '?': showHelp,
  1: () => items.show(LISTS[0]),
  2: () => items.show(LISTS[1]),
  3: () => items.show(LISTS[2]),
};
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]'))
    return;
  if (event.target.matches?.('input, textarea, select')) return;
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

const asked = new URLSearchParams(location.hash.slice(1));
if (asked.has('page')) void go(Number(asked.get('page')), () => choose(asked.get('cell')));
else if (overview.findings.length + overview.doubtful.length > 0) items.step(1);
else void go(overview.tables[0]?.pages[0] ?? 1);
