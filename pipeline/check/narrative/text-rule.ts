/** @module In: a function that looks at one paragraph. Out: a rule that runs it over the prose, once a paragraph. */
import type { Paragraph } from '../../model.js';
import { structureOf } from '../../narrative/index.js';
import { plainOf } from '../../narrative/normal.js';
import type { Scope } from '../../narrative/scope.js';
import type { CheckInput, Outcome, Rule } from '../types.js';
import { isPrinted, PASS } from './say.js';

export interface Passage {
  input: CheckInput;
  paragraph: Paragraph;
  index: number;
  /** Matching form of the paragraph's text, same offsets. */
  text: string;
  scope: Scope;
  inContents: boolean;
}

export interface TextRule {
  id: string;
  severity: Rule['severity'];
  title: Rule['title'];
  /** Paragraphs that a recogniser read are left out: marks and single characters are what it reads worst. @default true */
  printedOnly?: boolean;
  /** The same slip in several places (reported and computed alike) is one finding with evidence on each. @default false */
  merge?: boolean;
  /** Look at the table of contents too. @default false */
  contents?: boolean;
  look(passage: Passage): Iterable<Outcome>;
}

/** A paragraph with nothing to say about counts as one pass. */
export function textRule({ id, severity, title, printedOnly = true, contents = false, merge = false, look }: TextRule): Rule {
  return {
    id, severity, title,
    evaluate: input => (merge ? merged(passages(input)) : passages(input)),
  };

  function* passages(input: CheckInput): Iterable<Outcome> {
    // The wording of these documents is known, that of others is not.
    if (input.identity.kind === 'other' && !input.tables.some(table => table.kind !== null)) {
      yield { outcome: 'not_applicable', why: 'neither accounts nor a budget' };
      return;
    }
    const { scopes } = structureOf(input.prose);
    for (const [index, paragraph] of input.prose.paragraphs.entries()) {
      const passage = passageOf(input, paragraph, index, scopes[index] ?? 'all');
      if (passage.inContents && !contents) continue;
      if (printedOnly && !isPrinted(paragraph)) { yield { outcome: 'not_evaluable', why: 'read by a recogniser' }; continue; }
      let said = false;
      for (const outcome of look(passage)) { said = true; yield outcome; }
      if (!said) yield PASS;
    }
  }
}

/** Places shown for one slip; past this many nobody looks. */
const MAX_PLACES = 40;

/** Outcomes with failures that say the same of other places made one: a wrong name printed three times is one slip. */
export function* merged(outcomes: Iterable<Outcome>): Iterable<Outcome> {
  const fails = new Map<string, { outcome: Extract<Outcome, { outcome: 'fail' }>; times: number }>();
  for (const outcome of outcomes) {
    if (outcome.outcome !== 'fail') { yield outcome; continue; }
    const { finding, facts } = outcome;
    const key = JSON.stringify([finding.severity, finding.reported, finding.computed]);
    const first = fails.get(key);
    if (!first) { fails.set(key, { outcome: { ...outcome, finding: { ...finding, evidence: [...finding.evidence] }, facts: [...facts] }, times: 1 }); continue; }
    first.times++;
    first.outcome.facts.push(...facts.filter(fact => !first.outcome.facts.includes(fact)));
    if (first.outcome.finding.evidence.length < MAX_PLACES) first.outcome.finding.evidence.push(...finding.evidence);
  }
  for (const { outcome, times } of fails.values()) {
    if (times > 1) {
      const pages = [...new Set(outcome.finding.evidence.map(evidence => evidence.page))].sort((a, b) => a - b).join('、');
      outcome.finding.message = `${outcome.finding.message.replace(/。$/, '')}。同样情况共${times}处（第${pages}页）。`;
      outcome.finding.message_en = `${outcome.finding.message_en} The same in ${times} places.`;
    }
    yield outcome;
  }
}

export function passageOf(input: CheckInput, paragraph: Paragraph, index: number, scope: Scope): Passage {
  const range = structureOf(input.prose).outline.contentsRange;
  return { input, paragraph, index, text: plainOf(paragraph), scope, inContents: range !== null && index >= range[0] && index < range[1] };
}
