import { expect, test } from 'vitest';
import { renderSummaryHtml } from '../../src/render/summary-html.ts';
import { comparedPage, plainPage } from '../render/summary-pages.ts';
import { describeInBrowser, expectSound, LOOKS, printedColors } from './browser.ts';

const html = renderSummaryHtml(comparedPage);
/** As it looks once a person has opened every table. */
const opened = html.replaceAll('<details>', '<details open>');

/** Of each bar the contrast of its color to the paper, after WCAG 2. An outline counts for a bar that has one. */
const CONTRASTS = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = luminance(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll('.chart path:not([fill="none"])')].map((bar) => {
    const style = getComputedStyle(bar);
    const ink = luminance(style.stroke === 'none' ? style.fill : style.stroke);
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  });
})()`;

describeInBrowser('the page about a scoring run', (open) => {
  test.each(LOOKS)('in %s, %i wide, is sound', async (...look) => {
    await expectSound(open, html, look);
  });

  test.each(LOOKS)('in %s, %i wide, is sound with its tables open', async (...look) => {
    await expectSound(open, opened, look);
  });

  test.each(['light', 'dark'] as const)(
    'has bars that stand out from the paper in %s',
    async (colorScheme) => {
      const { page } = await open(renderSummaryHtml(plainPage), { colorScheme, bypassCSP: true });
      const contrasts = await page.evaluate<number[]>(CONTRASTS);
      expect(contrasts.length).toBeGreaterThan(50);
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3);
      await page.close();
    },
  );

  test('shows each chart once: wide where there is room, else narrow', async () => {
    for (const width of [1280, 390]) {
      const { page } = await open(html, { viewport: { width, height: 900 } });
      const drawn = page.locator('.chart').filter({ visible: true });
      expect(await drawn.count()).toBe((await page.locator('.chart').count()) / 2);
      expect(await drawn.first().getAttribute('class')).toBe(width === 390 ? 'chart narrow' : 'chart wide');
      await page.close();
    }
  });

  test('is whole without script, and its tables open by keyboard', async () => {
    const { page } = await open(html, { javaScriptEnabled: false });
    const table = page.locator('details').first();
    expect(await table.locator('table').isVisible()).toBe(false);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await table.locator('table').isVisible()).toBe(true);
    await page.close();
  });

  test('prints in dark ink on white, with the tables that were opened and no others', async () => {
    const { page } = await open(html.replace('<details>', '<details open>'), { colorScheme: 'dark' });
    expect(await printedColors(page)).toBe('rgb(255, 255, 255) rgb(0, 0, 0)');
    expect(await page.locator('details').filter({ visible: true }).count()).toBe(1);
    expect(await page.locator('.chart.wide').first().isVisible()).toBe(true);
    await page.close();
  });
});
