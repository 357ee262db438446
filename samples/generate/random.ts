/** @module A seeded generator (mulberry32): the same seed gives the same document everywhere. */

export class Random {
  constructor(private state: number) {}
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
  chance(p: number): boolean {
    return this.next() < p;
  }
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
  sample<T>(list: readonly T[], n: number): T[] {
    const left = list.map((_, i) => i);
    const taken: number[] = [];
    while (taken.length < n && left.length > 0) taken.push(...left.splice(Math.floor(this.next() * left.length), 1));
    return taken.sort((a, b) => a - b).map((i) => list[i] as T);
  }
}
