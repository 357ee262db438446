/**
 * @module A user's own words, kinds and names of codes in; the lexicon and the kinds with them out. What a user says comes before ours:
 * where two explain a title or a word equally well, the user's wins.
 */
import type { CodeNames } from './names-of-codes.js';
import { KINDS, type KindDeclaration } from './kinds.js';
import { Lexicon, LEXICON } from './lexicon/phrase.js';
import type { Term } from './lexicon/term.js';
import { TERMS } from './lexicon/terms.js';

/** Plain data, as a vocabulary file states it once it is checked; crosses to the children as it is. */
export interface Vocabulary {
  /** Of what it says, whatever its file looks like: two files that say the same have the same. */
  sha256: string;
  words: readonly Term[];
  kinds: readonly KindDeclaration[];
  codes: CodeNames;
}

export interface Understanding {
  lexicon: Lexicon;
  kinds: readonly KindDeclaration[];
  /** Null: none beside ours. */
  codes: CodeNames | null;
}

const OURS: Understanding = { lexicon: LEXICON, kinds: KINDS, codes: null };
let last: { sha256: string; understanding: Understanding } | null = null;

/** Built once for the documents that one vocabulary reads, one after the other. */
export function understandingOf(vocabulary: Vocabulary | null): Understanding {
  if (vocabulary === null) return OURS;
  if (last?.sha256 !== vocabulary.sha256)
    last = {
      sha256: vocabulary.sha256,
      understanding: {
        lexicon: vocabulary.words.length === 0 ? LEXICON : new Lexicon([...vocabulary.words, ...TERMS]),
        kinds: [...vocabulary.kinds, ...KINDS],
        codes: vocabulary.codes,
      },
    };
  return last.understanding;
}
