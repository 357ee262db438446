/** @module What checking starts from: the identity, tables, facts, prose and layouts of one document. */
import type { Fact, Table } from '../../schemas/index.js';
import type { Identity } from '../map/types.js';
import type { PageLayout } from '../model.js';
import type { Prose } from '../narrative/types.js';

export interface CheckInput {
  identity: Identity;
  tables: Table[];
  facts: Fact[];
  prose: Prose;
  layouts: PageLayout[];
}
