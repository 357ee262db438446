/** @module Finds in a text the phrases that the statement kinds declare; at one place the longest that means something wins. */
import type { SubjectPath } from '../domain/subjects.js';
import { STATEMENT_KINDS } from './statements/index.js';
import type { Phrase, PhraseContext } from './statements/phrase.js';

export interface Found {
  from: number;
  to: number;
  subject: SubjectPath;
  head: boolean;
  names: string[];
}

interface Compiled {
  phrase: Phrase;
  sticky: RegExp;
}

/** Phrases, and one pattern that tells which of them match at a place: its group i is the text of phrase i. */
interface Phrases {
  all: Compiled[];
  at: RegExp;
}

const source = ({ phrase }: Compiled): string => phrase.pattern.replace(/\(\?<(?![=!])\w+>/g, '(?:');

function together(all: Compiled[]): Phrases {
  // A look ahead at each, or at nothing: asking sixty patterns one by one costs ten times as much.
  return { all, at: new RegExp(all.map((compiled) => `(?:(?=(${source(compiled)}))|)`).join(''), 'y') };
}

const COMPILED: Compiled[] = STATEMENT_KINDS.flatMap((kind) => kind.phrases).map((phrase) => ({
  phrase,
  sticky: new RegExp(phrase.pattern, 'y'),
}));
/** Phrases that begin with a free name are looked for from their anchor backwards: scanning for a name is not linear. */
const ANCHORED = together(COMPILED.filter(({ phrase }) => phrase.anchor));
const FREE = together(COMPILED.filter(({ phrase }) => !phrase.anchor));
const ANY = new RegExp(FREE.all.map(source).join('|'), 'g');
const NAME_CHAR = /[\u4e00-\u9fff、（）A-Za-z]/;
/** Longest run of name characters looked at before an anchor. */
const NAME_REACH = 46;

const ANCHORS = [...new Set(ANCHORED.all.map(({ phrase }) => phrase.anchor!))];

/** Walks through one text; remembers how far each anchor is, so that a text without them is searched for them once. */
export class PhraseScanner {
  private readonly anchorAt = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** First phrase that starts at or after `at` and means something in this context. Calls go forward. */
  next(at: number, context: PhraseContext): Found | null {
    const { text } = this;
    let free: Found | null = null;
    ANY.lastIndex = at;
    for (let match = ANY.exec(text); match; match = ANY.exec(text)) {
      free = longestAt(FREE, text, match.index, context);
      if (free) break;
      ANY.lastIndex = match.index + 1;
    }
    return this.nextAnchored(at, free?.from ?? text.length, context) ?? free;
  }

  private nextAnchored(at: number, before: number, context: PhraseContext): Found | null {
    const { text } = this;
    let best: Found | null = null;
    for (const anchor of ANCHORS) {
      const index = this.anchorFrom(anchor, at);
      if (index < 0) continue;
      let start = index;
      while (start > at && /\d/.test(text[start - 1]!) && index - start < 4) start--;
      if (start > at && text[start - 1] === '（') start--;
      while (start > at && index - start < NAME_REACH && NAME_CHAR.test(text[start - 1]!)) start--;
      // A bracket that closes before the name belongs to what came before.
      while (start < index && /[、（）]/.test(text[start]!)) start++;
      if (start > before) continue;
      for (let from = start; from < index; from++) {
        const found = longestAt(ANCHORED, text, from, context);
        if (found) {
          if (!best || found.from < best.from) best = found;
          break;
        }
      }
    }
    return best;
  }

  private anchorFrom(anchor: string, at: number): number {
    let index = this.anchorAt.get(anchor);
    if (index === undefined || (index >= 0 && index < at))
      this.anchorAt.set(anchor, (index = this.text.indexOf(anchor, at)));
    return index;
  }
}

function longestAt({ all, at }: Phrases, text: string, from: number, context: PhraseContext): Found | null {
  let best: Found | null = null;
  at.lastIndex = from;
  const found = at.exec(text)!;
  for (let i = 0; i < all.length; i++) {
    const printed = found[i + 1];
    if (printed === undefined || (best && from + printed.length <= best.to)) continue;
    const { phrase, sticky } = all[i]!;
    sticky.lastIndex = from;
    const match = sticky.exec(text)!;
    const subject = typeof phrase.subject === 'string' ? phrase.subject : phrase.subject(context, match);
    if (subject === null) continue;
    best = {
      from,
      to: from + match[0].length,
      subject,
      head: phrase.head ?? false,
      names: phrase.names?.(match) ?? [],
    };
  }
  return best;
}

/** What a whole text names, when it names one thing only: the X of 占X的. */
export function subjectOf(text: string, context: PhraseContext): SubjectPath | null {
  const found = new PhraseScanner(text).next(0, context);
  return found &&
    found.to === text.length &&
    (found.from === 0 || /^(?:\d{4}年度?|本年度?|今年|全部|其)$/.test(text.slice(0, found.from)))
    ? found.subject
    : null;
}
