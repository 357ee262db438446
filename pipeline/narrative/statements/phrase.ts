/** @module How one file declares a kind of sentence: the phrases that name what a figure is about. */
import type { SubjectPath } from '../../domain/subjects.js';
import type { Scope } from '../scope.js';

/** What is known where a phrase stands. */
export interface PhraseContext {
  scope: Scope;
  /** The total that the enclosing sentences speak of: parts (基本支出, 财政拨款收入) belong to it. */
  head: SubjectPath | null;
}

export interface Phrase {
  /** Source of a regular expression over text in matching form; no capture groups but named ones. */
  pattern: string;
  /** A literal that every match holds, for patterns that begin with a free name. */
  anchor?: string;
  /** Canonical path without phase; null where the phrase says nothing in this context. */
  subject: SubjectPath | ((context: PhraseContext, match: RegExpExecArray) => SubjectPath | null);
  /** A total: later parts belong to it. */
  head?: boolean;
  /** Names as printed, for lookups in tables. */
  names?: (match: RegExpExecArray) => string[];
}

/** One kind of sentence. */
export interface StatementKind {
  id: string;
  phrases: Phrase[];
}
