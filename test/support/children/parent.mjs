/** A parent that gives its child work and is then killed from outside. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createPool } from '../../../dist/pool/index.js';

// As the command does: an end in good order, with what is to be removed.
if (process.env.PARENT_SIGNALS) process.on('SIGTERM', () => process.exit(143));
const bytes = new TextEncoder().encode('sleep 60000');
const pool = createPool({ jobs: 1, childEntry: fileURLToPath(new URL('./behave.mjs', import.meta.url)) });
await pool.extract({
  input: { bytes },
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  source: { uri: 'file:a.pdf', file_name: 'a.pdf' },
  options: {},
});
