import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { buildProgram } from '../../cli/program.js';
import { freePort } from '../setup/ports.js';
import { redisInstalled } from '../setup/redis.js';

const infra = fileURLToPath(new URL('../../infra/', import.meta.url));

/** Every command line that a manifest gives to gongkai must be one that gongkai takes. */
async function expectCalls(calls: string[][]): Promise<void> {
  expect(calls.length).toBeGreaterThan(0);
  const program = await buildProgram(null);
  for (const [name, ...args] of calls) {
    const command = program.commands.find((each) => each.name() === name) as Command;
    expect(command, name).toBeDefined();
    expect(command.parseOptions(args).unknown, [name, ...args].join(' ')).toEqual([]);
  }
}

describe('infra', () => {
  it('compose: services are whole and call gongkai rightly', async () => {
    const compose = parse(await readFile(`${infra}compose.yaml`, 'utf8'), { merge: true }) as {
      services: Record<
        string,
        { image: string; command?: string[]; environment?: Record<string, string>; depends_on?: object }
      >;
    };
    const ours = Object.values(compose.services).filter((service) => service.image === 'gongkai:latest');
    for (const service of ours) {
      expect(service.environment).toHaveProperty('GONGKAI_QUEUE');
      for (const name of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty(name);
    }
    await expectCalls(ours.flatMap((service) => (service.command ? [service.command] : [])));
  });

  it('kubernetes: manifests are named, probed, bounded, and call gongkai rightly', async () => {
    const calls: string[][] = [];
    const kinds: string[] = [];
    for (const file of (await readdir(`${infra}kubernetes`)).filter((name) => name.endsWith('.yaml'))) {
      for (const document of parseAllDocuments(await readFile(`${infra}kubernetes/${file}`, 'utf8'))) {
        expect(document.errors, file).toEqual([]);
        const manifest = document.toJS() as {
          kind: string;
          apiVersion: string;
          spec?: { template?: { spec: { containers: Record<string, never>[] } } };
        };
        expect(manifest.apiVersion, file).toBeTruthy();
        kinds.push(manifest.kind);
        for (const container of manifest.spec?.template?.spec.containers ?? []) {
          const { image, args, resources, readinessProbe } = container as unknown as {
            image: string;
            args: string[];
            resources: { limits: { memory: string } };
            readinessProbe: object;
          };
          expect(resources.limits.memory, file).toBeTruthy();
          expect(readinessProbe, file).toBeTruthy();
          if (image === 'gongkai:latest') calls.push(args);
        }
      }
    }
    expect(kinds).toContain('ScaledObject');
    await expectCalls(calls);
  });

  it('kubernetes and compose give Redis the same configuration', async () => {
    expect(await readFile(`${infra}kubernetes/redis.conf`, 'utf8')).toBe(
      await readFile(`${infra}redis.conf`, 'utf8'),
    );
  });

  it.skipIf(!redisInstalled)('redis.conf: a real Redis takes it, keeps everything and evicts nothing', async () => {
    const [port, dir] = [await freePort(), await mkdtemp(join(tmpdir(), 'gongkai-redis-'))];
    const server = spawn(
      'redis-server',
      [`${infra}redis.conf`, '--port', String(port), '--bind', '127.0.0.1', '--dir', dir],
      { stdio: 'ignore' },
    );
    try {
      const ask = (...args: string[]) =>
        spawnSync('redis-cli', ['-p', String(port), ...args], { encoding: 'utf8' })
          .stdout.trim()
          .split('\n')
          .at(-1);
      for (let tries = 0; ask('ping') !== 'PONG' && tries < 100; tries++) await sleep(50);
      expect(ask('config', 'get', 'maxmemory-policy')).toBe('noeviction');
      expect(ask('config', 'get', 'appendonly')).toBe('yes');
    } finally {
      server.kill('SIGKILL');
      await rm(dir, { recursive: true, force: true });
    }
  });
});
