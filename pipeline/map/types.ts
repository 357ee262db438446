/** @module What mapping takes and gives, and how a statutory table kind is declared. */
import type { DocumentMeta, Fact, Phase, Table, TableKind } from '../../schemas/index.js';
import type { Labels } from '../domain/labels.js';
import type { PageLayout } from '../model.js';

export interface MapInput {
  /** Joined tables, kind null, grade unchecked. */
  tables: Table[];
  layouts: PageLayout[];
}

/** entity, fiscal year, kind, scope, title. */
export type Identity = Pick<DocumentMeta, 'kind' | 'scope' | 'entity' | 'fiscal_year' | 'title'>;

export interface MapResult {
  identity: Identity;
  /** The same tables in the same order, kind filled in. */
  tables: Table[];
  /** grade "unchecked", repair null. */
  facts: Fact[];
}

/** What header and rows of a table say about its kind; every pattern is tried on label keys joined with "|". */
export interface Evidence {
  /** Each must be found in the header. */
  header?: readonly RegExp[];
  /** Each must be found among the row labels. */
  rows?: readonly RegExp[];
  /** Each must be found somewhere in the table. */
  any?: readonly RegExp[];
  /** Classification that the row codes belong to. */
  codes?: 'functional' | 'economic';
  /** None may be found in header or rows. */
  none?: readonly RegExp[];
  /** Says so much that it counts even under a title that names no kind. */
  strong?: true;
}

/** One statutory table kind, declared in one file under kinds/. */
export interface KindDefinition {
  id: TableKind;
  /** Titles that name this kind, tried on the title with white space, quotation marks, year and 部门/单位 words removed. */
  titles: readonly RegExp[];
  /** Words in a title that make it another kind's. */
  notTitles?: RegExp;
  /** Usual titles in the same reduced form; a title that OCR has garbled is compared with them by edit distance. */
  names: readonly string[];
  /** Any one of these shows that a title of this kind is not this table's. */
  contradictions?: readonly Evidence[];
  /** Any one of these identifies a table whose title is missing or not its own. */
  evidence: readonly Evidence[];
  /** Where several tables of a document pass for this kind and the title of one matches, those whose title does not are of none. */
  preferTitle?: RegExp;
  reader: 'grouped' | 'performance';
  /** Column ids and the header labels that mean them. */
  columns: Labels;
  /** Row ids and the labels that mean them; ids of summaries begin with their half: "income." or "expenditure.". */
  rows?: Labels;
  /** Rows that are named by the column header where the items run across ("label" looks at the row label alone). */
  rowsBy?: 'label' | 'label_or_column' | 'side';
  /** Canonical parent of a row id: gives the row path where the print shows no numbering. */
  parents?: Readonly<Record<string, string>>;
  /** Rows whose following rows, when they are named like these ids, are their parts. */
  nested?: Readonly<Record<string, readonly string[]>>;
  /** Ids under a section heading or parent: [pattern of the path, prefix of the id, labels]. */
  sections?: readonly { path: RegExp; rows: Labels }[];
  /** Phase of columns that do not say themselves which it is. */
  phase?: Phase;
}
