/** @module Lists of words -> the source of a pattern that matches any of them; long patterns are put together from such lists. */

/**
 * One of these, the first that matches: anyOf('增加', '减少') is `(?:增加|减少)`. The words are pieces of patterns: what has a
 * meaning there (`[责能]`, `(?=预算)`, `$`) keeps it.
 */
export function anyOf(...words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}

/** The same, or nothing: maybe('部门', '单位') is `(?:部门|单位)?`. */
export function maybe(...words: readonly string[]): string {
  return `${anyOf(...words)}?`;
}
