/**
 * @module Names as they come (files, addresses, text of documents) -> text that a terminal shows as one line and
 * obeys in nothing.
 */

/** Beyond it, nobody reads on. */
const LONGEST = 800;

/**
 * Control characters and line ends as \\u escapes: a file's name can neither begin a line of its own nor move the
 * cursor.
 */
export function printable(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 4)}` : text;
  return short.replace(
    /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
