import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { criteriaOf } from '../../src/render/criteria.ts';
import { renderCriteriaHtml } from '../../src/render/criteria-html.ts';
import { adult } from '../adult-rule-set.ts';

const executablePath = '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser) process.stdout.write(`skipped: the criteria page is looked at with ${executablePath}\n`);

const identity = { id: 'adult', version: '1.0.0', fingerprint: '1a2b3c4d'.repeat(8) };
const html = renderCriteriaHtml(criteriaOf(adult, identity, { by: 'level' }));

describe.skipIf(!hasBrowser)('the criteria page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  /** The page as a file would show it, and what it asked for. */
  async function opened(options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage(options);
    const requests: string[] = [];
    const problems: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.setContent(html);
    return { page, requests, problems };
  }

  const shown = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).count();

  test.each([
    ['light', 1280],
    ['light', 390],
    ['dark', 1280],
    ['dark', 390],
  ] as const)(
    'in %s, %i wide, has nothing that axe objects to, and no line too wide',
    async (colorScheme, width) => {
      const { page, requests, problems } = await opened({ colorScheme, viewport: { width, height: 900 } });
      await page.addScriptTag({ content: axe.source });
      const violations = await page.evaluate<string[]>(
        'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      );
      expect(violations).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
      expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    },
  );

  test('finds the entries that hold every word, and says how many', async () => {
    const { page } = await opened();
    const all = await shown(page, '[data-entry]');
    await page.fill('input[type=search]', 'SAFETY plan');
    const found = await shown(page, '[data-entry]');
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all / 2);
    expect(await page.textContent('[role=status]')).toBe(`${found} of ${all} entries`);
    await page.fill('input[type=search]', 'zzzz');
    expect(await shown(page, 'main h2')).toBe(0);
    await page.fill('input[type=search]', '');
    expect(await shown(page, '[data-entry]')).toBe(all);
    await page.close();
  });

  test('is whole without script, and has no search box then', async () => {
    const { page } = await opened({ javaScriptEnabled: false });
    expect(await shown(page, '.rule')).toBe(adult.rules.length);
    expect(await shown(page, '.question')).toBe(adult.questions.length);
    expect(await shown(page, 'input')).toBe(0);
    await page.close();
  });

  test('prints everything, whatever was searched for, in dark ink on white', async () => {
    const { page } = await opened({ colorScheme: 'dark' });
    await page.fill('input[type=search]', 'zzzz');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await shown(page, '.rule')).toBe(adult.rules.length);
    expect(await shown(page, 'nav')).toBe(0);
    const colors =
      'getComputedStyle(document.body).backgroundColor + " " + getComputedStyle(document.body).color';
    expect(await page.evaluate<string>(colors)).toBe('rgb(255, 255, 255) rgb(0, 0, 0)');
    await page.close();
  });

  test('can be reached by keyboard: first the way past the contents, then the search box', async () => {
    const { page } = await opened();
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Skip to the criteria');
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('words');
    await page.close();
  });
});
