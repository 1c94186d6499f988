import { describe, expect, test } from 'vitest';
import { barChart } from '../../src/render/charts.ts';
import type { SummarySection } from '../../src/render/summary-sections.ts';
import { SUMMARY_STYLE } from '../../src/render/summary-style.ts';

const section: SummarySection = {
  part: 'Levels',
  title: 'Levels',
  whole: 200,
  shareOf: 'all cases',
  bars: [
    { label: 'low', cases: 100, tone: 0 },
    { label: 'middle', cases: 50, tone: 0.5 },
    { label: 'open: low to high', cases: 25, tone: 'open' },
    { label: 'urgent', cases: 20, tone: 'alert' },
    { label: 'else', cases: 5 },
  ],
};

const chart = barChart(section, 5).text;

/** The lengths of the bars of one drawing, in its own pixels. */
function lengths(svg: string): number[] {
  return [...svg.matchAll(/<path d="M[\d.]+ [\d.]+l([\d.]+) 0l0 [\d.]+l-/g)].map(([, length]) =>
    Number(length),
  );
}

describe('a chart', () => {
  test('is drawn for wide and for narrow pages, each bar as long as its count is', () => {
    const drawings = chart.split('<svg ').slice(1);
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      const [longest = 0, ...others] = lengths(drawing);
      expect(others).toHaveLength(4);
      // The outlined bar is narrower by its outline.
      expect(others.map((length) => length / longest)).toEqual([
        expect.closeTo(0.5, 2),
        expect.closeTo(0.25, 1),
        expect.closeTo(0.2, 2),
        expect.closeTo(0.05, 2),
      ]);
    }
  });

  test('says its numbers beside its bars', () => {
    for (const text of ['100 · 50.0%', '50 · 25.0%', '25 · 12.5%', '20 · 10.0%', '5 · 2.5%']) {
      expect(chart.split(`>${text}<`)).toHaveLength(3);
    }
  });

  test('draws the first bars only, where more are too many', () => {
    expect(barChart(section, 2).text).not.toContain('urgent');
  });

  test('takes every color from the page that it stands in', () => {
    const variables = new Set([...chart.matchAll(/var\((--[a-z-]+)\)/g)].map(([, name]) => name));
    expect(variables).toEqual(
      new Set(['--ink', '--line', '--mark', '--alert', '--open', '--soft', '--bottom-rung', '--top-rung']),
    );
    for (const name of variables) expect(SUMMARY_STYLE.split(`${name}:`).length).toBeGreaterThan(2);
    const colors = [...chart.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color ?? '');
    expect(colors.filter((color) => !/^(none|var\(|color-mix\()/.test(color))).toEqual([]);
  });

  test('holds no script, no style, no link, and is the same each time', () => {
    expect(chart).not.toMatch(/<script|<style|<image|href|url\(| on\w+=| class="zr/);
    expect(barChart(section, 5).text).toBe(chart);
  });

  test('takes no label for markup, and cuts one that is too long', () => {
    const label = `<b onclick="x">&amp; ${'very '.repeat(20)}`;
    const text = barChart({ ...section, title: '"><i>', bars: [{ label, cases: 1 }] }, 5).text;
    expect(text).not.toMatch(/<b |<i>/);
    expect(text).toContain('&lt;b onclick=');
    expect(text).toContain('…</text>');
  });

  test('of nothing has no bar and does not fail', () => {
    const text = barChart({ ...section, whole: 0, bars: [{ label: 'none', cases: 0, tone: 1 }] }, 5).text;
    expect(text).toContain('>0 · 0%<');
  });
});
