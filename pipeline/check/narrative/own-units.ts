/** @module In: tables and prose. Out: whether the document itself lists a unit among its own. */
import type { Table } from '../../../schemas/index.js';
import type { Structure } from '../../narrative/index.js';
import { plainOf } from '../../narrative/normal.js';
import type { Prose } from '../../narrative/types.js';

/** Units that the document lists as its own, in tables or in the part on its composition. */
export class OwnUnits {
  private readonly cells: string;
  private readonly paragraphs: { index: number; text: string }[];

  constructor(tables: readonly Table[], prose: Prose, { scopes }: Structure) {
    this.cells = tables
      .filter((table) => table.kind === null)
      .flatMap((table) => table.cells.map((cell) => cell.text))
      .join('\n');
    // The parts on duties and composition come before any figure.
    const first = prose.statements[0]?.paragraph ?? prose.paragraphs.length;
    this.paragraphs = prose.paragraphs.flatMap((paragraph, index) =>
      index < first && scopes[index] === 'none' ? [{ index, text: plainOf(paragraph) }] : [],
    );
  }

  /** @param at the paragraph that asks: it is no witness for itself */
  list(name: string, at: number): boolean {
    return (
      this.cells.includes(name) || this.paragraphs.some(({ index, text }) => index !== at && text.includes(name))
    );
  }
}
