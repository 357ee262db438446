/**
 * @module A document whose scanned pages were read upright -> its boxes on the pages as displayed. Changes its input.
 * Every box keeps its size and moves with its centre: on a page that leans by a degree a cell's corners are then right within a point or two,
 * while a box around the turned cell would grow with the cell's width.
 */
import type { Box, Cell, Fact, NarrativeFigure, Anomaly, Page, Table } from '../../schemas/index.js';
import type { PageContent, UprightFrame } from '../model.js';

export interface Placed {
  pages: Page[];
  tables: Table[];
  facts: Fact[];
  narrative: NarrativeFigure[];
  anomalies: Anomaly[];
}

/** @param contents the pages as the later stages saw them; those without an upright frame are left alone */
export function toDisplayedPages(document: Placed, contents: readonly PageContent[]): void {
  const frames = new Map<number, UprightFrame>();
  for (const c of contents) if (c.upright) frames.set(c.number, c.upright);
  if (frames.size === 0) return;
  // Evidence shares the arrays of its facts and cells: each is moved once.
  const moved = new Map<Box[], Box[]>();
  const move = (boxes: Box[], page: number): Box[] => {
    const known = moved.get(boxes);
    if (known) return known;
    const out = boxes.map((box, i) => {
      // A cell that runs over a page break has one box a page, in their order.
      const frame = frames.get(page + i) && boxes.length > 1 ? frames.get(page + i) : frames.get(page);
      return frame ? displayedBox(box, frame) : box;
    });
    moved.set(boxes, out);
    return out;
  };
  for (const page of document.pages) {
    const frame = frames.get(page.number);
    if (frame) {
      page.width = frame.width;
      page.height = frame.height;
    }
  }
  for (const table of document.tables) {
    for (const cell of table.cells as Cell[]) cell.boxes = move(cell.boxes, cell.page);
    if (table.unit_evidence) table.unit_evidence.boxes = move(table.unit_evidence.boxes, table.unit_evidence.page);
  }
  for (const fact of document.facts) fact.boxes = move(fact.boxes, fact.page);
  for (const figure of document.narrative) figure.boxes = move(figure.boxes, figure.page);
  for (const anomaly of document.anomalies)
    for (const evidence of anomaly.evidence) evidence.boxes = move(evidence.boxes, evidence.page);
}

/** The box of the same size around the place where its centre is displayed; turned with the page when the page lay on its side. */
export function displayedBox(box: Box, { matrix: m, width, height }: UprightFrame): Box {
  const x = (box[0] + box[2]) / 2,
    y = (box[1] + box[3]) / 2;
  const cx = m[0] * x + m[2] * y + m[4],
    cy = m[1] * x + m[3] * y + m[5];
  const sideways = Math.abs(m[1]) > Math.abs(m[0]);
  const w = (sideways ? box[3] - box[1] : box[2] - box[0]) / 2,
    h = (sideways ? box[2] - box[0] : box[3] - box[1]) / 2;
  const within = (v: number, most: number): number => Math.round(Math.max(0, Math.min(most, v)) * 100) / 100;
  return [within(cx - w, width), within(cy - h, height), within(cx + w, width), within(cy + h, height)];
}
