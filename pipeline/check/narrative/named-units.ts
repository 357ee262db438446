/** @module In: facts that name units of a department, and the prose. Out: whether a figure stands behind the name of such a unit. */
import type { Fact } from '../../../schemas/index.js';
import { fold } from '../../domain/labels.js';
import type { Prose } from '../../narrative/types.js';

/** Shorter names (本级, 机关) say no unit by themselves. */
const SHORTEST = 5;

export class NamedUnits {
  private readonly names: readonly string[];

  /** @param entity the department: its own name says no unit of it */
  constructor(
    facts: readonly Fact[],
    private readonly prose: Prose,
    entity: string | null,
  ) {
    const own = entity === null ? '' : fold(entity);
    const names = new Set(facts.flatMap(({ dimensions }) => dimensions?.institution ?? []).map(fold));
    this.names = [...names].filter((name) => name.length >= SHORTEST && name !== own && !own.includes(name));
  }

  /** @param at offset of the figure in its paragraph's text */
  isSpokenOf({ paragraph, at }: { paragraph: number; at?: number }): boolean {
    if (this.names.length === 0) return false;
    const before = fold(this.prose.paragraphs[paragraph]?.text.slice(0, at) ?? '');
    return this.names.some((name) => before.includes(name));
  }
}
