/** @module A page's layout -> SVG with its rulings, words and cells: what everyone who works on layout looks at. */
import type { PageLayout } from '../model.js';

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

export interface InspectionOptions {
  /** data: URI of the page's picture, drawn underneath. */
  background?: string;
}

/**
 * On the page as displayed. Rulings red (hidden ones dashed grey), glyphs blue with their text, cells green with
 * row,column and spans, lines of prose orange.
 */
export function renderInspection(layout: PageLayout, options: InspectionOptions = {}): string {
  const { content } = layout;
  // A scan that lies askew was read upright: all of it is turned back onto the page as displayed.
  const {
    width,
    height,
    matrix = [1, 0, 0, 1, 0, 0],
  } = content.upright ?? { width: content.width, height: content.height };
  const parts: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
  ];
  if (options.background)
    parts.push(`<image href="${options.background}" width="${width}" height="${height}" opacity="0.35"/>`);
  parts.push(`<g transform="matrix(${matrix.join(' ')})">`);
  for (const { box, kind } of content.areas) {
    parts.push(
      `<rect x="${box[0]}" y="${box[1]}" width="${box[2] - box[0]}" height="${box[3] - box[1]}" fill="${kind === 'image' ? '#c9f' : '#eee'}" fill-opacity="0.3"/>`,
    );
  }
  for (const table of layout.tables) {
    for (const cell of table.cells) {
      const [x0, y0, x1, y1] = cell.boxes[0]!;
      const spans = cell.row_span * cell.column_span > 1 ? ` ${cell.row_span}×${cell.column_span}` : '';
      parts.push(
        `<rect x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}" fill="#0a0" fill-opacity="0.08" stroke="#0a0" stroke-width="0.4"><title>${escapeXml(cell.text)}</title></rect>`,
      );
      parts.push(
        `<text x="${x0 + 0.5}" y="${y0 + 4}" font-size="4" fill="#080">${cell.row},${cell.column}${spans}</text>`,
      );
    }
  }
  for (const r of content.rulings) {
    const [x1, y1, x2, y2] = r.orientation === 'horizontal' ? [r.from, r.at, r.to, r.at] : [r.at, r.from, r.at, r.to];
    const style = r.hidden ? 'stroke="#999" stroke-dasharray="2 2"' : 'stroke="red"';
    parts.push(`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${style} stroke-width="0.6"/>`);
  }
  for (const g of content.glyphs) {
    parts.push(
      `<text x="${g.x0}" y="${g.baseline}" font-size="${g.size}" textLength="${Math.max(0.1, g.x1 - g.x0)}" lengthAdjust="spacingAndGlyphs" fill="#00c" fill-opacity="${g.confidence < 0.8 ? 1 : 0.75}">${escapeXml(g.text)}</text>`,
    );
  }
  for (const line of layout.lines) {
    parts.push(
      `<rect x="${line.box[0]}" y="${line.box[1]}" width="${line.box[2] - line.box[0]}" height="${line.box[3] - line.box[1]}" fill="none" stroke="orange" stroke-width="0.4"/>`,
    );
  }
  parts.push('</g>', '</svg>');
  return parts.join('\n');
}
