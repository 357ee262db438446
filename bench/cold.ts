/**
 * @module The whole program, cold, from start to written result: `npx tsx bench/cold.ts [--rounds 5] FILE.pdf…`. Wall
 * time of the command, and the largest resident memory of any of its processes (from /proc, so Linux only).
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createWorkFolder } from '../pool/work-folder.js';
import { pdfsOf, wholeNumber } from './arguments.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const files = pdfsOf(positionals);
const rounds = wholeNumber('--rounds', values.rounds, 5);
/** The compiled command: `npm run build` makes it. */
const command = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Peak resident megabytes of a process by role: the command itself, its child. */
function peaks(pid: number, seen: Map<string, number>): void {
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const status = readFileSync(`/proc/${entry}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      if (Number(entry) !== pid && parent !== pid) continue;
      const role = Number(entry) === pid ? 'command' : 'child';
      const peak = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
      seen.set(role, Math.max(seen.get(role) ?? 0, peak));
    } catch {
      // The process ended between listing and reading.
    }
  }
}

async function once(file: string, seen: Map<string, number>): Promise<number> {
  const out = createWorkFolder('cold');
  try {
    const start = performance.now();
    const run = spawn(process.execPath, [command, 'extract', file, '--out', out.path, '--jobs', '1', '--quiet'], {
      stdio: 'ignore',
    });
    const watch = setInterval(() => peaks(run.pid!, seen), 50);
    const code = await new Promise<number | null>((resolve) => run.on('exit', resolve));
    clearInterval(watch);
    if (code !== 0) throw new Error(`${file}: the command ended with ${code}`);
    return performance.now() - start;
  } finally {
    await out.remove();
  }
}

for (const file of files) {
  const seen = new Map<string, number>();
  const walls: number[] = [];
  for (let i = 0; i < rounds; i++) walls.push(await once(file, seen));
  walls.sort((a, b) => a - b);
  const memory = [...seen].map(([role, mb]) => `${role} ${Math.round(mb)} MB`).join(', ');
  console.log(
    `${basename(file)}: ${walls[0]!.toFixed(0)} / ${walls[Math.floor(walls.length / 2)]!.toFixed(0)} / ` +
      `${walls.at(-1)!.toFixed(0)} ms (least, median, most of ${walls.length}); peak ${memory}`,
  );
}
