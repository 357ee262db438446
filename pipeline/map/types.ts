/** @module What mapping gives: tables with their kind, facts, and what the document is. */
import type { DocumentMeta, Fact, Table, TableKind } from '../../schemas/index.js';
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

/** One statutory table kind, declared in one file under kinds/. */
export interface KindDefinition {
  id: TableKind;
  /** Titles that name this kind, tried on the title with white space, year and 部门/单位 words removed. */
  titles: RegExp[];
}
