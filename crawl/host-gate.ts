/**
 * @module The HostGate port: at most one connection a host, and a pause between two requests, over everything that
 * shares the gate. Drivers: memory (below, one process) and workers/redis-gate.ts (all workers).
 */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Lease {
  /** Ends the request; the host is left alone for so many milliseconds. */
  leave(pauseMs: number): Promise<void>;
}

export interface HostGate {
  /** The host's one connection if it is free now, else the milliseconds until it may be. */
  enter(host: string, leaseMs: number): Promise<Lease | number>;
  /**
   * Milliseconds until a turn of one's own: each caller is sent one pause later than the one before, so that they do
   * not all come back at once.
   */
  queue(host: string, pauseMs: number): Promise<number>;
}

/** The host has no turn for us soon; come back later. Nothing was sent. */
export class HostBusy extends Error {
  constructor(
    readonly host: string,
    readonly waitMs: number,
    /** Milliseconds until the host is free at all; waitMs counts those in front as well. */
    readonly freeInMs: number,
  ) {
    super(`${host} is busy; the next turn is in ${Math.ceil(waitMs / 1000)} s`);
    this.name = 'HostBusy';
  }
}

/**
 * So many callers of one process wait at a host's door; the others are sent away, lest they take every place that
 * another host could use.
 */
const AT_THE_DOOR = 2;

/** Waits at the gate for a short while. */
export class Doorman {
  readonly #waiting = new Map<string, number>();
  constructor(readonly gate: HostGate) {}

  /** @throws HostBusy */
  async enter(host: string, pauseMs: number, leaseMs: number, signal?: AbortSignal): Promise<Lease> {
    const waiting = this.#waiting.get(host) ?? 0;
    const patience = Math.max(1000, 2 * pauseMs);
    const end = Date.now() + patience;
    this.#waiting.set(host, waiting + 1);
    try {
      for (;;) {
        const answer = await this.gate.enter(host, leaseMs);
        if (typeof answer !== 'number') return answer;
        if (waiting >= AT_THE_DOOR || Date.now() + answer > end)
          throw new HostBusy(host, await this.gate.queue(host, pauseMs), answer);
        await sleep(Math.max(answer, 5), undefined, { signal });
      }
    } finally {
      const rest = (this.#waiting.get(host) ?? 1) - 1;
      if (rest > 0) this.#waiting.set(host, rest);
      else this.#waiting.delete(host);
    }
  }
}

interface HostState {
  freeAt: number;
  held: symbol | null;
  heldUntil: number;
  slot: number;
}

export function createMemoryGate(): HostGate {
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const state = hosts.get(host) ?? { freeAt: 0, held: null, heldUntil: 0, slot: 0 };
    hosts.set(host, state);
    return state;
  };
  return {
    async enter(host, leaseMs) {
      const state = stateOf(host);
      const now = Date.now();
      if (state.held && state.heldUntil > now) return Math.min(250, state.heldUntil - now);
      if (state.freeAt > now) return state.freeAt - now;
      const token = Symbol(host);
      state.held = token;
      state.heldUntil = now + leaseMs;
      return {
        async leave(pauseMs) {
          if (state.held !== token) return;
          state.held = null;
          state.freeAt = Math.max(state.freeAt, Date.now() + pauseMs);
        },
      };
    },
    async queue(host, pauseMs) {
      const state = stateOf(host);
      const now = Date.now();
      state.slot = Math.max(state.slot, state.freeAt, now) + pauseMs;
      return state.slot - now;
    },
  };
}
