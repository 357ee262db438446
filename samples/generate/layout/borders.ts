/** @module The sides of cells -> the drawing operations of one manner of ruling. */
import type { TableStyle } from '../model.js';
import type { Op } from './pages.js';

type Line = Extract<Op, { op: 'line' }>;

/** How far strokes stop short of a crossing, and how far the two lines of a double border stand apart (points). */
const SHORT = 0.9;
const APART = 1.6;

export function drawnAs(style: TableStyle, edges: Op[]): Op[] {
  const lines = edges.filter((e): e is Line => e.op === 'line');
  switch (style.ruling) {
    case 'long':
      return merged(lines);
    case 'gaps':
      return lines.map((e) =>
        flat(e) ? { ...e, x0: e.x0 + SHORT, x1: e.x1 - SHORT } : { ...e, y0: e.y0 + SHORT, y1: e.y1 - SHORT },
      );
    case 'double':
      return merged(lines).flatMap((e) =>
        [-APART / 2, APART / 2].map((d) =>
          flat(e) ? { ...e, w: 0.4, y0: e.y0 + d, y1: e.y1 + d } : { ...e, w: 0.4, x0: e.x0 + d, x1: e.x1 + d },
        ),
      );
    case 'dashed':
      return merged(lines).map((e) => ({ ...e, dash: [3, 2] }));
    case 'dotted':
      return merged(lines).map((e) => ({ ...e, dash: [0.8, 0.8] }));
    case 'white':
      return lines.map((e) => ({ ...e, color: 'white', w: 1 }));
    case 'open':
      return withoutSides(lines);
    case 'three':
      return outermost(lines);
    case 'rows':
      return merged(lines.filter(flat));
    case 'none':
    case 'zebra':
      return [];
    default:
      return edges;
  }
}

const flat = (e: Line): boolean => e.y0 === e.y1;

function withoutSides(lines: Line[]): Line[] {
  const left = Math.min(...lines.map((e) => e.x0));
  const right = Math.max(...lines.map((e) => e.x1));
  return lines.filter((e) => flat(e) || (e.x0 > left + 0.1 && e.x0 < right - 0.1));
}

/** Top, bottom, and the line below the header: the lines as wide as the table, first, second that follows the header, last. */
function outermost(lines: Line[]): Line[] {
  const wide = merged(lines.filter(flat));
  const width = Math.max(...wide.map((e) => e.x1 - e.x0));
  const across = wide.filter((e) => e.x1 - e.x0 > width - 1).sort((a, b) => a.y0 - b.y0);
  return across
    .filter((_, i) => i === 0 || i === 1 || i === across.length - 1)
    .map((e, i) => ({ ...e, w: i === 1 ? 0.5 : 1 }));
}

/** Joins collinear touching segments into long lines, as spreadsheets draw them. */
function merged(edges: Line[]): Line[] {
  const groups = new Map<string, { a: number; b: number }[]>();
  let width = 0.5;
  for (const e of edges) {
    width = e.w;
    const key = `${flat(e) ? 'h' : 'v'}${(flat(e) ? e.y0 : e.x0).toFixed(2)}`;
    const list = groups.get(key) ?? [];
    list.push(flat(e) ? { a: e.x0, b: e.x1 } : { a: e.y0, b: e.y1 });
    groups.set(key, list);
  }
  const out: Line[] = [];
  for (const [key, list] of groups) {
    list.sort((p, q) => p.a - q.a);
    const at = Number(key.slice(1));
    let run: { a: number; b: number } | null = null;
    const flush = () => {
      if (run)
        out.push(
          key[0] === 'h'
            ? { op: 'line', x0: run.a, y0: at, x1: run.b, y1: at, w: width }
            : { op: 'line', x0: at, y0: run.a, x1: at, y1: run.b, w: width },
        );
    };
    for (const s of list) {
      if (run && s.a <= run.b + 0.05) run.b = Math.max(run.b, s.b);
      else {
        flush();
        run = { ...s };
      }
    }
    flush();
  }
  return out;
}
