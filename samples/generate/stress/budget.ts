/** @module A random budget in the shapes of other provinces, or in 元 with split codes. */
import { provinceBudgetDocument } from '../documents/province-budget.js';
import type { SampleDocument } from '../model.js';
import type { Random } from '../random.js';
import { randomEntity, randomLook } from './look.js';

export function randomBudget(r: Random, name: string): SampleDocument {
  const { entity } = randomEntity(r);
  const year = r.int(2020, 2026);
  const look = randomLook(r, `${entity}${year}年部门预算`);
  const document = provinceBudgetDocument({
    name,
    entity,
    seed: r.int(1, 1_000_000_000),
    kinds: r.int(2, 24),
    year,
    numbers: look.numbers,
    fonts: look.fonts,
    table: look.table,
    prior: r.chance(0.6),
  });
  const { numbers: _n, landscape: _l, rotate: _r, ...rest } = look;
  return { ...document, ...rest };
}
