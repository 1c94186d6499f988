import { expect, test } from 'vitest';
import { renderExam } from '../../src/practice/exam-forms.ts';
import type { ExamSubject } from '../../src/practice/exam-report.ts';
import { adult } from '../adult-rule-set.ts';
import { feedbackOn, identity } from '../practice/feedback-on.ts';
import { describeInBrowser, expectSound, LOOKS, printedColors } from './browser.ts';

const story = ['A person who <b>writes</b> "much" & says little.', 'A second paragraph. '.repeat(20)];
const assigned = { level: 'residential', citation: 'a State reviewer, 2019', note: 'the file said more' };
const subject: ExamSubject = {
  ruleSet: adult,
  identity,
  rater: 'R1',
  day: '2026-01-15',
  seed: 7,
  cases: [
    feedbackOn({ monitoring_need: 'daily' }, { placed: 'php' }, { text: story }),
    feedbackOn({ monitoring_need: 'daily' }, { placed: 'outpatient' }, { text: story, assigned }),
    feedbackOn({ monitoring_need: 'several_times_a_week' }, { placed: 'php' }, { text: story }),
    feedbackOn({}, {}, { text: story }),
  ],
};
const page = renderExam(subject, { format: 'html', width: 80, software: '0.1.0' });

test('the result of an exam as Markdown quotes each story, and means what it says', () => {
  const markdown = renderExam(subject, { format: 'markdown', width: 80, software: '0.1.0' });
  expect(markdown).toContain(
    '> A person who \\<b\\>writes\\</b\\> "much" & says little.\n>\n> A second paragraph.',
  );
  expect(markdown).toContain('As published: residential (a State reviewer, 2019). the file said more.');
  expect(markdown).toContain('| PHP | 1 | 0 | 1 | 0 |');
  expect(markdown.match(/^### /gm)).toHaveLength(4);
});

describeInBrowser('the result of an exam', (open) => {
  test.each(LOOKS)('is sound in %s at %i', async (...look) => {
    await expectSound(open, page, look);
  });

  test('shows the cases placed otherwise open, the others closed', async () => {
    const { page: shown } = await open(page);
    const cases = await shown.evaluate<[string, boolean][]>(
      '[...document.querySelectorAll("details")].map((one) => [one.querySelector("summary").textContent, one.open])',
    );
    expect(cases).toEqual([
      ['1. PHP, as the criteria give', false],
      ['2. Placed at outpatient; the criteria give PHP', true],
      ['3. Placed at PHP; the criteria give IOP', true],
      ['4. Unsure; the criteria give outpatient', true],
    ]);
    expect(await shown.evaluate<number>('document.querySelectorAll("b").length')).toBe(0);
    await shown.close();
  });

  test('is printed black on white', async () => {
    const { page: shown } = await open(page, { colorScheme: 'dark' });
    expect(await printedColors(shown)).toBe('rgb(255, 255, 255) rgb(0, 0, 0)');
    await shown.close();
  });
});
