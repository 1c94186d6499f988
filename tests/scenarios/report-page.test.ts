import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCases } from '../../src/batch/read-cases.ts';
import { createReading } from '../../src/batch/reading.ts';
import { type Answers, OPEN } from '../../src/core/answers.ts';
import { explain } from '../../src/explain/explain.ts';
import { renderReport } from '../../src/render/render-report.ts';
import type { ReportSubject } from '../../src/render/report.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { describeInBrowser, expectSound, LOOKS, printedColors } from './browser.ts';

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

describeInBrowser('the report page', (open) => {
  test.each(LOOKS)('in %s, %i wide, is sound', async (...look) => {
    await expectSound(open, pageOf(look[1] === 390 ? alerting : whole), look);
  });

  test.each(['A4', 'Letter'] as const)('prints a usual case on one sheet of %s', async (format) => {
    for (const report of [whole, alerting, subject('fp-iop-1')]) {
      const { page } = await open(pageOf(report));
      const pdf = await page.pdf({ format });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
      expect(sheets).toHaveLength(1);
      await page.close();
    }
  });

  test('prints in dark ink on white, whatever the screen shows', async () => {
    const { page } = await open(pageOf(whole), { colorScheme: 'dark' });
    expect(await printedColors(page)).toBe('rgb(255, 255, 255) rgb(0, 0, 0)');
    await page.close();
  });
});
