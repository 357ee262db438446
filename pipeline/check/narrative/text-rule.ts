/**
 * @module In: a function that looks at one paragraph. Out: a rule that runs it over the prose, once a paragraph that
 * may concern it.
 */
import type { CheckContext } from '../context.js';
import type { Rule, Outcome } from '../types.js';
import type { Passage, ProseText } from './prose-text.js';
import { append } from '../../domain/extremes.js';

export interface TextRule {
  id: string;
  severity: Rule['severity'];
  title: Rule['title'];
  /**
   * Paragraphs that a recogniser read are left out: marks and single characters are what it reads worst.
   * @default true
   */
  printedOnly?: boolean;
  /**
   * The same slip in several places (reported and computed alike) is one finding with evidence on each; "kind": all slips
   * of one severity are. @default false
   */
  merge?: boolean | 'kind';
  /** Look at the table of contents too. @default false */
  contents?: boolean;
  /**
   * Where there may be something to say, looked for once in all paragraphs together: a pattern, or offsets in
   * `matching`; null: anywhere. It may point at too many paragraphs, never at too few: those it leaves out pass
   * without a look. Lines of the text are paragraphs, and a pattern's ^ and $ are theirs. @default anywhere
   */
  where?: RegExp | ((text: ProseText, ctx: CheckContext) => Iterable<number> | null);
  /** Asked once a document, before the first look; where it says no every paragraph passes. @default always */
  applies?(ctx: CheckContext): boolean;
  look(passage: Passage, ctx: CheckContext): Iterable<Outcome>;
}

/** A text rule can be asked to look everywhere; tests hold the two to one another. */
export interface TextualRule extends Rule {
  everywhere(ctx: CheckContext): Iterable<Outcome>;
}

/** A paragraph with nothing to say about counts as one pass. */
export function textRule({
  id,
  severity,
  title,
  printedOnly = true,
  contents = false,
  merge = false,
  where,
  applies = () => true,
  look,
}: TextRule): TextualRule {
  const places =
    where instanceof RegExp ? ({ matching }: ProseText) => offsetsOf(matching, where) : (where ?? (() => null));
  const all = (outcomes: Iterable<Outcome>): Iterable<Outcome> =>
    merge ? merged(outcomes, merge === 'kind') : outcomes;
  return {
    id,
    severity,
    title,
    evaluate: (ctx) => all(passages(ctx, places)),
    everywhere: (ctx) => all(passages(ctx, () => null)),
  };

  function* passages(
    ctx: CheckContext,
    at: (text: ProseText, ctx: CheckContext) => Iterable<number> | null,
  ): Iterable<Outcome> {
    // The wording of these documents is known, that of others is not.
    if (ctx.identity.kind === 'other' && !ctx.tables.some((table) => table.kind !== null)) {
      yield { outcome: 'not_applicable', why: 'neither accounts nor a budget' };
      return;
    }
    const text = ctx.text,
      offsets = at(text, ctx);
    const worth = offsets && text.passagesAt(offsets);
    let quiet = 0,
      unread = 0,
      applicable: boolean | null = null;
    for (const passage of text.passages) {
      if (passage.inContents && !contents) continue;
      if (printedOnly && !passage.printed) {
        unread++;
        continue;
      }
      let said = false;
      if ((!worth || worth.has(passage.index)) && (applicable ??= applies(ctx)))
        for (const outcome of look(passage, ctx)) {
          said = true;
          yield outcome;
        }
      if (!said) quiet++;
    }
    if (unread > 0) yield { outcome: 'not_evaluable', why: 'read by a recogniser', times: unread };
    if (quiet > 0) yield { outcome: 'pass', facts: [], confirms: false, times: quiet };
  }
}

/** Where a pattern matches first in each line that it matches in; its ^ and $ are those of lines. */
export function* offsetsOf(text: string, pattern: RegExp): Iterable<number> {
  const every = new RegExp(pattern.source, 'gm');
  for (let match = every.exec(text); match; match = every.exec(text)) {
    yield match.index;
    const end = text.indexOf('\n', match.index);
    if (end < 0) return;
    every.lastIndex = end + 1;
  }
}

/** Places shown for one slip; past this many nobody looks. */
const MAX_PLACES = 40;

/** Outcomes with failures that say the same of other places made one: a wrong name printed three times is one slip. */
export function* merged(outcomes: Iterable<Outcome>, ofKind = false): Iterable<Outcome> {
  const fails = new Map<string, { outcome: Extract<Outcome, { outcome: 'fail' }>; times: number }>();
  for (const outcome of outcomes) {
    if (outcome.outcome !== 'fail') {
      yield outcome;
      continue;
    }
    const { finding, facts } = outcome;
    const key = ofKind ? finding.severity : JSON.stringify([finding.severity, finding.reported, finding.computed]);
    const first = fails.get(key);
    if (!first) {
      fails.set(key, {
        outcome: { ...outcome, finding: { ...finding, evidence: [...finding.evidence] }, facts: [...facts] },
        times: 1,
      });
      continue;
    }
    first.times++;
    append(
      first.outcome.facts,
      facts.filter((fact) => !first.outcome.facts.includes(fact)),
    );
    if (first.outcome.finding.evidence.length < MAX_PLACES) append(first.outcome.finding.evidence, finding.evidence);
  }
  for (const { outcome, times } of fails.values()) {
    if (times > 1) {
      const pages = [...new Set(outcome.finding.evidence.map((evidence) => evidence.page))]
        .sort((a, b) => a - b)
        .join('、');
      outcome.finding.message = `${outcome.finding.message.replace(/。$/, '')}。同样情况共${times}处（第${pages}页）。`;
      outcome.finding.message_en = `${outcome.finding.message_en} The same in ${times} places.`;
    }
    yield outcome;
  }
}
