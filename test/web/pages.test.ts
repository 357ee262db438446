import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReviewServer, startReview } from '../../web/index.js';
import { readReviews, saveReview } from '../../web/reviews/index.js';
import { gongkai } from '../cli/run.js';
import { chromiumInstalled, faults, openBrowser, picture } from './browser.js';
import { makePlace, type Place } from './place.js';

/** Of a machine under load; what is measured stands in bench/. */
const PATIENCE = 30_000;

describe.skipIf(!chromiumInstalled)('pages in Chromium (skipped without it; CHROMIUM names another)', () => {
  let place: Place;
  let server: ReviewServer;
  let browser: Browser;
  let page: Page;
  /** What a script that should not run, or a policy that was hit, would say. */
  const complaints: string[] = [];
  const total = () =>
    place.sample.facts.find(
      (fact) => fact.row_label === '总计' && fact.value === '3669.14' && fact.grade === 'doubtful',
    )!;
  const listed = () => page.locator('.items li button');

  beforeAll(async () => {
    place = await makePlace();
    server = await startReview({ store: place.store, port: 0 });
    browser = await openBrowser();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      colorScheme: 'light',
    });
    context.setDefaultTimeout(PATIENCE);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/404/.test(message.text())) complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await place?.remove();
  });

  it('lists the documents, the worst first', async () => {
    await page.goto(server.url);
    await page.getByText('2 of 2 documents').waitFor();
    const first = page.locator('tbody tr').first();
    expect(await first.innerText()).toMatch(/西安市莲湖区样例事务中心[\s\S]*2023[\s\S]*12\s*errors/);
    expect(await faults(page)).toEqual([]);
    await picture(page, 'list');
  });

  it('finds, filters and sorts', async () => {
    await page.getByRole('searchbox').fill('莲湖 errors-2023');
    await page.getByText('1 of 2 documents').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('combobox', { name: 'Year' }).selectOption('2020');
    await page.getByText('1 of 2 documents').waitFor();
    await page.getByRole('combobox', { name: 'Year' }).selectOption('');
    await page.getByRole('button', { name: 'Year' }).click();
    await page.getByRole('button', { name: 'Year' }).click();
    expect(await page.locator('tbody tr').first().innerText()).toContain('2020');
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toMatch(/^Year/);
  });

  it('is read without scrolling sideways in a narrow window', async () => {
    const wide = page.viewportSize()!;
    await page.setViewportSize({ width: 380, height: 800 });
    const [entity, findings] = await Promise.all(
      ['th', 'td:last-child'].map((cell) => page.locator(`tbody tr:first-child ${cell}`).boundingBox()),
    );
    expect(entity!.width).toBeGreaterThan(250);
    expect(findings!.x + findings!.width).toBeLessThanOrEqual(380);
    expect(await faults(page)).toEqual([]);
    await picture(page, 'list-narrow');
    await page.setViewportSize(wide);
  });

  it('opens a document and jumps from a finding to its evidence', async () => {
    await page.getByRole('link', { name: '西安市莲湖区样例事务中心' }).click();
    await listed().first().waitFor();
    await page.locator('.boxes .evidence.current').first().waitFor();
    await listed().filter({ hasText: 'summary-sides' }).first().click();
    await page.locator(`td.chosen[data-cell="${total().id}"]`).waitFor();
    expect(await page.getByRole('textbox', { name: 'Page number' }).inputValue()).toBe(String(total().page));
    expect(await page.locator('.selected .amount').innerText()).toContain('3669.14');
    // The outline on the picture stands where the cell was read: points of the page, scaled.
    const [x0, , x1] = total().boxes[0]!;
    const drawn = await page.locator(`.boxes rect[data-cell="${total().id}"]`).boundingBox();
    const sheet = await page.locator('.sheet').boundingBox();
    const width = place.sample.pages[total().page - 1]!.width;
    expect((drawn!.x - sheet!.x) / sheet!.width).toBeCloseTo(x0 / width, 1);
    expect(drawn!.width / sheet!.width).toBeCloseTo((x1 - x0) / width, 1);
    await page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('.sheet img');
      return image?.complete && image.naturalWidth > 500;
    });
    expect(await faults(page)).toEqual([]);
    await picture(page, 'document');
  });

  it('marks the same cell on both sides', async () => {
    await page.locator(`td[data-cell="${total().id}"]`).hover();
    await page.locator(`.boxes rect.hovered[data-cell="${total().id}"]`).waitFor({ state: 'attached' });
    const other = place.sample.facts.find((fact) => fact.page === total().page && fact.value === '3562.10')!;
    await page.locator(`.boxes rect[data-cell="${other.id}"]`).hover();
    await page.locator(`td.hovered[data-cell="${other.id}"]`).waitFor();
  });

  it('confirms with the keyboard', async () => {
    await page.locator(`td[data-cell="${total().id}"]`).click();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Your name' }).fill('王芳');
    expect(await page.locator('dialog[open]').innerText()).not.toContain('null');
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.selected .said').waitFor();
    const review = (await readReviews(place.store, place.sample.document.id)).get(total().id);
    expect(review).toMatchObject({
      decision: 'confirmed',
      reviewer: '王芳',
      revision: 1,
      old: { value: '3669.14' },
      new: { value: '3669.14' },
    });
  });

  it('corrects, shows both values, and leaves the extraction as it is', async () => {
    const before = await readFile(join(place.folder, 'documents', place.sample.document.id, 'document.json'));
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: /Correct value/ }).fill('1,23x');
    await page.getByRole('textbox', { name: 'Reason' }).fill('one digit');
    await page.keyboard.press('Enter');
    await page.getByText('Give a number').waitFor();
    await page.getByRole('textbox', { name: /Correct value/ }).fill('3,569.14');
    await page.keyboard.press('Enter');
    await page.locator(`td[data-cell="${total().id}"] ins`).waitFor();
    expect(await page.locator(`td[data-cell="${total().id}"]`).innerText()).toMatch(/3669\.14\s*3569\.14/);
    const review = (await readReviews(place.store, place.sample.document.id)).get(total().id);
    expect(review).toMatchObject({
      decision: 'corrected',
      reviewer: '王芳',
      reason: 'one digit',
      revision: 2,
      old: { value: '3669.14' },
      new: { value: '3569.14' },
    });
    expect(await readFile(join(place.folder, 'documents', place.sample.document.id, 'document.json'))).toEqual(
      before,
    );
    await picture(page, 'document-corrected');
  });

  it('shows the review of another before it is overwritten', async () => {
    await page.keyboard.press('e');
    await saveReview(place.store, place.sample.document.id, total(), {
      decision: 'corrected',
      value: '3569.15',
      reviewer: '李明',
      reason: 'seen first',
      seen: 2,
    });
    await page.getByRole('textbox', { name: 'Reason' }).fill('mine');
    await page.keyboard.press('Enter');
    await page.getByText(/李明 reviewed this meanwhile/).waitFor();
    expect((await readReviews(place.store, place.sample.document.id)).get(total().id)).toMatchObject({
      reviewer: '李明',
      revision: 3,
    });
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /Reviewed 1/ }).click();
    expect(await listed().first().innerText()).toMatch(/3669\.14 → 3569\.15/);
    expect(await faults(page)).toEqual([]);
  });

  it('goes by keyboard from item to item, page to page, figure to figure', async () => {
    await page.locator('.canvas').focus();
    await page.keyboard.press('1');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.locator('.items button.current').innerText()).toBe(await listed().nth(1).innerText());
    await page.keyboard.press('k');
    expect(await page.locator('.items button.current').innerText()).toBe(await listed().nth(0).innerText());
    await page.getByRole('textbox', { name: 'Page number' }).fill('8');
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.cell ?? '');
    const chosen = page.locator('td.figure.chosen');
    await page.locator('td.figure[data-cell]').first().focus();
    const from = await focused();
    await page.keyboard.press('ArrowDown');
    const below = await focused();
    const row = (id: string) => Number(/-r(\d+)c/.exec(id)?.[1]);
    const column = (id: string) => /c(\d+)$/.exec(id)?.[1];
    expect(row(below)).toBeGreaterThan(row(from));
    expect(column(below)).toBe(column(from));
    expect(await chosen.getAttribute('data-cell')).toBe(below);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(from);
    const before = Number(await page.getByRole('textbox', { name: 'Page number' }).inputValue());
    await page.keyboard.press('n');
    expect(await page.getByRole('textbox', { name: 'Page number' }).inputValue()).toBe(String(before + 1));
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await picture(page, 'help');
    await page.keyboard.press('Escape');
  });

  it('speaks Chinese when asked and stays at the place', async () => {
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('tab', { name: /检查结果/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(new URL(page.url()).hash).toContain('page=');
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.sheet img')?.complete);
    await picture(page, 'document-zh');
    await page.goto(new URL('/', server.url).href);
    await page.getByText('显示 2 / 2 份').waitFor();
  });

  it('draws income and expenditure, with the corrected figures, and the same as a table', async () => {
    await page.goto(new URL('/charts?lang=en', server.url).href);
    const chart = page.locator('.chart', { hasText: '西安市莲湖区样例事务中心' });
    await chart.waitFor();
    expect(await chart.getByRole('img').getAttribute('aria-label')).toMatch(
      /2023 Income 3,569\.14, Expenditure 3,560\.77/,
    );
    await chart.getByText('The same as a table').click();
    expect(await chart.locator('tbody tr').innerText()).toMatch(/2023\s+3,569\.14\s+3,560\.77/);
    expect(await faults(page)).toEqual([]);
    await picture(page, 'charts');
  });

  it('shows hostile text as text and an unreadable source as such', async () => {
    await page.goto(new URL(`/documents/${place.hostile.document.id}?lang=en#page=8`, server.url).href);
    await page.getByText(/picture of this page cannot be shown/).waitFor();
    await page.locator('.flow table').first().waitFor();
    expect(await page.locator('h1').innerText()).toContain('<script>');
    expect(await page.evaluate(() => (globalThis as { broken?: number }).broken)).toBeUndefined();
    expect(await page.locator('img').count()).toBe(1);
  });

  it('is as good in the dark and on a small screen', async () => {
    const phone = await browser.newPage({
      viewport: { width: 420, height: 850 },
      colorScheme: 'dark',
      locale: 'en-GB',
    });
    for (const [path, name] of [
      ['/', 'list-dark'],
      [`/documents/${place.sample.document.id}#page=8`, 'document-dark'],
      ['/charts', 'charts-dark'],
    ] as const) {
      await phone.goto(new URL(path, server.url).href);
      await phone.locator('table.documents tbody tr, .flow table, .chart').first().waitFor({ timeout: PATIENCE });
      expect(await faults(phone), name).toEqual([]);
      await picture(phone, name);
    }
    await phone.close();
  });

  it('ran no script it should not and broke no policy of its own', () => {
    expect(complaints.filter((text) => !/status of (404|409|422|500)/.test(text))).toEqual([]);
  });

  it('writes a report without script or request, fit for paper', async () => {
    const file = join(place.folder, 'report.html');
    const { status, stderr } = await gongkai([
      'report',
      place.sample.document.id.slice(0, 8),
      '--out',
      place.folder,
      '--output',
      file,
      '--lang',
      'en',
    ]);
    expect(stderr).toContain('report.html');
    expect(status).toBe(0);
    const report = await browser.newPage({ viewport: { width: 1100, height: 1400 } });
    const asked: string[] = [];
    report.on('request', (request) => {
      if (!request.url().startsWith('data:')) asked.push(request.url());
    });
    await report.goto(pathToFileURL(file).href);
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(await report.locator('script').count()).toBe(0);
    expect(await report.locator('.finding').first().getAttribute('class')).toContain('error');
    expect(await report.locator('.finding.error').count()).toBe(12);
    // Every figure of a finding has its piece of the page, really drawn.
    const sizes = await report
      .locator('.finding img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(sizes.length).toBeGreaterThan(20);
    expect(sizes.every((width) => width > 200)).toBe(true);
    expect(await report.locator('table.statement').count()).toBe(place.sample.tables.length);
    expect(await report.locator('td.doubtful del').first().innerText()).toBe('3669.14');
    expect(await faults(report)).toEqual([]);
    await picture(report, 'report');
    await report.emulateMedia({ media: 'print' });
    const paper = await report.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    await report.close();
  });

  it('escapes everything in a report', async () => {
    const { createPictures, renderReport } = await import('../../web/index.js');
    const pictures = createPictures(place.store);
    try {
      const html = await renderReport({
        document: { ...place.hostile, document: { ...place.hostile.document, id: place.sample.document.id } },
        reviews: new Map(),
        pictures,
        language: 'en',
      });
      expect(html).not.toContain('<script');
      expect(html).not.toMatch(/<img src=x/);
      expect(html.match(/<\/style>/g)).toHaveLength(1);
    } finally {
      await pictures.close();
    }
  });
});
