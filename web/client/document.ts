/** @module The document view: list of findings, page picture and tables kept together; keyboard first. */
import type { EvidencePlace, Overview, PageContent, ShownFact, ShownReview } from '../answers.js';
import { documentTitle, headingOf } from './document-title.js';
import { getJson, h, messageOf, place, t } from './dom.js';
import { createFigureView } from './figure-view.js';
import { showHelp } from './help.js';
import { createItemsView, LISTS } from './items-view.js';
import { createPageView, type PlacedCell } from './page-view.js';
import { createReviewDialog } from './review-dialog.js';
import { cellId, createTableView, type ShownPage } from './table-view.js';
import { append } from '../../pipeline/domain/extremes.js';

const app = place();
const id = app.dataset.document ?? '';
const state: {
  page: number;
  /** Id of a cell or of a figure of the prose. */
  chosen: string | null;
  evidence: { places: readonly EvidencePlace[]; at: number } | null;
  /** Pages asked for so far: an answer to an earlier one comes too late. */
  turn: number;
} = { page: 0, chosen: null, evidence: null, turn: 0 };
const facts = new Map<string, ShownFact>();
let known = new Set<string>();

const overview = await getJson<Overview>(`/api/documents/${id}`).catch((error: unknown) => {
  app.append(h('p.note', { role: 'alert' }, messageOf(error)));
  throw error;
});
const { document: meta } = overview;
document.title = `${headingOf(overview)} · gongkai`;

const hover = (cell: string | null): void => {
  pageView.mark(cell, 'hovered');
  tableView.mark(cell, 'hovered');
};
const pageView = createPageView(id, { hover, choose: (cell) => choose(cell) });
const tableView = createTableView({ hover, choose: (cell) => choose(cell) });
const figureView = createFigureView({ confirm: () => review('confirmed'), edit: () => review('corrected') });
const dialog = createReviewDialog(id, { saved });
const items = createItemsView(overview, { choose: jump });

const number = h('input.number', {
  type: 'text',
  inputmode: 'numeric',
  size: '3',
  'aria-label': t('doc.page_label'),
  onchange: () => go(Number(number.value)),
});
const button = (label: string, key: string, symbol: string, onclick: () => void): HTMLElement =>
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

app.append(
  documentTitle(overview),
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
async function go(page: number, then: () => void = () => {}): Promise<void> {
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
    text_source: 'none' as const,
    reason: null,
  };
  pageNote.textContent = about.text_source === 'text_layer' ? '' : t(`source.${about.text_source}`);
  pageNote.title = about.reason ?? '';
  pageView.showPage(about);
  figureView.show(null, false);
  remember();
  const content = await getJson<PageContent>(`/api/documents/${id}/pages/${target}`).catch(
    (error: unknown): ShownPage => ({ tables: [], facts: [], narrative: [], error: messageOf(error) }),
  );
  if (turn !== state.turn) return;
  facts.clear();
  for (const fact of content.facts) facts.set(fact.id, fact);
  const cells: PlacedCell[] = content.tables.flatMap((table) =>
    table.cells.map((cell) => ({
      id: cellId(table, cell),
      page: cell.page,
      boxes: cell.boxes,
      grade: facts.get(cellId(table, cell))?.grade,
    })),
  );
  append(
    cells,
    content.narrative.map(({ id: figure, boxes }) => ({ id: figure, page: target, boxes })),
  );
  known = new Set(cells.map((cell) => cell.id));
  tableView.show(content, facts);
  pageView.showCells(cells, target);
  showEvidence();
  then();
}

function choose(cell: string | null): void {
  state.chosen = cell !== null && known.has(cell) ? cell : null;
  const fact = state.chosen === null ? undefined : facts.get(state.chosen);
  // Before the table scrolls: the figure's panel takes room from it.
  figureView.show(fact ?? null, state.chosen !== null);
  pageView.mark(state.chosen, 'chosen');
  tableView.mark(state.chosen, 'chosen', { scroll: true });
  remember();
}

function jump(places: readonly EvidencePlace[]): void {
  state.evidence = { places, at: 0 };
  showPlace();
}

/** The next place that a finding rests on; after the last the first again. */
function nextEvidence(): void {
  if (!state.evidence) return;
  state.evidence.at = (state.evidence.at + 1) % state.evidence.places.length;
  showPlace();
}

function showPlace(): void {
  const current = state.evidence?.places[state.evidence.at];
  if (!current) return;
  const { fact_id: fact, cell, page } = current;
  void go(page, () => {
    choose(fact ?? (cell ? cellId({ id: cell.table_id }, cell) : null));
    showEvidence();
  });
}

function showEvidence(): void {
  if (!state.evidence) return;
  const { places, at } = state.evidence;
  pageView.showEvidence(
    places.map((place, i) => ({ ...place, current: i === at })).filter(({ page }) => page === state.page),
  );
}

function review(decision: ShownReview['decision']): void {
  const fact = facts.get(state.chosen ?? '');
  if (fact) dialog.open(fact, decision);
}

function saved(fact: ShownFact, saidBy: ShownReview): void {
  fact.review = saidBy;
  tableView.update(fact.id, fact);
  figureView.show(fact, true);
  tableView.mark(state.chosen, 'chosen', { scroll: true });
  const reviewed = {
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
  if (at < 0) overview.reviewed.push(reviewed);
  else overview.reviewed[at] = reviewed;
  items.show();
  announce.textContent = t('edit.saved');
  setTimeout(() => {
    announce.textContent = '';
  }, 2500);
}

function toggleZoom(): void {
  const on = zoom.getAttribute('aria-pressed') !== 'true';
  zoom.setAttribute('aria-pressed', String(on));
  pageView.setZoom(on ? 2 : 1);
}

/** The address names page and figure, so that it can be passed on. */
function remember(): void {
  const place = { page: String(state.page), ...(state.chosen ? { cell: state.chosen } : {}) };
  history.replaceState(null, '', `#${new URLSearchParams(place)}`);
}

const KEYS: Readonly<Record<string, () => void>> = {
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
  if (event.target instanceof Element && event.target.matches('input, textarea, select')) return;
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

const asked = new URLSearchParams(location.hash.slice(1));
if (asked.has('page')) void go(Number(asked.get('page')), () => choose(asked.get('cell')));
else if (overview.findings.length + overview.doubtful.length > 0) items.step(1);
else void go(overview.tables[0]?.pages[0] ?? 1);
