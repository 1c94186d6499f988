import { describe, expect, test } from 'vitest';
import { renderSummaryHtml } from '../../src/render/summary-html.ts';
import { summarySections } from '../../src/render/summary-sections.ts';
import { comparedPage, emptyPage, plainPage } from './summary-pages.ts';

const page = renderSummaryHtml(comparedPage);

describe('the page about a scoring run', () => {
  test('has a table behind each chart, with every number of it', () => {
    const sections = summarySections(comparedPage);
    const tables = page.split('<table>').slice(1);
    expect(page.match(/<div class="chart wide"/g)).toHaveLength(sections.length);
    for (const { title, bars } of sections) {
      const table = tables.find((text) => text.includes(`<caption>${title}</caption>`)) ?? '';
      const numbers = [...(table.split('</table>')[0]?.matchAll(/<td class="number">([\d,]+)<\/td>/g) ?? [])];
      expect(numbers.map(([, text]) => Number(text))).toEqual(bars.map(({ cases }) => cases));
    }
  });

  test('runs no script, loads nothing, and escapes what comes from the command line', () => {
    const { expected } = comparedPage;
    if (expected === undefined) throw new Error('the page compares');
    const hostile = renderSummaryHtml({
      ...comparedPage,
      files: ['<script>alert(1)</script>.csv'],
      expected: { ...expected, column: '"><img src=x>' },
    });
    expect(hostile).not.toMatch(/<script|<img|<link|@import|url\(/);
    expect(hostile).toContain('&lt;script&gt;alert(1)&lt;/script&gt;.csv');
    expect(page).toContain(
      'content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;',
    );
  });

  test('shows the matrix of agreement, each row shaded by its shares', () => {
    const matrix = comparedPage.expected?.agreement.matrix ?? [];
    const cells = [...page.matchAll(/<td class="(?:same|other)" style="--share: ([\d.]+)">(\d+)<\/td>/g)];
    const shown = cells.slice(0, 16).map(([, , count]) => Number(count));
    expect(shown).toEqual(matrix.flat());
    for (const [row, counts] of matrix.entries()) {
      const shares = cells.slice(4 * row, 4 * row + 4).map(([, share]) => Number(share));
      const whole = counts.reduce((sum, count) => sum + count, 0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(whole === 0 ? 0 : 1, 2);
    }
  });

  test('leaves out what was not asked for, and what there is nothing of', () => {
    const plain = renderSummaryHtml(plainPage);
    expect(plain).not.toContain('Agreement');
    expect(plain).not.toContain('Compared with');
    const empty = renderSummaryHtml(emptyPage);
    expect(empty).toContain('<h1>0 cases scored</h1>');
    expect(empty).not.toContain('<h2>Alerts</h2>');
    expect(empty).toContain('not defined');
    expect(empty).toContain('No case is placed otherwise.');
  });
});
