/**
 * Bundles what is started or imported from outside (the command, its children, the library), and the scripts of the review pages: a start reads a dozen files instead of
 * hundreds, and the package ships those instead of every module. Packages stay outside, modules loaded on demand stay on demand, and
 * without this step the compiled modules run as they are.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const OUT = resolve('dist');
const ENTRIES = [
  'index',
  'schemas/index',
  'cli/main',
  'cli/inspect/child',
  'cli/tables/child',
  'pool/child',
  'web/render-child',
];

/** Modules find their data files by import.meta.url: it goes on naming the module itself. What is bundled stands in dist/bundle. */
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
  entryPoints: Object.fromEntries(ENTRIES.map((entry) => [entry.replaceAll('/', '-'), `dist/${entry}.js`])),
  outdir: resolve(OUT, 'bundle'),
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [ownUrl],
  logLevel: 'warning',
});

// Every entry keeps its place, and leads to its bundle.
for (const entry of ENTRIES) {
  const file = resolve(OUT, `${entry}.js`);
  const up = relative(dirname(file), resolve(OUT, 'bundle')).replaceAll('\\', '/');
  const bundled = JSON.stringify(`${up.startsWith('.') ? up : `./${up}`}/${entry.replaceAll('/', '-')}.js`);
  const [first] = readFileSync(file, 'utf8').split('\n', 1);
  writeFileSync(file, `${first.startsWith('#!') ? `${first}\n` : ''}export * from ${bundled};\n`);
}

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
