/** @module In: a fact or a stated figure. Out: one side of a comparison: its number, its name for messages, its evidence. */
import type { Evidence, Fact, TextSource } from '../../schemas/index.js';
import type { Statement } from '../narrative/types.js';
import type { FactIndex } from './fact-index.js';
import { quantity } from './quantity.js';
import type { Quantity } from './quantity.js';

export interface Operand {
  /** Null for a figure of the prose. */
  fact: Fact | null;
  /** Short name in messages: the row or the column, whichever tells it from the other operands. */
  name: string;
  /** Null where nothing is printed. */
  q: Quantity | null;
  /** As printed; "" where nothing is printed. */
  printed: string;
  evidence: Evidence;
  source: TextSource;
}

/** "2080505 机关事业单位基本养老保险缴费支出" */
export function rowName(fact: Pick<Fact, 'row_code' | 'row_label'>): string {
  return [fact.row_code, fact.row_label].filter((x) => x !== null && x !== '').join(' ');
}

/** @param name as the message calls it; the row by default */
export function factOperand(index: FactIndex, fact: Fact, name: string = rowName(fact)): Operand {
  const q = index.quantity(fact);
  const printed = fact.raw_text.replace(/\s+/g, '') || (fact.value ?? '');
  return {
    fact, name, q, printed: fact.value === null ? '' : fact.value, source: fact.source,
    evidence: { fact_id: fact.id, quote: `${rowName(fact)} ${fact.column_label} ${printed}`.trim(), page: fact.page, boxes: fact.boxes },
  };
}

/** A figure that the prose states; its words are the evidence. */
export function statedOperand(statement: Statement, name: string, source: TextSource = 'text_layer'): Operand {
  return {
    fact: null, name, source,
    q: statement.value === null ? null : quantity(statement.value, statement.unit),
    printed: statement.value ?? '',
    evidence: { quote: statement.quote, page: statement.page, boxes: statement.boxes },
  };
}
