import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { criteriaOf } from '../../src/render/criteria.ts';
import { renderCriteriaHtml } from '../../src/render/criteria-html.ts';
import { adult } from '../adult-rule-set.ts';
import { describeInBrowser, expectSound, LOOKS, type PageOptions, printedColors } from './browser.ts';

const identity = { id: 'adult', version: '1.0.0', fingerprint: '1a2b3c4d'.repeat(8) };
const html = renderCriteriaHtml(criteriaOf(adult, identity, { by: 'level' }));

describeInBrowser('the criteria page', (open) => {
  const opened = (options?: PageOptions) => open(html, options);

  const shown = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).count();

  test.each(LOOKS)('in %s, %i wide, is sound', async (...look) => {
    await expectSound(open, html, look);
  });

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
    expect(await printedColors(page)).toBe('rgb(255, 255, 255) rgb(0, 0, 0)');
    expect(await shown(page, '.rule')).toBe(adult.rules.length);
    expect(await shown(page, 'nav')).toBe(0);
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
