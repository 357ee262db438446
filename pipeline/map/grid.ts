/** @module A table's cells in; the grid that says which cell covers a place out. */
import type { Cell, Table } from '../../schemas/index.js';

export class Grid {
  readonly rows: number;
  readonly columns: number;
  /** Its text was read by a recogniser. */
  readonly recognised: boolean;
  private readonly places: (Cell | undefined)[];

  constructor(readonly table: Table) {
    this.rows = table.row_count;
    this.columns = table.column_count;
    this.recognised = table.cells.some(({ source, text }) => source === 'ocr' && text !== '');
    this.places = new Array<Cell | undefined>(this.rows * this.columns);
    for (const cell of table.cells) {
      const bottom = Math.min(this.rows, cell.row + cell.row_span);
      const right = Math.min(this.columns, cell.column + cell.column_span);
      for (let r = cell.row; r < bottom; r++)
        for (let c = cell.column; c < right; c++) this.places[r * this.columns + c] ??= cell;
    }
  }

  /** The cell that covers a place; undefined where the table has none. */
  at(row: number, column: number): Cell | undefined {
    return row < 0 || column < 0 || row >= this.rows || column >= this.columns
      ? undefined
      : this.places[row * this.columns + column];
  }

  text(row: number, column: number): string {
    return this.at(row, column)?.text ?? '';
  }

  /** Distinct cells of a row, left to right, those that hang in from above included. */
  row(row: number): Cell[] {
    const cells: Cell[] = [];
    for (let c = 0; c < this.columns; c++) {
      const cell = this.at(row, c);
      if (cell && cells.at(-1) !== cell) cells.push(cell);
    }
    return cells;
  }

  spansAll(cell: Cell): boolean {
    return cell.column === 0 && cell.column_span >= this.columns;
  }
}
