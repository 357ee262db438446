/**
 * @module A map whose keys are four numbers, compared one by one: numbers made into strings cost more than all else
 * about a ruling.
 */

interface Entry<T> {
  a: number;
  b: number;
  c: number;
  d: number;
  value: T;
  next: Entry<T> | undefined;
}

export class FourKeyed<T> {
  readonly #buckets = new Map<number, Entry<T>>();
  readonly #entries: Entry<T>[] = [];

  get size(): number {
    return this.#entries.length;
  }

  /** @returns whether the key is new; else its value is replaced and keeps its place */
  set(a: number, b: number, c: number, d: number, value: T): boolean {
    // Keys have two decimals and differ in any of the four. The hash is a small integer, which a Map finds fastest.
    const hash = (a * 100 + b * 7_900 + c * 103_700 + d * 1_236_100) | 0;
    const first = this.#buckets.get(hash);
    for (let entry = first; entry; entry = entry.next) {
      if (entry.a === a && entry.b === b && entry.c === c && entry.d === d) {
        entry.value = value;
        return false;
      }
    }
    const entry: Entry<T> = { a, b, c, d, value, next: first };
    this.#buckets.set(hash, entry);
    this.#entries.push(entry);
    return true;
  }

  /** In the order in which their keys came. */
  *values(): Generator<T> {
    for (const { value } of this.#entries) yield value;
  }
}
