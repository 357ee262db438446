/** @module What mapping takes and gives, and how a statutory table kind is declared. */
import type { DocumentMeta, Fact, Table } from '../../schemas/index.js';
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
  /** The same tables in the same order, kind filled in; a table of several forms one after another is cut into them. */
  tables: Table[];
  /** grade "unchecked", repair null. */
  facts: Fact[];
}
