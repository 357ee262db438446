/** @module Marks of a document's prose -> where they stand in the paragraphs that were read. */
import type { CheckInput } from '../../../pipeline/check/types.js';
import type { VariedDocument } from './documents.js';
import type { Mark } from './voice.js';

export interface Place {
  mark: Mark /** Index of the paragraph read. */;
  paragraph: number;
  from: number;
  to: number /** The paragraph as it was written. */;
  written: string;
}

/** Every mark that was found again; paragraphs that are cut or glued are left out. */
export function placesOf(document: VariedDocument, input: CheckInput): { places: Place[]; lost: string[] } {
  const read = new Map<string, number>();
  input.prose.paragraphs.forEach((p, i) => {
    read.set(squeezed(p.text).text, i);
  });
  const places: Place[] = [],
    lost: string[] = [];
  for (const { text, marks } of document.paragraphs) {
    const own = squeezed(text),
      paragraph = read.get(own.text);
    if (paragraph === undefined) {
      if (text.length > 12) lost.push(text);
      continue;
    }
    const there = squeezed(input.prose.paragraphs[paragraph]!.text).at;
    const here = new Map(own.at.map((offset, i) => [offset, i]));
    for (const mark of marks) {
      const from = there[here.get(mark.at)!]!;
      places.push({ mark, paragraph, from, to: from + mark.text.length, written: text });
    }
  }
  return { places, lost };
}

/** Text without white space, and the offset of each character kept. */
function squeezed(text: string): { text: string; at: number[] } {
  const at = [...text].flatMap((c, i) => (/\s/.test(c) ? [] : [i]));
  return { text: at.map((i) => text[i]).join(''), at };
}
