import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { barText } from '../../src/render/bar-text.ts';
import { renderAgreement, renderSummary } from '../../src/render/summary-text.ts';
import { createTheme } from '../../src/render/theme.ts';
import { comparedPage, emptyPage, plainPage } from './summary-pages.ts';

const theme = createTheme({ color: false });

describe('a bar', () => {
  test.each([
    [8, 8, 4, '████'],
    [4, 8, 4, '██'],
    [5, 8, 4, '██▌'],
    [1, 1000, 4, '▏'],
    [0, 8, 4, ''],
    [0, 0, 4, ''],
  ])('of %i of %i in %i columns is %s', (part, most, width, bar) => {
    expect(barText(part, most, width)).toBe(bar);
  });
});

describe('the summary of the published cases', () => {
  test('begins with the levels, as bars', () => {
    const text = renderSummary(plainPage, { width: 80, theme });
    expect(text.split('\n\n').slice(0, 2).join('\n\n')).toMatchInlineSnapshot(`
      "84 cases: 31 open, 22 with an alert, 3 rows rejected

      Suggested levels
        outpatient                      9  10.7%  ███████████▌
        IOP                            17  20.2%  █████████████████████▋
        PHP                             5   5.9%  ██████▍
        inpatient                      22  26.1%  ████████████████████████████
        open: outpatient to inpatient   9  10.7%  ███████████▌
        open: IOP to inpatient         17  20.2%  █████████████████████▋
        open: PHP to inpatient          5   5.9%  ██████▍"
    `);
  });

  test('says how far they agree with a reviewer and with another rule set', () => {
    expect(renderAgreement(comparedPage, { width: 80, theme })).toMatchInlineSnapshot(`
      "Agreement with the levels in \`reviewed\`
        Reviewer (row) and suggested level (column), settled cases
                    outpatient         IOP         PHP   inpatient
        outpatient           4           2           ·           ·
        IOP                  4           5           ·           ·
        PHP                  1           4           3           ·
        inpatient            ·           2           1          22

        exact agreement           70.8%  58.3% to 83.3%
        over-placement            4.2%   0.0% to 10.4%
        under-placement           25.0%  14.6% to 37.5%
        Cohen's kappa             0.57   0.40 to 0.73
        kappa, linear weights     0.72   0.58 to 0.83
        kappa, quadratic weights  0.82   0.70 to 0.92
        ICC(2,1)                  0.83   0.71 to 0.92
        95% intervals: percentile bootstrap, 2,000 resamples, seed 1.

        Open cases are apart: 26. The reviewer's level is within their range in 24.
        Cases without a reviewer's level: 10.

        Placed otherwise than by the reviewer, and the rules that decided
        dfs-129385-filled  PHP → IOP        safety.contact-several-times,
                                            step-down.from-inpatient
        dfs-141980-filled  inpatient → PHP  safety.daily-monitoring,
                                            step-down.inpatient-severe
        dfs-146029-filled  inpatient → IOP  safety.risky-substance-use,
                                            functioning.severe-symptoms
        dfs-114419-filled  inpatient → IOP  safety.thoughts-of-harming-others,
                                            safety.risky-substance-use,
                                            step-down.from-inpatient
        and 12 more: \`--differences FILE\` writes all

      Compared with adult@1.0.0+5e6f7a8b
        82 alike, 2 higher here, 0 lower here.
        adult@1.0.0+5e6f7a8b (row) and suggested level (column), settled cases
                    outpatient         IOP         PHP   inpatient
        outpatient           9           1           ·           ·
        IOP                  ·          16           ·           ·
        PHP                  ·           ·           5           ·
        inpatient            ·           ·           ·          22

        Placed otherwise than by adult@1.0.0+5e6f7a8b, and the rules that decided
        fp-php-3         outpatient to inpatient → IOP to inpatient
          here safety.contact-several-times
        fp-php-3-filled  outpatient → IOP
          here safety.contact-several-times
      "
    `);
  });

  test.each([120, 80, 60, 40])('is at most %i columns wide', (width) => {
    for (const page of [plainPage, comparedPage, emptyPage]) {
      const lines = renderSummary(page, { width, theme }).split('\n');
      expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
    }
  });

  test('counts every case once among the levels and their ranges', () => {
    const { settled, open, scored } = plainPage.summary;
    const all = [...settled, ...open.map(({ cases }) => cases)].reduce((sum, cases) => sum + cases, 0);
    expect([all, scored]).toEqual([84, 84]);
  });

  test('says in words what color says', () => {
    const colored = renderSummary(comparedPage, { width: 80, theme: createTheme({ color: true }) });
    const plain = stripVTControlCharacters(colored);
    expect(colored).not.toBe(plain);
    expect(plain).toBe(renderSummary(comparedPage, { width: 80, theme }));
  });
});

test('without a case there is no figure, and that is said', () => {
  const text = renderAgreement(emptyPage, { width: 80, theme });
  expect(text.match(/not defined/g)).toHaveLength(7);
  expect(text).not.toContain('Placed otherwise than by the reviewer');
});
