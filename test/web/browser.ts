/** @module A real Chromium for tests of pages, pictures of what it shows, and axe's judgement of it. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Suites are skipped visibly where there is no Chromium. */
export const chromiumInstalled: boolean = existsSync(executable);

const artifacts = fileURLToPath(new URL('../artifacts/', import.meta.url));

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    timeout: 60_000,
  });
}

/** test/artifacts/<name>.png */
export async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  await mkdir(artifacts, { recursive: true });
  await page.screenshot({ path: `${artifacts}${name}.png`, fullPage });
}

/** Serious and critical faults, in words. Evaluated from outside: the page's own policy stays in force. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<import('axe-core').AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html} (${failureSummary})`)
          .join(' | ')}`,
    );
}
