/** @module The picture of a page with the boxes of its cells and of the evidence laid over it. */
import type { ErrorAnswer, EvidencePlace, Overview } from '../answers.js';
import type { Box, Grade } from '../../schemas/index.js';
import { type Attributes, h, messageOf, t } from './dom.js';

/** What both views report: the cell under the pointer, the cell that was chosen. */
export interface CellEvents {
  hover(cell: string | null): void;
  choose(cell: string): void;
}

export interface PlacedCell {
  id: string;
  page: number;
  boxes: readonly Box[];
  grade?: Grade | undefined;
}

export interface PageView {
  readonly element: HTMLElement;
  /** Width and height in points, as displayed. */
  showPage(page: Pick<Overview['pages'][number], 'number' | 'width' | 'height'>): void;
  showCells(cells: readonly PlacedCell[], page: number): void;
  /** Outlines that stay until the next: what a finding rests on. */
  showEvidence(places: readonly (EvidencePlace & { current: boolean })[]): void;
  mark(cell: string | null, name: string): void;
  setZoom(factor: number): void;
}

export function createPageView(documentId: string, on: CellEvents): PageView {
  const picture = h('img', { alt: '', draggable: 'false' });
  const boxes = h('svg.boxes', { 'aria-hidden': 'true' });
  const failed = h('p.picture-failed', { hidden: true, role: 'alert' });
  const sheet = h('div.sheet', {}, picture, boxes, failed);
  const byCell = new Map<string, SVGRectElement[]>();
  let zoom = 1;
  let number = 0;
  const load = (): void => {
    const dpi = devicePixelRatio > 1.5 || zoom > 1 ? 216 : 144;
    picture.src = `/api/documents/${documentId}/pages/${number}/picture?dpi=${dpi}`;
  };

  const cellAt = ({ target }: Event): string | null =>
    target instanceof SVGElement ? (target.dataset.cell ?? null) : null;
  boxes.addEventListener('pointerover', (event) => on.hover(cellAt(event)));
  boxes.addEventListener('pointerleave', () => on.hover(null));
  boxes.addEventListener('click', (event) => {
    const cell = cellAt(event);
    if (cell) on.choose(cell);
  });
  picture.addEventListener('load', () => {
    sheet.classList.remove('loading');
    failed.hidden = true;
  });
  picture.addEventListener('error', async () => {
    sheet.classList.remove('loading');
    if (!picture.getAttribute('src')) return;
    const why = await fetch(picture.src)
      .then((answer): Promise<ErrorAnswer> => answer.json())
      .then(({ error }) => error, messageOf);
    failed.textContent = t('doc.picture_failed', { why });
    failed.hidden = false;
  });

  const rect = ([x0, y0, x1, y1]: Box, attributes: Attributes): SVGRectElement =>
    h('rect', { x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0), ...attributes });

  return {
    element: sheet,
    showPage(page) {
      sheet.classList.add('loading');
      sheet.style.setProperty('--ratio', `${page.width} / ${page.height}`);
      boxes.setAttribute('viewBox', `0 0 ${page.width} ${page.height}`);
      picture.alt = t('doc.picture', { page: page.number });
      number = page.number;
      load();
      boxes.replaceChildren();
      byCell.clear();
    },
    showCells(cells, page) {
      boxes.replaceChildren();
      byCell.clear();
      for (const { id, boxes: places, page: on, grade } of cells) {
        if (on !== page) continue;
        const drawn = places.map((box) => rect(box, { class: `cell ${grade ?? ''}`, 'data-cell': id }));
        byCell.set(id, drawn);
        boxes.append(...drawn);
      }
    },
    showEvidence(places) {
      for (const old of boxes.querySelectorAll('.evidence')) old.remove();
      const drawn = places.flatMap(({ boxes: list, current }) =>
        list.map(([x0, y0, x1, y1]) =>
          rect([x0 - 2, y0 - 2, x1 + 2, y1 + 2], { class: `evidence${current ? ' current' : ''}`, rx: 2 }),
        ),
      );
      boxes.append(...drawn);
      (drawn.find((each) => each.classList.contains('current')) ?? drawn[0])?.scrollIntoView({
        block: 'center',
        inline: 'center',
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
      });
    },
    mark(cell, name) {
      for (const old of boxes.querySelectorAll(`.${name}`)) old.classList.remove(name);
      for (const drawn of byCell.get(cell ?? '') ?? []) drawn.classList.add(name);
    },
    setZoom(factor) {
      zoom = factor;
      sheet.style.setProperty('--zoom', String(factor));
      if (number > 0) load();
    },
  };
}
