/** @module The prose as typed figures. */
import type { NarrativeFigure } from '../../schemas/index.js';
import type { Subject } from '../domain/subjects.js';
import type { Paragraph } from '../model.js';

/** A figure with what rules need beyond the published record. */
export interface Statement extends NarrativeFigure {
  /** The subject in its parts; `subject` is this as it is published. */
  about: Subject;
  /** Index into Prose.paragraphs and the span of the figure's sentence in its text. */
  paragraph: number;
  from: number;
  to: number;
  /** Statements of one sentence or one item (amount, share, base, growth) carry the same group. */
  group: string;
  /** Span of the printed figure itself (number and unit) in the paragraph's text; empty for a comparison in words. */
  at: number;
  end: number;
  /** What a share is a share of, as a canonical path; null where the sentence leaves it to its head. */
  base: string | null;
  /** Names as printed, for lookups: 类/款/项 names, 三公 items, economic class names. */
  names: string[];
}

export interface Prose {
  paragraphs: Paragraph[];
  statements: Statement[];
}
