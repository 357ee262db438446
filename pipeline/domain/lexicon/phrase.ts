/**
 * @module A printed phrase (header cell, label, caption, title) in; the coordinates its words contribute, what else they say, and the
 * words that are not understood, out. A phrase is cut into terms so that as few characters as possible stay unknown, with as few terms.
 */
import { type DimensionKey, type Dimensions, isWithin } from '../dimensions.js';
import { editDistance, fold, labelKey } from '../labels.js';
import type { Mark, Term } from './term.js';
import { TERMS } from './terms.js';

/** Coordinates as words give them; null: said, but the vocabulary has no word for it. */
export type Coordinates = { [K in keyof Dimensions]?: Dimensions[K] | null };

export interface Phrase {
  /** As it was cut: white space, numbering, quotation marks, units, formulas and years taken out. */
  text: string;
  means: Coordinates;
  marks: ReadonlySet<Mark>;
  /** A year printed in the phrase. */
  year: number | null;
  /** Stretches that no term covers, in order. */
  unknown: readonly string[];
  /** Two words that contradict one another: "fund: business, other". */
  conflict: string | null;
}

const QUOTES = /["'“”„‟‘’「」『』〝〞＂《》]/g;
/** 预算数比执行数, 预算数较上年决算数(±), behind their years. */
const COMPARED =
  /^(.*(?:预算|决算|执行|完成)数?)(?:比|较|与)(?:.*(?:预算|决算|执行|完成)数?)(?:增减.*|相比|对比|变动.*|差额)?$/;
/** 财政拨款收入支出决算总表: two flows, however the words are cut. */
const BOTH_FLOWS = /收入[、和及与]?支出|收支/;
const YEAR = /((?:19|20)\d\d)(?:年度|年)/g;
/** (1=2+3), (栏次1), [1+2]: how the columns add up. */
const FORMULA = /[([](?:栏次)?\d{0,2}(?:[=+\-*/]\d{1,2})*[)\]]|[([][^()[\]]{0,12}=[^()[\]]{0,24}[)\]]|[①-⑳]/g;
const UNIT =
  /\((?:单位:?)?(?:人民币)?(?:亿元|万元|千元|百元|元|辆|台\/套|台\(套\)|台套|台|套|个|人|人次|批|批次|次|平方米|分)\)/g;

export class Lexicon {
  private readonly byWord = new Map<string, Term>();
  private longest = 0;
  private forgiving: Pick<Lexicon, 'parse'> | null = null;
  private readonly known = new Map<string, Phrase>();

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      for (const word of term.words) {
        const key = fold(word).replace(QUOTES, '');
        // The first that claims a word keeps it: a user's words come before ours.
        if (key === '' || this.byWord.has(key)) continue;
        this.byWord.set(key, term);
        this.longest = Math.max(this.longest, key.length);
      }
    }
  }

  parse(printed: string): Phrase {
    let phrase = this.known.get(printed);
    if (phrase === undefined) {
      phrase = this.read(printed);
      if (this.known.size > 20_000) this.known.clear();
      this.known.set(printed, phrase);
    }
    return phrase;
  }

  /** The same words for recognised text: a phrase that differs from one of them by single characters is taken for it. */
  recognised(): Pick<Lexicon, 'parse'> {
    this.forgiving ??= {
      parse: (printed) => {
        const phrase = this.parse(printed);
        const near = phrase.unknown.length === 0 ? null : this.near(phrase.text);
        return near === null ? phrase : { ...this.parse(near), year: phrase.year };
      },
    };
    return this.forgiving;
  }

  /** The only word so near; short words differ from one another by too little. */
  private near(text: string): string | null {
    if (text.length < 5 || /\d/.test(text)) return null;
    let best = text.length >= 9 ? 3 : 2;
    let found: string | null = null;
    let term: Term | null = null;
    for (const [word, of] of this.byWord) {
      if (word.length < 5) continue;
      const distance = editDistance(text, word, best);
      if (distance > best || (distance === best && best > (text.length >= 9 ? 2 : 1))) continue;
      if (distance < best || term === null) [best, found, term] = [distance, word, of];
      else if (of !== term) found = null;
    }
    return found;
  }

  private read(printed: string): Phrase {
    let year: number | null = null;
    const text = labelKey(printed)
      .replace(QUOTES, '')
      .replace(UNIT, '')
      .replace(FORMULA, '')
      .replace(YEAR, (_, digits: string) => {
        year ??= Number(digits);
        return '';
      });
    const compared = COMPARED.exec(text);
    if (compared) return this.comparison(text, compared[1]!, printed, year);
    const { terms, unknown } = this.cut(text);
    const means: Coordinates = {};
    const marks = new Set<Mark>();
    let conflict: string | null = null;
    for (const term of terms) {
      for (const mark of term.marks ?? []) marks.add(mark);
      const clash = merge(means, term.means ?? {});
      conflict ??= clash;
    }
    if (BOTH_FLOWS.test(text)) {
      marks.add('both_flows');
      delete means.flow;
      delete means.vintage;
      marks.delete('of_year');
    }
    if (means.measure === 'change' && marks.has('percent')) means.measure = 'change_rate';
    return { text, means, marks, year, unknown, conflict };
  }

  /** 2026年预算数比2025年执行数: how far the first is from the second. */
  private comparison(text: string, first: string, printed: string, year: number | null): Phrase {
    const of = this.parse(first);
    const marks = new Set<Mark>(/%|率|幅/.test(printed) ? ['percent'] : []);
    const measure = marks.has('percent') ? 'change_rate' : 'change';
    const { phase } = of.means;
    return {
      text,
      means: { measure, ...(phase === undefined ? {} : { phase }) },
      marks,
      year,
      unknown: of.unknown,
      conflict: of.conflict,
    };
  }

  /** Fewest unknown characters first, then fewest terms; of these the one whose first terms are longest. */
  private cut(text: string): { terms: Term[]; unknown: string[] } {
    const n = text.length;
    const best: { unknown: number; terms: number; length: number; term: Term | null }[] = new Array(n + 1);
    best[n] = { unknown: 0, terms: 0, length: 0, term: null };
    for (let at = n - 1; at >= 0; at--) {
      const skip = best[at + 1]!;
      // A stretch that is not understood counts as a term of its own, once.
      let chosen = {
        unknown: skip.unknown + 1,
        terms: skip.terms + (skip.term === null && at + 1 < n ? 0 : 1),
        length: 1,
        term: null as Term | null,
      };
      for (let length = Math.min(this.longest, n - at); length > 0; length--) {
        const term = this.byWord.get(text.slice(at, at + length));
        if (term === undefined) continue;
        const rest = best[at + length]!;
        const candidate = { unknown: rest.unknown, terms: rest.terms + 1, length, term };
        if (
          candidate.unknown < chosen.unknown ||
          (candidate.unknown === chosen.unknown && candidate.terms < chosen.terms)
        )
          chosen = candidate;
      }
      best[at] = chosen;
    }
    const terms: Term[] = [];
    const unknown: string[] = [];
    let open = '';
    for (let at = 0; at < n; at += best[at]!.length) {
      const { term, length } = best[at]!;
      if (term === null) open += text.slice(at, at + length);
      else {
        terms.push(term);
        if (open !== '') unknown.push(open);
        open = '';
      }
    }
    if (open !== '') unknown.push(open);
    return { terms, unknown };
  }
}

/**
 * Adds what a further word says: the finer of two values in one tree stays; a finer word resolves what had no name.
 * @returns the contradiction, or null
 */
export function merge(into: Coordinates, further: Coordinates): string | null {
  let conflict: string | null = null;
  for (const [key, value] of Object.entries(further) as [DimensionKey, string | number | null][]) {
    const existing = into[key];
    const set = into as Record<string, string | number | null>;
    if (existing === undefined || existing === null || value === null) set[key] = value;
    // 增减% below 比上年增减: the nearer word says how it is measured.
    else if (key === 'measure') set[key] = value;
    else if (existing === value || isWithin(key, String(existing), String(value))) continue;
    else if (isWithin(key, String(value), String(existing))) set[key] = value;
    else conflict ??= `${key}: ${existing}, ${value}`;
  }
  return conflict;
}

export const LEXICON = new Lexicon(TERMS);

/** What reads phrases: the lexicon, or its forgiving form for recognised text. */
export type Words = Pick<Lexicon, 'parse'>;
