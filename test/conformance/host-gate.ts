/** @module One suite for every HostGate driver. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Doorman, HostBusy, type HostGate, type Lease } from '../../crawl/host-gate.js';

/** Clocks count whole milliseconds, and timers may be one early. */
const TICK = 2;

/** @param create two gates that share their state, as two workers do */
export function hostGateConformance(name: string, create: () => [HostGate, HostGate]): void {
  let number = 0;
  const host = () => `${name}-${++number}.test`;
  const entered = (answer: Lease | number): Lease => {
    if (typeof answer === 'number') throw new Error(`not free for ${answer} ms`);
    return answer;
  };

  describe(`HostGate: ${name}`, () => {
    it('lets one in at a time, over all workers, and each host for itself', async () => {
      const [one, two] = create();
      const [a, b] = [host(), host()];
      entered(await one.enter(a, 5000));
      expect(await two.enter(a, 5000)).toBeGreaterThan(0);
      expect(await one.enter(a, 5000)).toBeGreaterThan(0);
      entered(await two.enter(b, 5000));
    });

    it('keeps the pause after the end of a request', async () => {
      const [one, two] = create();
      const a = host();
      await entered(await one.enter(a, 5000)).leave(120);
      const wait = await two.enter(a, 5000);
      expect(wait).toBeGreaterThan(60);
      expect(wait).toBeLessThanOrEqual(120);
      await sleep((wait as number) + TICK);
      entered(await two.enter(a, 5000));
    });

    it('frees a host whose visitor died, and ignores the dead when they come back', async () => {
      const [one, two] = create();
      const a = host();
      const dead = entered(await one.enter(a, 60));
      await sleep(80);
      const alive = entered(await two.enter(a, 5000));
      await dead.leave(60_000);
      expect(await one.enter(a, 5000)).toBeLessThan(1000);
      await alive.leave(0);
      entered(await one.enter(a, 5000));
    });

    it('gives each of those who must wait a turn of its own', async () => {
      const [one, two] = create();
      const a = host();
      entered(await one.enter(a, 5000));
      const turns = [await one.queue(a, 1000), await two.queue(a, 1000), await one.queue(a, 1000)];
      for (const [index, turn] of turns.entries()) expect(Math.abs(turn - (index + 1) * 1000)).toBeLessThan(300);
    });

    it('keeps order through doormen: no two at once, pauses kept, whoever asks', async () => {
      const [one, two] = create();
      const a = host();
      const doors = [new Doorman(one), new Doorman(two)];
      const visits: { began: number; ended: number }[] = [];
      await Promise.all(
        [0, 1, 2, 3].map(async (index) => {
          const lease = await doors[index % 2]!.enter(a, 50, 5000);
          const began = Date.now();
          await sleep(20);
          visits.push({ began, ended: Date.now() });
          await lease.leave(50);
        }),
      );
      visits.sort((x, y) => x.began - y.began);
      for (const [index, visit] of visits.slice(1).entries())
        expect(visit.began - visits[index]!.ended).toBeGreaterThanOrEqual(50 - TICK);
    });

    it('sends away those for whom there is no room at the door, with a time to come back', async () => {
      const [one] = create();
      const a = host();
      const lease = entered(await one.enter(a, 10_000));
      const door = new Doorman(one);
      const patient = [door.enter(a, 400, 5000), door.enter(a, 400, 5000)];
      const sent = await door.enter(a, 400, 5000).then(
        () => null,
        (error: unknown) => error,
      );
      expect(sent).toBeInstanceOf(HostBusy);
      expect((sent as HostBusy).waitMs).toBeGreaterThan(100);
      await lease.leave(0);
      await Promise.all(patient.map(async (each) => (await each).leave(0)));
    });
  });
}
