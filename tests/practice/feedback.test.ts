import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { feedbackPage } from '../../src/practice/feedback-text.ts';
import { markPair } from '../../src/practice/pair-mark.ts';
import { pairFeedbackLines, pairLines } from '../../src/practice/pair-text.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { bestCase } from '../record/best-case.ts';
import { answersOf, feedbackOn, identity, questionIndex } from './feedback-on.ts';

const theme = createTheme({ color: false });
const text = (...given: Parameters<typeof feedbackOn>) =>
  feedbackPage(feedbackOn(...given), { width: 80, theme }).lines.join('\n');

describe('feedback', () => {
  test('on a placement below the criteria reads so', () => {
    expect(
      text({ monitoring_need: 'daily' }, { placed: 'iop' }, { teaches: 'how fast things may change' }),
    ).toMatchInlineSnapshot(`
      "The criteria give PHP: one level more than IOP.
        outpatient ── IOP (you) ── [PHP] ── inpatient

      Overlooked      · at least PHP: when things may change from day to day, someone
                        must look nearly every day (monitoring need: every day)
                        safety.daily-monitoring; Article on considering an intensive
                        outpatient program, “Understanding the Continuum of Care:
                        Where Does IOP Fit?”
      You heeded      · at least IOP: when things may change within days, a week
                        between sessions is too long
      Why not lower   not IOP, because of monitoring need: every day
      Why not higher  no rule asks for inpatient; the nearest lacks monitoring need:
                      every day → continuously (someone who cannot be left alone needs
                      supervision around the clock)
      Would flip it   monitoring need: every day → several times a week; then IOP
      The point       how fast things may change.
      adult@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it."
    `);
  });

  test('on a placement above the criteria reads so', () => {
    expect(
      text(
        { monitoring_need: 'several_times_a_week', work_or_school: 'often_missing' },
        { placed: 'php', marked: ['work_or_school'] },
      ),
    ).toMatchInlineSnapshot(`
      "The criteria give IOP: one level less than PHP.
        outpatient ── [IOP] ── PHP (you) ── inpatient

      Why             · when things may change within days, a week between sessions is
                        too long
                        safety.contact-several-times; Guide to IOP therapy, “The
                        benefits of IOP therapy”; Benefits and success rates of
                        intensive outpatient programs for mental health, “Help for
                        more severe mental health conditions”
      Over-weighted   · at least PHP: when things may change from day to day, someone
                        must look nearly every day; not met, for it lacks monitoring
                        need: several times a week → every day
                        safety.daily-monitoring; Article on considering an intensive
                        outpatient program, “Understanding the Continuum of Care:
                        Where Does IOP Fit?”
      Your reasons    · what you marked proves no level above the first by itself
                      · overlooked: monitoring need: several times a week
                      · not needed for this level: work or school: often missing or
                        falling behind
      Why not lower   not outpatient, because of monitoring need: several times a week
      Would flip it   monitoring need: several times a week → once a week; then
                      outpatient
      adult@1.0.0+1a2b3c4d · Supports a clinician's judgment, does not replace it."
    `);
  });

  test('on a published case tells the level assigned apart from the criteria', () => {
    const assigned = {
      level: 'residential',
      citation: 'a State reviewer, 2019',
      note: 'the reviewer knew more.',
    };
    const shown = text(
      { suicidal_thoughts: 'intent', off_hours_support: undefined },
      { placed: 'inpatient' },
      { source: 'published', assigned },
    );
    expect(shown).toContain(
      'As published    residential (a State reviewer, 2019)\n                the reviewer knew more.',
    );
    expect(shown).toContain('The criteria give inpatient, as you do.');
    expect(shown).toContain('Raises an alert');
  });

  test('where the story leaves answers open says so', () => {
    const open = { off_hours_support: undefined, safe_between_visits: 'with_support' };
    expect(text(open, { placed: 'php' })).toContain(
      'The story leaves answers open, and the criteria leave IOP to PHP possible; PHP\nis one of these.',
    );
    expect(text(open, {})).toContain('Open (1)        support outside visit hours');
  });

  test('blames nobody', () => {
    const placements = ['outpatient', 'iop', 'php', 'inpatient', undefined];
    for (const placed of placements) {
      const typed = placed === undefined ? {} : { placed, marked: ['monitoring_need'] };
      expect(text({ monitoring_need: 'daily' }, typed)).not.toMatch(
        /wrong|mistake|error|fail|should have|!/i,
      );
    }
  });
});

/** Everything that feedback can hold at once. */
const LONG: Parameters<typeof feedbackOn> = [
  {
    suicidal_thoughts: 'plan',
    means_or_preparation: 'access_to_means',
    suicidal_behavior: 'very_recent',
    monitoring_need: 'daily',
    symptom_severity: 'severe',
    self_care: 'struggling',
    work_or_school: 'unable',
    off_hours_support: undefined,
  },
  { placed: 'iop', marked: ['work_or_school', 'self_care'] },
  {
    assigned: { level: 'inpatient', citation: 'an external appeal', note: 'a note '.repeat(20) },
    teaches: 'that a plan decides',
  },
];

describe.each([60, 80, 120])('feedback in %i columns', (width) => {
  test.each([
    ['short', feedbackOn({ monitoring_need: 'daily' }, { placed: 'php' })] as const,
    ['long', feedbackOn(...LONG)] as const,
  ])('is never wider: %s', (_, feedback) => {
    const { lines } = feedbackPage(feedback, { width, theme });
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
  });

  test.each([21, 24, 40])('folds to %i lines and says so', (height) => {
    const { lines, isFolded } = feedbackPage(feedbackOn(...LONG), { width, height, theme });
    const whole = feedbackPage(feedbackOn(...LONG), { width, theme });
    expect(whole.isFolded).toBe(false);
    expect(isFolded).toBe(lines.length < whole.lines.length);
    if (width >= 80) expect(lines.length).toBeLessThanOrEqual(height);
  });
});

describe('a pair', () => {
  const told = (need: string) => ({
    id: need,
    source: 'generated' as const,
    text: [`A story that needs ${need}.`],
    answers: answersOf(bestCase({ monitoring_need: need })),
  });
  const pair = {
    first: told('several_times_a_week'),
    second: told('daily'),
    question: questionIndex('monitoring_need'),
    needsMore: 'second' as const,
  };

  test('is told one below the other', () => {
    expect(pairLines('Pair 1', pair, { width: 40, theme })).toEqual([
      '',
      `Pair 1 ${'─'.repeat(32)}`,
      '',
      'The first',
      'A story that needs several_times_a_week.',
      '',
      'The second',
      'A story that needs daily.',
      '',
    ]);
  });

  test.each([
    ['second', 'The second needs more, as you say: PHP beside IOP.'],
    ['first', 'By the criteria it is the second that needs more: PHP beside IOP.'],
    [undefined, 'Unsure is an answer. By the criteria the second needs more: PHP beside IOP.'],
  ] as const)('of which %s was picked says what tells them apart', (pick, verdict) => {
    const lines = pairFeedbackLines(adult, identity, markPair(compiledAdult, pair, pick), {
      width: 80,
      theme,
    });
    expect(lines[0]).toBe(verdict);
    expect(lines.join('\n')).toContain('second: monitoring need: every day');
    expect(lines.join('\n')).toContain('safety.daily-monitoring');
    expect(lines.join('\n')).not.toContain('safety.contact-several-times');
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
});
