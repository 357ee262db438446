/**
 * Removes the declarations that no user of the library can reach: types of everything inside would be a promise, and
 * are many files.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const reached = new Set();
function follow(file) {
  if (reached.has(file)) return;
  reached.add(file);
  for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)) {
    follow(resolve(dirname(file), `${target}.d.ts`));
  }
}
follow(resolve('dist/index.d.ts'));
follow(resolve('dist/schemas/index.d.ts'));

for (const name of readdirSync('dist', { recursive: true })) {
  const file = resolve(join('dist', name));
  if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
}
