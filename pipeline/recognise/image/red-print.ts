/**
 * @module A coarse count of red dots -> where red is print (negative figures, headings, rulings) and not a seal, a
 * stamp or a hand's note.
 * Print is low; what is large both ways, and all that lies within its outline, is a seal's.
 */

/** Cells that red dots were counted in. */
export interface RedCells {
  columns: number;
  rows: number;
  /** Pixels a side of a cell. */
  size: number;
  counts: Uint16Array;
}

/**
 * Inches a side of a cell: half the paper between two letters, so that a line of print is one piece and two lines are
 * two.
 */
const CELL = 1 / 40;
/** Fewer red dots in a cell are grain. */
const SOME = 2;
/**
 * Inches: neither print of 20 points nor a row of it is as large as this both ways; arcs of a seal cut by black print
 * are.
 */
const LARGE = 0.3;
/** Wider than this many times its height it is a line of large print. */
const LINE = 4;
/** Inches between pieces of one seal. */
const APART = 0.25;
/** Inches: longer than the side of any stamp is a ruling; a stroke of it is this many cells thick at most. */
const RULING = 2;
const THIN = 2;

export function redCells(width: number, height: number, dpi: number): RedCells {
  const size = Math.max(2, Math.round(dpi * CELL)),
    columns = Math.ceil(width / size),
    rows = Math.ceil(height / size);
  return { columns, rows, size, counts: new Uint16Array(columns * rows) };
}

interface Piece {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  cells: number[];
}

/** Outlines in cells. */
export type Outline = Pick<Piece, 'x0' | 'y0' | 'x1' | 'y1'>;

/**
 * Cells of red print, and those around them that no seal holds: 1, null where there is none; and the outlines of red
 * seals.
 */
export function redPrint(cells: RedCells): { print: Uint8Array | null; seals: Outline[] } {
  const { columns, rows } = cells;
  const ruled = rulingCells(cells);
  const pieces = [
    ...piecesOf(cells, ruled),
    ...(ruled.length > 0 ? [{ x0: 0, y0: 0, x1: 0, y1: 0, cells: ruled }] : []),
  ];
  if (pieces.length === 0) return { print: null, seals: [] };
  const large = LARGE / CELL;
  let seals = pieces
    .filter((p) => p.x1 - p.x0 >= large && p.y1 - p.y0 >= large && p.x1 - p.x0 < LINE * (p.y1 - p.y0))
    .map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 }));
  seals = together(seals, APART / CELL);
  const print = new Uint8Array(columns * rows);
  let any = false;
  for (const piece of pieces) {
    if (seals.some((s) => piece.x0 < s.x1 && piece.x1 > s.x0 && piece.y0 < s.y1 && piece.y1 > s.y0)) continue;
    any = true;
    for (const cell of piece.cells) {
      const x = cell % columns,
        y = (cell - x) / columns;
      for (let dy = Math.max(0, y - 1); dy <= Math.min(rows - 1, y + 1); dy++)
        print.fill(1, dy * columns + Math.max(0, x - 1), dy * columns + Math.min(columns, x + 2));
    }
  }
  return { print: any ? print : null, seals };
}

/** Cells of long thin straight lines: tables ruled in red, whose figures would else hang together with them. */
function rulingCells({ columns, rows, counts }: RedCells): number[] {
  const red = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < columns && y < rows && counts[y * columns + x]! >= SOME;
  const found: number[] = [],
    long = RULING / CELL;
  const scan = (
    lines: number,
    length: number,
    at: (i: number, line: number) => boolean,
    cell: (i: number, line: number) => number,
  ): void => {
    for (let line = 0; line < lines; line++)
      for (let i = 0, from = -1; i <= length; i++) {
        // Where it crosses another ruling a line is thick: such places interrupt nothing.
        const on =
          i < length &&
          at(i, line) &&
          (thin(i, line, at) ||
            (from >= 0 && (thin(i - 1, line, at) || thin(i + 1, line, at) || thin(i + 2, line, at))));
        if (on) {
          if (from < 0) from = i;
          continue;
        }
        if (from >= 0 && i - from >= long) for (let k = from; k < i; k++) found.push(cell(k, line));
        from = -1;
      }
  };
  const thin = (i: number, line: number, at: (i: number, line: number) => boolean): boolean => {
    let thick = 1;
    for (let d = 1; d <= THIN && at(i, line - d); d++) thick++;
    for (let d = 1; d <= THIN && at(i, line + d); d++) thick++;
    return thick <= THIN;
  };
  scan(
    rows,
    columns,
    (x, y) => red(x, y),
    (x, y) => y * columns + x,
  );
  scan(
    columns,
    rows,
    (y, x) => red(x, y),
    (y, x) => y * columns + x,
  );
  return found;
}

/** Red cells that touch, corners too. */
function piecesOf({ columns, rows, counts }: RedCells, without: readonly number[]): Piece[] {
  const seen = new Uint8Array(counts.length),
    pieces: Piece[] = [];
  for (const cell of without) seen[cell] = 1;
  for (let start = 0; start < counts.length; start++) {
    if (seen[start] === 1 || counts[start]! < SOME) continue;
    const piece: Piece = { x0: columns, y0: rows, x1: 0, y1: 0, cells: [start] };
    seen[start] = 1;
    for (let i = 0; i < piece.cells.length; i++) {
      const cell = piece.cells[i]!,
        x = cell % columns,
        y = (cell - x) / columns;
      piece.x0 = Math.min(piece.x0, x);
      piece.y0 = Math.min(piece.y0, y);
      piece.x1 = Math.max(piece.x1, x + 1);
      piece.y1 = Math.max(piece.y1, y + 1);
      for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx++) {
          const next = ny * columns + nx;
          if (seen[next] === 1 || counts[next]! < SOME) continue;
          seen[next] = 1;
          piece.cells.push(next);
        }
    }
    pieces.push(piece);
  }
  return pieces;
}

type Rect = Pick<Piece, 'x0' | 'y0' | 'x1' | 'y1'>;

/** Outlines that lie within `apart` of one another become one: a ring cut into arcs. */
function together(rects: Rect[], apart: number): Rect[] {
  const out = [...rects];
  for (let i = 0; i < out.length; i++) {
    for (let j = i + 1; j < out.length; j++) {
      const a = out[i]!,
        b = out[j]!;
      if (a.x0 - b.x1 > apart || b.x0 - a.x1 > apart || a.y0 - b.y1 > apart || b.y0 - a.y1 > apart) continue;
      out[i] = {
        x0: Math.min(a.x0, b.x0),
        y0: Math.min(a.y0, b.y0),
        x1: Math.max(a.x1, b.x1),
        y1: Math.max(a.y1, b.y1),
      };
      out.splice(j, 1);
      i = -1;
      break;
    }
  }
  return out;
}
