import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';

const executablePath = '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);

/** A page as a file would show it, and what it asked for and complained of. */
interface OpenedPage {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly problems: readonly string[];
}

export type PageOptions = Parameters<Browser['newPage']>[0];

/** Opens a page in the browser. */
type OpenPage = (html: string, options?: PageOptions) => Promise<OpenedPage>;

/** Tests of one page in a browser of their own; where there is none they are skipped, and it is said. */
export function describeInBrowser(name: string, tests: (open: OpenPage) => void): void {
  if (!hasBrowser) process.stdout.write(`skipped: ${name} is looked at with ${executablePath}\n`);
  describe.skipIf(!hasBrowser)(`${name} in a browser`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser.close();
    });
    tests(async (html, options) => {
      const page = await browser.newPage(options);
      const requests: string[] = [];
      const problems: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      await page.setContent(html);
      return { page, requests, problems };
    });
  });
}

/** The looks in which a page is checked. */
export const LOOKS = [
  ['light', 1280],
  ['light', 390],
  ['dark', 1280],
  ['dark', 390],
] as const;

/** Opens a page in one of the looks: axe must object to nothing, no line be too wide, and nothing be asked for. */
export async function expectSound(
  open: OpenPage,
  html: string,
  [colorScheme, width]: (typeof LOOKS)[number],
): Promise<void> {
  // A page that allows no script at all would not allow axe either.
  const options = { colorScheme, viewport: { width, height: 900 }, bypassCSP: true };
  const { page, requests, problems } = await open(html, options);
  await page.addScriptTag({ content: axe.source });
  const violations = await page.evaluate<string[]>(
    'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
  );
  expect(violations).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
  expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
}

/** The colors of the paper and of the ink that a page would be printed with, whatever the screen shows. */
export async function printedColors(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  return page.evaluate<string>(
    'getComputedStyle(document.body).backgroundColor + " " + getComputedStyle(document.body).color',
  );
}
