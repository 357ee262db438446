/**
 * @module The label and code that a row prints in one pair of columns in; the coordinates that they contribute out: a code or a name of
 * a classification, an institution, a project, or words of the lexicon. What is none of these is not understood, and says so.
 */
import { fold, labelKey, numbering } from '../domain/labels.js';
import { looksLikeInstitution } from '../domain/lexicon/axes.js';
import type { Coordinates, Phrase, Words } from '../domain/lexicon/phrase.js';
import {
  type Scheme,
  classNear,
  codeByName,
  codeInLabel,
  codesNamed,
  isCodeOf,
  padded,
  schemeOf,
} from '../domain/schemes.js';
import type { Grid } from './grid.js';
import type { NameColumns } from './names.js';
import { append } from '../domain/extremes.js';

export interface RowSettings {
  lexicon: Words;
  grid: Grid;
  /** Scheme of codes in columns that do not say which. */
  scheme: Scheme | null;
  /** Half of a summary. */
  flow: 'income' | 'expenditure' | null;
  /** Rows may name projects (a table of project expenditure). */
  projects: boolean;
  /** Rows name 三公 and the like, never a classification. */
  items: boolean;
  entity: string | null;
  /** Read by a recogniser: single characters may be wrong. */
  recognised: boolean;
  /** Names of codes change with the years. */
  year: number | null;
}

export interface Word {
  means: Coordinates;
  unknown: string[];
  code: string | null;
  phrase: Phrase | null;
  total: boolean;
}

const TOTAL = /^(?:合计|总计|小计|共计|总合计|合计数|部门合计|单位合计)$/;
/**
 * Where names alone stand, the scheme of the table's codes and names is asked first. Names of the government's classes repeat those of
 * the department's: they are asked where codes say so.
 */
const ORDER: Readonly<Record<Scheme, readonly Scheme[]>> = {
  function: ['function', 'economic'],
  economic: ['economic', 'function'],
  government_economic: ['government_economic', 'economic'],
};

/** Years from which the names of a classification are known well enough to hold a printed code against its name. */
const RENEWED: Readonly<Record<Scheme, number>> = { function: 2021, economic: 2018, government_economic: 2018 };

export class WordReader {
  /** The last code of each scheme: what a name without code stands below. */
  private readonly above: Record<Scheme, string> = { function: '', economic: '', government_economic: '' };

  constructor(private readonly settings: RowSettings) {}

  read(names: NameColumns, label: string, printedCode: string | null): Word {
    const word: Word = { means: {}, unknown: [], code: printedCode, phrase: null, total: false };
    if (TOTAL.test(labelKey(label || (printedCode ?? '')))) {
      word.total = true;
      word.phrase = this.settings.lexicon.parse(label || printedCode!);
      return word;
    }
    const copy = codeInLabel(label);
    const code = printedCode !== null && schemeOf(printedCode) !== null ? printedCode : (copy?.code ?? null);
    word.code = printedCode ?? copy?.code ?? null;
    switch (names.axis) {
      case 'function':
      case 'economic':
      case 'government_economic':
        this.classified(word, names.axis, label, code ?? printedCode);
        return word;
      case 'institution':
        if (label !== '') word.means.institution = label;
        if (printedCode !== null) word.means.institution_code = printedCode;
        return word;
      case 'project':
        if (label !== '') word.means.project = label;
        word.code = null;
        return word;
      case 'attribute':
        return word;
      default:
        this.unnamed(word, label, code, printedCode, names.mixed);
        return word;
    }
  }

  /** A place whose header names the classification. */
  private classified(word: Word, scheme: Scheme, label: string, code: string | null): void {
    if (code !== null) {
      const read = padded(code);
      if (isCodeOf(scheme, read)) {
        this.coded(word, scheme, read, label);
        return;
      }
      // A number of another range: an institution's code in a column that classes share.
      const other = schemeOf(read);
      if (other !== null) {
        word.means[other] = read;
        return;
      }
      if (label !== '' && looksLikeInstitution(label)) {
        word.means.institution = label;
        word.means.institution_code = code;
        return;
      }
      word.unknown.push(`${code} ${label}`.trim());
      return;
    }
    if (this.byName(word, scheme, label)) return;
    this.phrase(word, label);
  }

  /** 科目, 项目 or no header: the code or the words themselves say what they are. */
  private unnamed(word: Word, label: string, code: string | null, printed: string | null, mixed: boolean): void {
    const { settings } = this;
    const scheme = code === null ? null : schemeOf(code);
    if (code !== null && scheme !== null && (!mixed || !looksLikeInstitution(label))) {
      if (settings.scheme === null || scheme === settings.scheme || printed === null || code.length > 3) {
        this.coded(word, scheme, code, label);
        return;
      }
    }
    if (printed !== null && label !== '' && looksLikeInstitution(label)) {
      word.means.institution = label;
      word.means.institution_code = printed;
      return;
    }
    if (printed !== null) {
      const read = padded(printed);
      const of = schemeOf(read);
      if (of !== null) {
        this.coded(word, of, read, label);
        return;
      }
      word.unknown.push(`${printed} ${label}`.trim());
      return;
    }
    const plain = settings.flow === 'income' || settings.items || settings.projects;
    const schemes = plain ? [] : ORDER[settings.scheme ?? 'function'];
    const sure = settings.flow === 'expenditure' || settings.scheme !== null;
    const parsed = settings.lexicon.parse(label);
    const understood = parsed.unknown.length === 0 && parsed.conflict === null;
    // 其他支出, 国有资本经营预算支出 are classes where classes stand, else words.
    if (sure || !understood) for (const each of schemes) if (this.byName(word, each, label)) return;
    const named = settings.projects && Object.keys(parsed.means).some((key) => key !== 'type' && key !== 'flow');
    // 公务用车购置 among economic classes is one of them, though which is not sure.
    if (understood && parsed.means.item !== undefined && settings.scheme === 'economic' && !settings.items) {
      word.unknown.push(label);
      return;
    }
    if (understood && label !== '' && !named) {
      this.phrase(word, label);
      return;
    }
    if (this.isInstitution(label)) {
      word.means.institution = label;
      return;
    }
    if (settings.projects && label !== '') {
      word.means.project = label;
      return;
    }
    this.phrase(word, label);
  }

  /** A printed code stands for itself, unless the name beside it is another code's and only that one's. */
  private coded(word: Word, scheme: Scheme, code: string, label: string): void {
    this.above[scheme] = code;
    word.code = code;
    word.means[scheme] = code;
    const { year } = this.settings;
    if (year === null || year < RENEWED[scheme]) return;
    const named = codesNamed(scheme, codeInLabel(label)?.name ?? label, year);
    if (named.length === 1 && named[0] !== code && named[0]!.length === code.length)
      word.unknown.push(`${code} is not ${label}`);
  }

  private isInstitution(label: string): boolean {
    const { entity } = this.settings;
    if (entity !== null && bareName(label) === bareName(entity)) return true;
    return looksLikeInstitution(label);
  }

  private byName(word: Word, scheme: Scheme, label: string): boolean {
    const last = this.above[scheme];
    const above = [7, 5, 3]
      .map((n) => last.slice(0, n))
      .filter((code, i, all) => code !== '' && all.indexOf(code) === i);
    // A numbered line is a 类: it stands below no other.
    const name = label.replace(/^(?:其中|加|减)[:：]/, '');
    const numbered = numbering(name).style === 'A';
    const { year } = this.settings;
    const code =
      codeByName(scheme, name, numbered ? [] : above, year) ?? (numbered ? null : codeByName(scheme, name, [], year));
    const read = code ?? (this.settings.recognised ? classNear(scheme, name) : null);
    if (read === null) return false;
    this.above[scheme] = read;
    word.means[scheme] = read;
    return true;
  }

  private phrase(word: Word, label: string): void {
    if (label === '') return;
    const parsed = this.settings.lexicon.parse(label);
    word.phrase = parsed;
    word.means = { ...word.means, ...parsed.means };
    append(word.unknown, parsed.unknown);
    if (parsed.conflict !== null) word.unknown.push(parsed.conflict);
  }
}

/** A name without 本级 and what brackets add. */
function bareName(name: string): string {
  return fold(name)
    .replace(/\([^()]*\)/g, '')
    .replace(/(?:机关)?本级$/, '');
}
