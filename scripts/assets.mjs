/** Copies what tsc does not compile (data files, client scripts, styles) beside the compiled modules, and marks the command executable. */
import { chmodSync, cpSync, existsSync } from 'node:fs';

const ASSETS = ['pipeline/map/data', 'pipeline/check/data', 'web/client'];
for (const path of ASSETS) if (existsSync(path)) cpSync(path, `dist/${path}`, { recursive: true });
if (existsSync('dist/cli/main.js')) chmodSync('dist/cli/main.js', 0o755);
