/**
 * @module The tables of a page as tables: figures by grade, reviewed ones with both values, arrow keys from figure to
 * figure.
 */
import type { PageCell, PageContent, PageTable, ShownFact } from '../answers.js';
import { type Child, chip, fill, h, t } from './dom.js';
import type { CellEvents } from './page-view.js';

/** Facts have the id of their cell. */
export const cellId = (table: { id: string }, { row, column }: { row: number; column: number }): string =>
  `${table.id}-r${row}c${column}`;

/** Rows down, columns to the right. */
type Step = readonly [number, number];
const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export interface TableView {
  readonly element: HTMLElement;
  show(page: ShownPage, facts: ReadonlyMap<string, ShownFact>): void;
  update(id: string, fact: ShownFact): void;
  mark(id: string | null, name: string, options?: { scroll?: boolean }): void;
}

/** error: why the content of the page could not be had. */
export type ShownPage = Pick<PageContent, 'tables' | 'narrative' | 'facts'> & { error?: string };

export function createTableView(on: CellEvents): TableView {
  const element = h('div.tables');
  const cells = new Map<string, { drawn: HTMLElement; cell: PageCell | null }>();
  const cellAt = ({ target }: Event, selector = '[data-cell]'): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>(selector) : null;
  element.addEventListener('pointerover', (event) => on.hover(cellAt(event)?.dataset.cell ?? null));
  element.addEventListener('pointerleave', () => on.hover(null));
  element.addEventListener('click', (event) => {
    const cell = cellAt(event)?.dataset.cell;
    if (cell) on.choose(cell);
  });
  element.addEventListener('keydown', (event) => {
    const cell = cellAt(event, 'td[data-cell]');
    if (!cell) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      on.choose(cell.dataset.cell as string);
    }
    const step = STEPS[event.key];
    const next = step && neighbour(cell, step);
    if (next) {
      event.preventDefault();
      on.choose(next.dataset.cell as string);
      next.focus();
    }
  });

  /** The nearest figure in that direction; along the row or down the column. */
  function neighbour(figure: HTMLElement, [down, right]: Step): HTMLElement | null {
    const at = cells.get(figure.dataset.cell ?? '')?.cell;
    if (!at) return null;
    const figures = figure.closest('table')?.querySelectorAll<HTMLElement>('td.figure[data-cell]') ?? [];
    const ahead = [...figures].flatMap((each) => {
      const cell = cells.get(each.dataset.cell ?? '')?.cell;
      if (!cell) return [];
      const [below, beside] = [cell.row - at.row, cell.column - at.column];
      const isAhead = down !== 0 ? beside === 0 && below * down > 0 : below === 0 && beside * right > 0;
      return isAhead ? [{ each, distance: Math.abs(below) + Math.abs(beside) }] : [];
    });
    return ahead.sort((a, b) => a.distance - b.distance)[0]?.each ?? null;
  }

  function content(cell: PageCell, fact: ShownFact | undefined): Child[] {
    if (fact?.review?.decision !== 'corrected') return [cell.text];
    return [h('del', {}, cell.text), h('ins', {}, fact.review.new.value ?? t('doc.no_value'))];
  }

  /** Chinese breaks between any two characters: without a least width a label would stand one character a line. */
  const long = (cell: PageCell): string => (cell.text.length > 5 ? ' long' : '');

  function draw(table: PageTable, cell: PageCell, fact: ShownFact | undefined): HTMLElement {
    const id = cellId(table, cell);
    const spans = {
      rowspan: cell.row_span > 1 ? String(cell.row_span) : null,
      colspan: cell.column_span > 1 ? String(cell.column_span) : null,
    };
    const header = cell.role === 'column_header' || cell.role === 'row_header';
    const drawn = header
      ? h(
          'th',
          {
            ...spans,
            class: `${cell.role}${long(cell)}`,
            scope: cell.role === 'row_header' ? 'row' : 'col',
            'data-cell': id,
          },
          cell.text,
        )
      : h(
          'td',
          {
            ...spans,
            class: `${cell.role}${long(cell)}${fact ? ` figure ${fact.grade}${fact.review ? ' reviewed' : ''}` : ''}`,
            'data-cell': id,
            tabindex: fact ? '-1' : null,
            title: fact ? t(`grade.${fact.grade}`) : null,
          },
          content(cell, fact),
        );
    cells.set(id, { drawn, cell });
    return drawn;
  }

  function tableElement(table: PageTable, facts: ReadonlyMap<string, ShownFact>): HTMLElement {
    const rows = new Map<number, PageCell[]>();
    for (const cell of table.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    const head = h('thead');
    const body = h('tbody');
    for (const [number, row] of [...rows].sort(([a], [b]) => a - b)) {
      row.sort((a, b) => a.column - b.column);
      (number < table.header_row_count ? head : body).append(
        h(
          'tr',
          {},
          row.map((cell) => draw(table, cell, facts.get(cellId(table, cell)))),
        ),
      );
    }
    const about = [
      table.printed_number,
      table.unit && `${t('field.unit')} ${table.unit}`,
      table.pages.length > 1 && t('report.pages', { pages: `${table.pages[0]}–${table.pages.at(-1)}` }),
    ]
      .filter(Boolean)
      .join(' · ');
    return h(
      'section.table',
      {},
      h(
        'div.scroll',
        { tabindex: '0', role: 'group', 'aria-label': table.title ?? t('report.untitled') },
        h(
          'table.statement',
          {},
          h(
            'caption',
            {},
            table.title ?? t('report.untitled'),
            ' ',
            chip(table.grade, t(`grade.${table.grade}`)),
            about ? h('span.muted.about', {}, about) : null,
          ),
          head,
          body,
        ),
      ),
      table.notes.map((note) => h('p.muted.small', {}, note)),
    );
  }

  /** What the text of the page states, with the words it was read from. */
  function prose(figures: PageContent['narrative']): HTMLElement {
    const row = (figure: PageContent['narrative'][number]): HTMLElement => {
      const drawn = h(
        'tr',
        { 'data-cell': figure.id },
        h('td', {}, figure.quote, h('span.mono.muted', {}, `${figure.subject} · ${figure.kind}`)),
        h(
          'td.figure',
          {},
          figure.value ?? t('doc.no_value'),
          figure.unit ? h('span.muted', {}, ` ${figure.unit}`) : null,
        ),
      );
      cells.set(figure.id, { drawn, cell: null });
      return drawn;
    };
    return h(
      'section.table',
      {},
      h(
        'table.statement.prose',
        {},
        h('caption', {}, t('doc.prose')),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th.column_header', { scope: 'col' }, t('doc.quote')),
            h('th.column_header', { scope: 'col' }, t('field.value')),
          ),
        ),
        h('tbody', {}, figures.map(row)),
      ),
    );
  }

  return {
    element,
    show({ tables, narrative, error }, facts) {
      cells.clear();
      element.replaceChildren(...tables.map((table) => tableElement(table, facts)));
      if (narrative.length > 0) element.append(prose(narrative));
      if (element.childElementCount === 0)
        element.append(h('p.muted.empty', error ? { role: 'alert' } : {}, error ?? t('doc.no_tables')));
      // One stop for the Tab key; arrows go on from there.
      element.querySelector('td.figure[data-cell]')?.setAttribute('tabindex', '0');
    },
    update(id, fact) {
      const found = cells.get(id);
      if (!found?.cell) return;
      fill(found.drawn, ...content(found.cell, fact));
      found.drawn.classList.toggle('reviewed', fact.review !== null);
    },
    mark(id, name, { scroll = false } = {}) {
      for (const old of element.querySelectorAll(`.${name}`)) old.classList.remove(name);
      const drawn = cells.get(id ?? '')?.drawn;
      drawn?.classList.add(name);
      if (scroll) drawn?.scrollIntoView({ block: 'center', inline: 'nearest' });
    },
  };
}
