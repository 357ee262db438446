/** @module In: what a rule saw in the prose. Out: findings and evidence that quote it, with page and boxes. */
import type { Evidence, Severity } from '../../../schemas/index.js';
import type { Paragraph } from '../../model.js';
import { quoteOf } from '../../narrative/quote.js';
import type { Statement } from '../../narrative/types.js';
import type { Finding, Outcome } from '../outcome.js';

export interface Telling {
  severity: Severity;
  zh: string;
  en: string;
  evidence: Evidence[];
  reported?: string | null;
  computed?: string | null;
  difference?: string | null;
  tolerance?: string | null;
}

export function finding({
  severity,
  zh,
  en,
  evidence,
  reported = null,
  computed = null,
  difference = null,
  tolerance = null,
}: Telling): Finding {
  return { severity, message: zh, message_en: en, reported, computed, difference, tolerance, evidence };
}

/** A failure in words alone: no fact takes part. */
export function fails(telling: Telling): Outcome {
  return { outcome: 'fail', facts: [], finding: finding(telling) };
}

export const PASS: Outcome = { outcome: 'pass', facts: [], confirms: false };

/** The words [from, to) of a paragraph, with as much around them as makes them readable. */
export function words(paragraph: Paragraph, from: number, to: number, around = 0): Evidence {
  const start = Math.max(0, from - around),
    end = Math.min(paragraph.text.length, to + around);
  const { quote, page, boxes } = quoteOf(paragraph, start, end, from);
  return { quote, page, boxes };
}

export function stated(statement: Statement): Evidence {
  return { quote: statement.quote, page: statement.page, boxes: statement.boxes };
}

/** The sentence around a span, cut to a readable length; for messages. */
export function excerpt(text: string, from: number, to: number, around = 24): string {
  const start = Math.max(0, from - around),
    end = Math.min(text.length, to + around);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/**
 * Whether every character of the span is of the text layer: what a recogniser read proves nothing about the
 * document's wording.
 */
export function isPrinted(paragraph: Paragraph, from = 0, to = paragraph.text.length): boolean {
  for (let i = from; i < to; i++) if (paragraph.glyphs[i]?.source === 'ocr') return false;
  return true;
}

/** An error where the words were read from the text layer, a warning where a recogniser read them. */
export function sure(paragraph: Paragraph, from: number, to: number, severity: Severity = 'error'): Severity {
  return severity === 'error' && !isPrinted(paragraph, from, to) ? 'warning' : severity;
}
