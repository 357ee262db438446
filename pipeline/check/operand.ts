/**
 * @module In: a fact or a stated figure. Out: one side of a comparison: its number, its name for messages, its
 * evidence.
 */
import type { Evidence, Fact, TextSource } from '../../schemas/index.js';
import type { FactIndex } from './fact-index.js';
import type { Quantity } from './quantity.js';

export interface Operand {
  /** Null for a figure of the prose. */
  readonly fact: Fact | null;
  /** Short name in messages: the row or the column, whichever tells it from the other operands. */
  readonly name: string;
  /** Null where nothing is printed. */
  readonly q: Quantity | null;
  /** As printed; "" where nothing is printed. */
  readonly printed: string;
  readonly evidence: Evidence;
  readonly source: TextSource;
}

/** "2080505 机关事业单位基本养老保险缴费支出" */
export function rowName(fact: Pick<Fact, 'row_code' | 'row_label'>): string {
  return [fact.row_code, fact.row_label].filter((x) => x !== null && x !== '').join(' ');
}

/**
 * One fact as an operand; name and evidence are put into words only when a finding needs them: most comparisons pass.
 */
class FactOperand implements Operand {
  constructor(
    readonly fact: Fact,
    readonly q: Quantity | null,
    private readonly called: string | ((fact: Fact) => string),
  ) {}
  get name(): string {
    return typeof this.called === 'string' ? this.called : this.called(this.fact);
  }
  get printed(): string {
    return this.fact.value ?? '';
  }
  get source(): TextSource {
    return this.fact.source;
  }
  get evidence(): Evidence {
    const { fact } = this;
    const printed = fact.raw_text.replace(/\s+/g, '') || (fact.value ?? '');
    return {
      fact_id: fact.id,
      quote: `${rowName(fact)} ${fact.column_label} ${printed}`.trim(),
      page: fact.page,
      boxes: fact.boxes,
    };
  }
}

/** @param name as the message calls it; the row by default */
export function factOperand(
  index: FactIndex,
  fact: Fact,
  name: string | ((fact: Fact) => string) = rowName,
): Operand {
  return new FactOperand(fact, index.quantity(fact), name);
}

export function isNonZero(q: Quantity): boolean {
  return !q.value.isZero();
}

/** A text layer can be doubted too: glyphs without Unicode, two readers that differ. */
const SURE_CONFIDENCE = 0.8;

/** A doubt about our own reading is never an error of the document. */
export function isSure(operands: Operand[]): boolean {
  return operands.every(
    (o) =>
      o.source === 'text_layer' &&
      (o.fact === null || (o.fact.repair === null && o.fact.confidence >= SURE_CONFIDENCE)),
  );
}
