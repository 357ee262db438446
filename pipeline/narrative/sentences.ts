/** @module A paragraph's text -> its sentences, as spans. */

export interface Span {
  from: number;
  to: number;
}

const END = /[。！？]["'）]?|\n/g;

/** Sentences of a text in matching form, each with its closing mark; nothing is left out. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    if (to > from) spans.push({ from, to });
    from = to;
  }
  if (from < text.length) spans.push({ from, to: text.length });
  return spans;
}
