/** @module A performance table in; facts with the indicator as the record out. */
import type { Fact } from '../../../schemas/index.js';
import type { Grid } from '../grid.js';
import type { KindDefinition } from '../types.js';

export function readPerformance(_grid: Grid, _kind: KindDefinition): Fact[] {
  return [];
}
