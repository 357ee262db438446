/** @module Builds a table's grid row by row: cells go into the first free place, spans reserve theirs. */
import type { Align, FactPlace, GridCell } from './model.js';

export interface CellInput {
  t: string;
  rs?: number;
  cs?: number;
  a?: Align;
  b?: boolean;
  i?: number;
  fact?: FactPlace;
}
export type Input = string | CellInput;

export class Grid {
  readonly cells: GridCell[] = [];
  rows = 0;
  private readonly taken = new Set<string>();

  constructor(readonly columns: number) {}

  row(inputs: Input[], fallback: Align = 'center'): this {
    const r = this.rows;
    let c = 0;
    for (const input of inputs) {
      const x: CellInput = typeof input === 'string' ? { t: input } : input;
      while (this.taken.has(`${r},${c}`)) c++;
      const rs = x.rs ?? 1;
      const cs = x.cs ?? 1;
      if (c + cs > this.columns)
        throw new Error(`grid row ${r}: "${x.t}" does not fit at column ${c} of ${this.columns}`);
      for (let i = 0; i < rs; i++) for (let k = 0; k < cs; k++) this.taken.add(`${r + i},${c + k}`);
      const cell: GridCell = {
        r,
        c,
        rs,
        cs,
        text: x.t,
        align: x.a ?? fallback,
        bold: x.b ?? false,
        indent: x.i ?? 0,
      };
      if (x.fact) cell.fact = x.fact;
      this.cells.push(cell);
      c += cs;
    }
    while (this.taken.has(`${r},${c}`)) c++;
    if (c !== this.columns)
      throw new Error(`grid row ${r} ends at column ${c} of ${this.columns}: ${JSON.stringify(inputs)}`);
    this.rows++;
    return this;
  }
}
