/**
 * @module A row of one column group in; its name as printed (label, code, parents) and the coordinates that its words contribute out.
 * A label is read on the axis of its column: a code or a name of a classification, an institution, a project, or words of the lexicon.
 * What is none of these is not understood, and says so.
 */
import type { Cell } from '../../schemas/index.js';
import { labelKey, numbering } from '../domain/labels.js';
import { type Coordinates, type Phrase, merge } from '../domain/lexicon/phrase.js';
import { schemeOf } from '../domain/schemes.js';
import { CodeReader } from '../domain/code-reader.js';
import { RowHierarchy } from './hierarchy.js';
import type { NameColumns } from './names.js';
import { type RowSettings, WordReader } from './row-words.js';
import { append } from '../domain/extremes.js';

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

const NO_MARKS: Phrase['marks'] = new Set();

export class RowReader {
  private readonly words: WordReader;
  private readonly hierarchy = new RowHierarchy();
  private readonly codes: CodeReader[];
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
    this.words = new WordReader(settings);
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
      const word = this.words.read(names, label, code);
      total ||= word.total;
      if (word.phrase) phrases.push(word.phrase);
      append(unknown, word.unknown);
      const clash = merge(means, word.means);
      if (clash !== null) unknown.push(clash);
      institution = word.means.institution ?? institution;
      if (word.means.institution !== undefined) institutionCode = word.means.institution_code ?? null;
      const next = { label, cell, code: word.code, names };
      // A row is named by its project or class, not by whose it is or what kind of thing: these stand before it
      // in the path.
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
    const path = this.path(main.label, main.code);
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

  /**
   * Coordinates that a row has from where it stands: its institution, the numbered lines above it, what was
   * carried over.
   */
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
      append(
        name.unknown,
        parent.unknown.filter((word) => !name.unknown.includes(word)),
      );
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

  private path(label: string, code: string | null): string[] {
    if (code !== null && schemeOf(code) !== null) return this.hierarchy.coded(code, label);
    return this.hierarchy.labelled(label);
  }
}

function isAside({ axis }: NameColumns): boolean {
  return axis === 'institution' || axis === 'attribute';
}
