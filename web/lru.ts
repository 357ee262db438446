/** @module A cache with a bound on what it holds; what was used longest ago goes first. */
export class LruCache<T> {
  #entries = new Map<string, { value: T; weight: number }>();
  #held = 0;

  /** @param bound in the unit that `weigh` gives */
  constructor(
    readonly bound: number,
    private weigh: (value: T) => number,
    private onEvict: (value: T) => void = () => {},
  ) {}

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** What is heavier than the bound alone is not kept. */
  set(key: string, value: T): void {
    this.delete(key);
    const weight = this.weigh(value);
    if (weight > this.bound) return;
    this.#entries.set(key, { value, weight });
    this.#held += weight;
    for (const [oldest, entry] of this.#entries) {
      if (this.#held <= this.bound) break;
      this.delete(oldest);
      this.onEvict(entry.value);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#held -= entry.weight;
  }
}
