/** @module Builds dist/ once before the tests: forked children and the command line run the compiled program. */
import { execFileSync } from 'node:child_process';

export default function build(): void {
  if (process.env.GONGKAI_SKIP_BUILD === '1') return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
