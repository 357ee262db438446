/**
 * Bundles the scripts of the review pages for the browser, and the programs that start often (the command, the document child) in place: a start reads a dozen files instead of hundreds.
 * Packages stay outside, modules loaded on demand stay on demand, and without this step the compiled modules run as they are.
 */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const OUT = resolve('dist');

/** Modules find their data files by import.meta.url: it goes on naming the module itself. Entries and chunks stand one folder below dist. */
const ownUrl = {
  name: 'own-url',
  setup(bundle) {
    bundle.onLoad({ filter: /dist[\\/].*\.js$/ }, ({ path }) => {
      const place = JSON.stringify(`../${relative(OUT, path).replaceAll('\\', '/')}`);
      const contents = readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        `new URL(${place}, import.meta.url).href`,
      );
      return { contents, loader: 'js', resolveDir: dirname(path) };
    });
  },
};

rmSync(resolve(OUT, 'bundle'), { recursive: true, force: true });
await build({
  entryPoints: { 'cli/main': 'dist/cli/main.js', 'pool/child': 'dist/pool/child.js' },
  allowOverwrite: true,
  outdir: OUT,
  chunkNames: 'bundle/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [ownUrl],
  logLevel: 'warning',
});

await build({
  entryPoints: ['list', 'charts', 'document'].map((page) => `web/client/${page}.ts`),
  outdir: resolve(OUT, 'web/client'),
  tsconfig: 'web/client/tsconfig.json',
  // What they share stands beside them: /assets/ has no folders.
  chunkNames: 'shared-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
});
