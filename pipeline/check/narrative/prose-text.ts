/**
 * @module In: the prose of a document. Out: its paragraphs with what rules ask of each, and all of them as one text;
 * made once for all rules.
 */
import type { Structure } from '../../narrative/index.js';
import { plainOf } from '../../narrative/normal.js';
import type { Scope } from '../../narrative/scope.js';
import type { Paragraph } from '../../model.js';
import type { Prose } from '../../narrative/types.js';
import { isPrinted } from './say.js';

export interface Passage {
  paragraph: Paragraph;
  index: number;
  /** Matching form of the paragraph's text, same offsets. */
  text: string;
  scope: Scope;
  inContents: boolean;
  /** A heading of the body. */
  heading: boolean;
  /** No character of it was read by a recogniser. */
  printed: boolean;
}

export class ProseText {
  readonly passages: Passage[];
  /** All paragraphs as lines of one text, in matching form and as printed; offsets are the same in both. */
  readonly matching: string;
  readonly asPrinted: string;
  /** Where the line of each paragraph starts. */
  private readonly starts: number[] = [];

  constructor(prose: Prose, structure: Structure) {
    const {
      scopes,
      outline: { contentsRange, body },
    } = structure;
    const headings = new Set(body.map((heading) => heading.paragraph));
    let start = 0;
    this.passages = prose.paragraphs.map((paragraph, index): Passage => {
      this.starts.push(start);
      start += paragraph.text.length + 1;
      return {
        paragraph,
        index,
        text: plainOf(paragraph),
        scope: scopes[index] ?? 'all',
        heading: headings.has(index),
        printed: isPrinted(paragraph),
        inContents: contentsRange !== null && index >= contentsRange[0] && index < contentsRange[1],
      };
    });
    this.matching = this.passages.map((passage) => passage.text).join('\n');
    this.asPrinted = this.passages.map((passage) => passage.paragraph.text).join('\n');
  }

  /** Indices of the paragraphs that hold these offsets. */
  passagesAt(offsets: Iterable<number>): Set<number> {
    const { starts } = this,
      found = new Set<number>();
    let index = 0;
    for (const offset of offsets) {
      // Patterns give offsets in order; several patterns one after the other start again.
      if (offset < starts[index]!) index = 0;
      while (index + 1 < starts.length && starts[index + 1]! <= offset) index++;
      found.add(index);
    }
    return found;
  }
}
