import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCases } from '../../src/batch/read-cases.ts';
import { createReading } from '../../src/batch/reading.ts';
import { type Answers, OPEN } from '../../src/core/answers.ts';
import { explain } from '../../src/explain/explain.ts';
import { renderReport } from '../../src/render/render-report.ts';
import type { ReportSubject } from '../../src/render/report.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';

const executablePath = '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser) process.stdout.write(`skipped: the report page is looked at with ${executablePath}\n`);

const published = resolve(import.meta.dirname, '../../rules/adult/examples/published.yaml');
const source = {
  path: published,
  open: async function* () {
    yield readFileSync(published);
  },
};

function subjectOf(id: string, answers: Answers, more: Partial<ReportSubject> = {}): ReportSubject {
  const identity = { id: 'adult', version: '1.0.0', fingerprint: '1a2b3c4d'.repeat(8) };
  return { id, ruleSet: adult, identity, answers, explanation: explain(compiledAdult, answers), ...more };
}

const subjects = new Map<string, ReportSubject>();
for await (const rows of readCases([source], createReading(adult))) {
  for (const row of rows) if (row.kind === 'case') subjects.set(row.id, subjectOf(row.id, row.answers));
}

function subject(id: string): ReportSubject {
  const found = subjects.get(id);
  if (found === undefined) throw new Error(`no published case has the id ${id}`);
  return found;
}

/** Every question answered, with a note, and placed elsewhere than suggested: as much as a usual report holds. */
const known = subject('fp-iop-1').answers;
const whole = subjectOf(
  'k7f3-9xq2',
  adult.questions.map((_, index) => (known[index] === OPEN ? 0 : (known[index] ?? 0))),
  {
    day: '2026-01-15',
    notes: { work_or_school: 'laid off in March; wants to return by June' },
    agreement: {
      decision: 'overridden',
      placed: 'php',
      reason: adult.overrideReasons[0]?.id ?? '',
      note: 'The family asks for days with more structure until the visit on Thursday.',
    },
  },
);
const alerting = subject('dfs-123899');

const pageOf = (report: ReportSubject) => renderReport(report, { format: 'html', width: 80 });

describe.skipIf(!hasBrowser)('the report page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  test.each([
    ['light', 1100, whole],
    ['dark', 1100, whole],
    ['light', 390, alerting],
    ['dark', 390, alerting],
  ] as const)(
    'in %s, %i wide, has nothing that axe objects to, asks for nothing, and no line is too wide',
    async (colorScheme, width, report) => {
      const page = await browser.newPage({
        colorScheme,
        viewport: { width, height: 900 },
        // The page allows no script at all, and axe is one.
        bypassCSP: true,
      });
      const requests: string[] = [];
      const problems: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => problems.push(message.text()));
      await page.setContent(pageOf(report));
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

  test.each(['A4', 'Letter'] as const)('prints a usual case on one sheet of %s', async (format) => {
    const page = await browser.newPage();
    for (const report of [whole, alerting, subject('fp-iop-1')]) {
      await page.setContent(pageOf(report));
      const pdf = await page.pdf({ format });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
      expect(sheets).toHaveLength(1);
    }
    await page.close();
  });

  test('prints in dark ink on white, whatever the screen shows', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.setContent(pageOf(whole));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colors =
      'getComputedStyle(document.body).backgroundColor + " " + getComputedStyle(document.body).color';
    expect(await page.evaluate<string>(colors)).toBe('rgb(255, 255, 255) rgb(0, 0, 0)');
    await page.close();
  });
});
