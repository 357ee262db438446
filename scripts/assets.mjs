/** Copies what tsc does not compile (data files, styles) beside the compiled modules, and marks the command executable. */
import { chmodSync, cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';

const ASSETS = ['pipeline/domain/data'];
for (const path of ASSETS) if (existsSync(path)) cpSync(path, `dist/${path}`, { recursive: true });
// Scripts of the client are bundled by bundle.mjs; a name of an earlier build must not be served.
rmSync('dist/web/client', { recursive: true, force: true });
cpSync('web/client', 'dist/web/client', { recursive: true, filter: (path) => !/\.(ts|json)$/.test(path) });
if (existsSync('dist/cli/main.js')) chmodSync('dist/cli/main.js', 0o755);

// In a clone, npx looks for a command in node_modules/.bin before anything else; npm does not link a package's own there.
if (process.platform !== 'win32' && existsSync('node_modules/.bin')) {
  rmSync('node_modules/.bin/gongkai', { force: true });
  symlinkSync('../../dist/cli/main.js', 'node_modules/.bin/gongkai');
}
