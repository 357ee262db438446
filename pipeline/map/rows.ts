/**
 * @module A row of one column group in; its name as printed (label, code, parents) and the coordinates that its words contribute out.
 * A label is read on the axis of its column: a code or a name of a classification, an institution, a project, or words of the lexicon.
 * What is none of these is not understood, and says so.
 */
import type { Cell } from '../../schemas/index.js';
import { fold, labelKey, numbering } from '../domain/labels.js';
import { looksLikeInstitution } from '../domain/lexicon/axes.js';
import { type Coordinates, type Words, type Phrase, merge } from '../domain/lexicon/phrase.js';
import {
  type Scheme,
  classNear,
  codeByName,
  codeInLabel,
  codesNamed,
  isCodeOf,
  schemeOf,
} from '../domain/schemes.js';
import { CodeReader } from '../domain/code-reader.js';
import type { Grid } from './grid.js';
import { RowHierarchy } from './hierarchy.js';
import type { NameColumns } from './names.js';

export interface RowName {
  label: string;
  cell: Cell | undefined;
  code: string | null;
  path: string[];
  means: Coordinates;
  /** Words that are not understood, and contradictions. */
  unknown: string[];
  /** What the words say beside coordinates. */
  marks: Phrase['marks'];
  year: number | null;
  /** 合计, 总计: everything that the rows are broken down into. */
  total: boolean;
  /** 其中. */
  part: boolean;
  /** The row is an institution's own: what follows it is part of it. */
  institution: string | null;
}

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

const TOTAL = /^(?:合计|总计|小计|共计|总合计|合计数|部门合计|单位合计)$/;
/** Where names alone stand, the scheme of the table's codes and names is asked first. */
const ORDER: Readonly<Record<Scheme, readonly Scheme[]>> = {
  function: ['function', 'economic', 'government_economic'],
  economic: ['economic', 'government_economic', 'function'],
  government_economic: ['government_economic', 'economic', 'function'],
};
const NO_MARKS: Phrase['marks'] = new Set();

export class RowReader {
  private readonly hierarchy = new RowHierarchy();
  private readonly codes: CodeReader[];
  /** The last code of each scheme: what a name without code stands below. */
  private readonly above: Record<Scheme, string> = { function: '', economic: '', government_economic: '' };
  private readonly meaningOf = new Map<string, { means: Coordinates; unknown: string[] }>();
  private section: { name: string; code: string | null } | null = null;
  /** The line whose parts may follow without numbering: 上年结转, then the funds again. */
  private carried: { means: Coordinates; label: string } | null = null;
  private readonly fundsSeen = new Set<string>();

  constructor(
    private readonly settings: RowSettings,
    private readonly names: readonly NameColumns[],
  ) {
    this.codes = names.map(() => new CodeReader());
  }

  /** A row that names a section and has no values. */
  enterSection(name: RowName): void {
    this.hierarchy.enterSection(name.label);
    if (name.institution !== null) this.section = { name: name.institution, code: null };
    const { means } = this.settings.lexicon.parse(name.label);
    this.meaningOf.set(name.label, { means: { ...means, ...name.means }, unknown: [] });
  }

  read(row: number): RowName | null {
    const { grid } = this.settings;
    const means: Coordinates = {};
    const unknown: string[] = [];
    const outer: string[] = [];
    let main: { label: string; cell: Cell | undefined; code: string | null; names: NameColumns } | null = null;
    const phrases: Phrase[] = [];
    let total = false;
    let institution: string | null = null;
    let institutionCode: string | null = null;
    const labels = new Set<Cell>();
    for (const [i, names] of this.names.entries()) {
      const codeCells = names.codes.map((c) => grid.at(row, c));
      let cell = names.label === null ? undefined : grid.at(row, names.label);
      if (cell?.text === '') cell = undefined;
      const worded = codeCells.find((each) => each !== undefined && /[\u3400-\u9fff]/.test(each.text));
      const code =
        worded === undefined && (!cell || !codeCells.includes(cell)) ? this.codes[i]!.read(codeCells) : null;
      cell ??= worded;
      if (cell === undefined && code === null) continue;
      if (cell !== undefined && labels.has(cell)) continue;
      if (cell !== undefined) labels.add(cell);
      const label = cell?.text ?? '';
      const word = this.word(names, label, code);
      total ||= word.total;
      if (word.phrase) phrases.push(word.phrase);
      unknown.push(...word.unknown);
      const clash = merge(means, word.means);
      if (clash !== null) unknown.push(clash);
      institution = word.means.institution ?? institution;
      if (word.means.institution !== undefined) institutionCode = word.means.institution_code ?? null;
      const next = { label, cell, code: word.code, names };
      // A row is named by its project or class, not by whose it is or what kind of thing: these stand before it in the path.
      const lesser = main !== null && isAside(names) && !isAside(main.names);
      const aside = lesser ? next : main;
      if (aside !== null && aside.label !== '') outer.push(aside.label);
      if (!lesser) main = next;
    }
    if (main === null) return null;
    // A purchase, a device: words about the row that say nothing of what its money is.
    if (!total && phrases.length === 0 && Object.keys(means).length === 0 && unknown.length === 0)
      unknown.push(main.label);
    const own = means.function ?? means.economic ?? means.government_economic ?? means.project;
    const path = this.path(main.label, main.code, total);
    for (const label of outer.reverse()) path.unshift(label);
    const name: RowName = {
      label: main.label,
      cell: main.cell,
      code: main.code,
      path,
      means,
      unknown,
      marks: phrases.at(-1)?.marks ?? NO_MARKS,
      year: phrases.reduce<number | null>((year, phrase) => phrase.year ?? year, null),
      total,
      part: numbering(main.label).partOf || phrases.some((phrase) => phrase.marks.has('part')),
      institution: own === undefined ? institution : null,
    };
    this.place(name, institutionCode);
    return name;
  }

  /** Coordinates that a row has from where it stands: its institution, the numbered lines above it, what was carried over. */
  private place(name: RowName, institutionCode: string | null): void {
    if (name.institution !== null) {
      this.section = { name: name.institution, code: institutionCode };
    } else if (name.total) {
      if (labelKey(name.label) !== '小计') this.section = null;
    } else if (this.section !== null && name.means.institution === undefined) {
      name.means.institution = this.section.name;
      if (this.section.code !== null) name.means.institution_code = this.section.code;
      if (!name.path.includes(this.section.name)) name.path.unshift(this.section.name);
    }
    for (const label of name.path) {
      const parent = this.meaningOf.get(label);
      if (parent === undefined || label === name.label) continue;
      const inherited = { ...parent.means };
      delete inherited.institution;
      const clash = merge(inherited, name.means);
      if (clash !== null) continue;
      Object.assign(name.means, inherited);
      name.unknown.push(...parent.unknown.filter((word) => !name.unknown.includes(word)));
    }
    this.carryOver(name);
    this.meaningOf.set(name.label, { means: { ...name.means }, unknown: name.part ? [] : [...name.unknown] });
  }

  /** Funds that follow 上年结转 (or 年初, 年末结转和结余), having stood above it before: parts of what was carried over. */
  private carryOver(name: RowName): void {
    const { means } = name;
    const keys = Object.keys(means).filter((key) => key !== 'institution');
    const fundAlone = keys.length === 1 && means.fund !== undefined && name.unknown.length === 0;
    if (means.vintage === 'carryover' || means.flow === 'opening' || means.flow === 'closing') {
      if (means.fund === undefined || means.fund === 'fiscal_appropriation')
        this.carried = { means: { ...means }, label: name.label };
    } else if (this.carried !== null && fundAlone && (this.fundsSeen.has(String(means.fund)) || name.part)) {
      Object.assign(means, { ...this.carried.means, fund: means.fund });
      if (!name.path.includes(this.carried.label)) name.path.push(this.carried.label);
    } else if (!fundAlone) this.carried = null;
    if (fundAlone && this.carried === null) this.fundsSeen.add(String(means.fund));
  }

  private path(label: string, code: string | null, total: boolean): string[] {
    if (code !== null && schemeOf(code) !== null) return this.hierarchy.coded(code, label);
    if (total && numbering(label).style === '') return this.hierarchy.labelled(label);
    return this.hierarchy.labelled(label);
  }

  private word(names: NameColumns, label: string, printedCode: string | null): Word {
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
    const schemes = settings.flow === 'income' || settings.items ? [] : ORDER[settings.scheme ?? 'function'];
    const sure = settings.flow === 'expenditure' || settings.scheme !== null;
    const parsed = settings.lexicon.parse(label);
    const understood = parsed.unknown.length === 0 && parsed.conflict === null;
    // 其他支出, 国有资本经营预算支出 are classes where classes stand, else words.
    if (sure || !understood) for (const each of schemes) if (this.byName(word, each, label)) return;
    const named = settings.projects && Object.keys(parsed.means).some((key) => key !== 'type' && key !== 'flow');
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
    const named = codesNamed(scheme, codeInLabel(label)?.name ?? label);
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
    word.unknown.push(...parsed.unknown);
    if (parsed.conflict !== null) word.unknown.push(parsed.conflict);
  }
}

function isAside({ axis }: NameColumns): boolean {
  return axis === 'institution' || axis === 'attribute';
}

interface Word {
  means: Coordinates;
  unknown: string[];
  code: string | null;
  phrase: Phrase | null;
  total: boolean;
}

/** 301|2 lost the zero of 02: a 款 or 项 of one digit cannot be another code. */
function padded(code: string): string {
  return /^\d{3}[1-9]$/.test(code) ? `${code.slice(0, 3)}0${code[3]}` : code;
}

/** A name without 本级 and what brackets add. */
export function bareName(name: string): string {
  return fold(name)
    .replace(/\([^()]*\)/g, '')
    .replace(/(?:机关)?本级$/, '');
}
