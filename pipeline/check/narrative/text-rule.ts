/** @module In: a function that looks at one paragraph. Out: a rule that runs it over the prose, once a paragraph. */
import type { Paragraph } from '../../model.js';
import { structureOf } from '../../narrative/index.js';
import { plain } from '../../narrative/normal.js';
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
  /** Look at the table of contents too. @default false */
  contents?: boolean;
  look(passage: Passage): Iterable<Outcome>;
}

/** A paragraph with nothing to say about counts as one pass. */
export function textRule({ id, severity, title, printedOnly = true, contents = false, look }: TextRule): Rule {
  return {
    id, severity, title,
    *evaluate(input) {
      const { scopes } = structureOf(input.prose);
      for (const [index, paragraph] of input.prose.paragraphs.entries()) {
        const passage = passageOf(input, paragraph, index, scopes[index] ?? 'all');
        if (passage.inContents && !contents) continue;
        if (printedOnly && !isPrinted(paragraph)) { yield { outcome: 'not_evaluable', why: 'read by a recogniser' }; continue; }
        let said = false;
        for (const outcome of look(passage)) { said = true; yield outcome; }
        if (!said) yield PASS;
      }
    },
  };
}

const plainTexts = new WeakMap<Paragraph, string>();
/** The matching form of a paragraph's text, worked out once for all rules. */
export function plainOf(paragraph: Paragraph): string {
  let text = plainTexts.get(paragraph);
  if (text === undefined) plainTexts.set(paragraph, (text = plain(paragraph.text)));
  return text;
}

export function passageOf(input: CheckInput, paragraph: Paragraph, index: number, scope: Scope): Passage {
  const range = structureOf(input.prose).outline.contentsRange;
  return { input, paragraph, index, text: plainOf(paragraph), scope, inContents: range !== null && index >= range[0] && index < range[1] };
}
