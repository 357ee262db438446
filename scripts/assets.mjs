/** Copies what tsc does not compile (data files, client scripts, styles) beside the compiled modules, and marks the command executable. */
import { chmodSync, cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';

const ASSETS = ['pipeline/domain/data', 'web/client'];
for (const path of ASSETS) if (existsSync(path)) cpSync(path, `dist/${path}`, { recursive: true });
if (existsSync('dist/cli/main.js')) chmodSync('dist/cli/main.js', 0o755);

// In a clone, npx looks for a command in node_modules/.bin before anything else; npm does not link a package's own there.
if (process.platform !== 'win32' && existsSync('node_modules/.bin')) {
  rmSync('node_modules/.bin/gongkai', { force: true });
  symlinkSync('../../dist/cli/main.js', 'node_modules/.bin/gongkai');
}
