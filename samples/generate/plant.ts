/**
 * @module Plants errors into a finished document's blocks: a value place or a phrase is changed, and the truth of it
 * recorded.
 */
import { Big } from 'big.js';
import type { Anomaly, Block, GridCell, TableSpec } from './model.js';
import { squeeze } from './model.js';
import { type NumberStyle, parse, print } from './numbers.js';

export class Planter {
  readonly anomalies: Anomaly[] = [];
  constructor(readonly blocks: Block[]) {}

  tables(): TableSpec[] {
    return this.blocks.flatMap((b) => (b.t === 'table' ? [b.spec] : []));
  }

  cell(title: string, row: string, code: string | null, column: string): { spec: TableSpec; cell: GridCell } {
    for (const spec of this.tables()) {
      if (squeeze(spec.title ?? '') !== title) continue;
      const cell = spec.cells.find(
        (c) => c.fact && squeeze(c.fact.row) === row && c.fact.code === code && c.fact.column === column,
      );
      if (cell) return { spec, cell };
    }
    throw new Error(`no place ${title} / ${code ?? ''} ${row} / ${column}`);
  }

  /** Prints another figure in one place of a table. */
  figure(
    title: string,
    row: string,
    code: string | null,
    column: string,
    to: string,
    style: NumberStyle,
    kind: string,
    where: string,
  ): void {
    const { cell } = this.cell(title, row, code, column);
    const was = squeeze(cell.text);
    cell.text = print(to, style);
    const d = new Big(to)
      .minus(parse(was) ?? 0)
      .abs()
      .toNumber();
    this.anomalies.push({
      kind,
      where,
      says: `${title} ${code ?? ''}${row} ${column} ${squeeze(cell.text)}`,
      should_be: was,
      difference: d,
      severity: 'error',
      tables: [title],
    });
  }

  /**
   * Changes a phrase of the prose; the finding may stand on the paragraph's page or on that of the table it
   * contradicts.
   */
  phrase(from: string, to: string, kind: string, where: string, should: string, tables: string[] = []): void {
    const b = this.blocks.find((x) => x.t === 'text' && x.text.includes(from));
    if (b?.t !== 'text') throw new Error(`no paragraph with "${from}"`);
    b.text = b.text.replace(from, to);
    this.anomalies.push({
      kind,
      where,
      says: to,
      should_be: should,
      difference: null,
      severity: 'error',
      quotes: [to],
      tables,
    });
  }
}
