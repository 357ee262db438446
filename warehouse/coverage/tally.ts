/** @module Words and where they stand in; how often each stands there, with a few examples, the commonest first, out. */

/** Where a person finds it. */
export interface Example {
  document: string;
  file_name: string;
  page: number;
  text: string;
}

export interface Counted {
  word: string;
  count: number;
  documents: number;
  examples: Example[];
}

interface Entry extends Counted {
  lastDocument: string;
}

const MOST_EXAMPLES = 3;
/** A corpus of any size fits into memory: beyond this the rarest words are let go. */
const MOST_WORDS = 100_000;

export class Tally {
  private readonly entries = new Map<string, Entry>();
  /** Words were let go: counts of rare words may be too low. */
  pruned = false;

  constructor(private readonly mostWords: number = MOST_WORDS) {}

  add(word: string, example: Example): void {
    const entry = this.entries.get(word);
    if (entry === undefined) {
      if (this.entries.size >= this.mostWords) this.prune();
      this.entries.set(word, { word, count: 1, documents: 1, examples: [example], lastDocument: example.document });
      return;
    }
    entry.count++;
    if (entry.lastDocument === example.document) return;
    entry.lastDocument = example.document;
    entry.documents++;
    if (entry.examples.length < MOST_EXAMPLES) entry.examples.push(example);
  }

  /** All that stand once go; where none does, those that stand twice, and so on. */
  private prune(): void {
    this.pruned = true;
    const rarest = [...this.entries.values()].reduce(
      (least, { count }) => Math.min(least, count),
      Number.MAX_SAFE_INTEGER,
    );
    for (const [word, { count }] of this.entries) if (count === rarest) this.entries.delete(word);
  }

  get words(): number {
    return this.entries.size;
  }

  /** In the order of their frequency, then of their documents, then of the words. */
  top(most: number): Counted[] {
    return [...this.entries.values()]
      .sort((a, b) => b.count - a.count || b.documents - a.documents || (a.word < b.word ? -1 : 1))
      .slice(0, most)
      .map(({ word, count, documents, examples }) => ({ word, count, documents, examples }));
  }
}
