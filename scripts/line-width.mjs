/**
 * `npm run check:width`: how many lines are longer than 120 characters; the formatter cannot split comments, strings
 * and expressions.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const LONGEST = 120;
/** hono and unstorage: 0.4 %. */
const ALLOWED = 0.005;

const files = execFileSync('git', ['ls-files', '-z', '*.ts', '*.mjs', '*.js', '*.css', '*.html'], {
  encoding: 'utf8',
});
let lines = 0;
const long = [];
for (const file of files.split('\0').filter((name) => name && existsSync(name))) {
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, i) => {
      lines += 1;
      // Characters, not UTF-16 halves.
      const width = [...line].length;
      if (width > LONGEST) long.push(`${file}:${i + 1} ${width}`);
    });
}
const share =
  `${long.length} of ${lines} lines (${((100 * long.length) / lines).toFixed(2)} %)` +
  ` are longer than ${LONGEST} characters`;
if (long.length > lines * ALLOWED) {
  console.error(`${long.join('\n')}\n${share}; allowed are ${100 * ALLOWED} %`);
  process.exitCode = 1;
} else console.log(share);
