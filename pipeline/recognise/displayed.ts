/**
 * @module A document whose scanned pages were read upright -> its boxes on the pages as displayed. Every box keeps
 * its size and moves with its centre: on a page that leans by a degree a cell's corners are then right within a point
 * or two, while a box around the turned cell would grow with the cell's width.
 */
import type { Fact, NarrativeFigure, Anomaly, Page, Table } from '../../schemas/index.js';
import { type Box, type ContentBox, centreOf, type DisplayedBox, hundredths } from '../geometry.js';
import type { PageContent, UprightFrame } from '../model.js';

export interface Placed {
  pages: Page[];
  tables: Table[];
  facts: Fact[];
  narrative: NarrativeFigure[];
  anomalies: Anomaly[];
}

/** @param contents the pages as the later stages saw them; those without an upright frame are left alone */
export function toDisplayedPages<D extends Placed>(document: D, contents: readonly PageContent[]): D {
  const frames = new Map<number, UprightFrame>();
  for (const c of contents) if (c.upright) frames.set(c.number, c.upright);
  if (frames.size === 0) return document;
  const move = (boxes: ContentBox[], page: number): DisplayedBox[] =>
    boxes.map((box, i) => {
      // A cell that runs over a page break has one box a page, in their order.
      const frame = frames.get(page + i) && boxes.length > 1 ? frames.get(page + i) : frames.get(page);
      // Without a frame of its own the content stands on the page as it is displayed.
      return frame ? displayedBox(box, frame) : (box as Box);
    });
  const moved = <T extends { boxes: Box[]; page: number }>(at: T): T => ({ ...at, boxes: move(at.boxes, at.page) });
  return {
    ...document,
    pages: document.pages.map((page) => {
      const frame = frames.get(page.number);
      return frame ? { ...page, width: frame.width, height: frame.height } : page;
    }),
    tables: document.tables.map((table) => ({
      ...table,
      cells: table.cells.map(moved),
      unit_evidence: table.unit_evidence && moved(table.unit_evidence),
    })),
    facts: document.facts.map(moved),
    narrative: document.narrative.map(moved),
    anomalies: document.anomalies.map((anomaly) => ({ ...anomaly, evidence: anomaly.evidence.map(moved) })),
  };
}

/**
 * The box of the same size around the place where its centre is displayed; turned with the page when the page lay on
 * its side.
 */
export function displayedBox(box: ContentBox, { matrix: m, width, height }: UprightFrame): DisplayedBox {
  const [x, y] = centreOf(box);
  const cx = m[0] * x + m[2] * y + m[4],
    cy = m[1] * x + m[3] * y + m[5];
  const sideways = Math.abs(m[1]) > Math.abs(m[0]);
  const w = (sideways ? box[3] - box[1] : box[2] - box[0]) / 2,
    h = (sideways ? box[2] - box[0] : box[3] - box[1]) / 2;
  const within = (v: number, most: number): number => hundredths(Math.max(0, Math.min(most, v)));
  return [within(cx - w, width), within(cy - h, height), within(cx + w, width), within(cy + h, height)];
}
