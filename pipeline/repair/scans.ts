/**
 * @module A checked document with scanned pages -> its facts after a second look at those that failed identities
 * point at, repaired
 * where the arithmetic allows one reading only. Null when there is nothing to look at: then no engine is asked for.
 */
import type { Box, Fact } from '../../schemas/index.js';
import { CheckContext } from '../check/context.js';
import { rules } from '../check/rules/index.js';
import type { CheckInput, Suspect } from '../check/types.js';
import type { NumericReading, PageContent } from '../model.js';
import type { PdfFile } from '../read/reader.js';
import type { OcrEngine } from '../recognise/engine.js';
import { candidatesFor, targetsOf, type Candidate } from './candidates.js';
import { fillUnread } from './fill.js';
import { holdSettled, repairFacts } from './index.js';

/** Pictures prepared again; each costs as much as a page's layout. */
const MAX_PAGES = 40;

/** @param engine loaded only when a page is looked at again */
export async function repairScans(
  file: PdfFile,
  input: CheckInput,
  suspects: readonly Suspect[],
  engine: () => Promise<OcrEngine>,
): Promise<Fact[] | null> {
  if (!input.facts.some((f) => f.source === 'ocr')) return null;
  const ctx = new CheckContext(input);
  const failing = new Set<string>();
  for (const rule of rules) {
    try {
      for (const o of rule.evaluate(ctx))
        if (o.outcome === 'fail' && o.finding.severity !== 'info') for (const id of o.facts) failing.add(id);
    } catch {
      // Reported by the check stage; here the rule points at nothing.
    }
  }
  const filled = fillUnread(ctx, input.facts, input.layouts, rules);
  if (filled) input = { ...input, facts: filled };
  const targets = targetsOf(input.facts, failing, suspects, input.layouts);
  if (targets.length === 0) return holdSettled(input) ?? filled;
  const { readAgain } = await import('../recognise/index.js');
  const pages = [...new Set(targets.map((t) => t.page))].sort((a, b) => a - b).slice(0, MAX_PAGES);
  const candidates = new Map<string, Candidate[]>();
  for (const number of pages) {
    const facts = targets.filter((t) => t.page === number && t.boxes.length > 0);
    const again = await lookAgain(
      number,
      facts.map((f) => f.boxes[0]!),
    );
    for (const [i, fact] of facts.entries())
      candidates.set(fact.id, candidatesFor(fact, input.layouts, again[i] ?? []));
  }
  const { facts, repaired } = repairFacts(input, candidates);
  return holdSettled({ ...input, facts }) ?? (repaired.length > 0 ? facts : filled);

  async function lookAgain(number: number, boxes: Box[]): Promise<NumericReading['readings'][]> {
    const displayed: PageContent = await file.readPage(number);
    return readAgain(file, displayed, boxes, await engine());
  }
}
