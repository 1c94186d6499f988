import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawScreen } from '../../src/cli/prompt-drawing.ts';
import { UNTOUCHED } from '../../src/cli/prompt-keys.ts';
import { askCommitment } from '../../src/practice/ask-commitment.ts';
import { eraseScreen } from '../../src/practice/erase-screen.ts';
import { examDraftScreen } from '../../src/practice/exam-draft-screen.ts';
import { markableQuestions } from '../../src/practice/mark-reasons.ts';
import { markingScreen } from '../../src/practice/marking-screen.ts';
import { nextScreen } from '../../src/practice/next-screen.ts';
import { PAIR_ROWS, pairScreen } from '../../src/practice/pair-screen.ts';
import { ASKING_ROWS, placementScreen } from '../../src/practice/placement-screen.ts';
import { readingScreen } from '../../src/practice/reading-screen.ts';
import { sessionSummary } from '../../src/practice/session-text.ts';
import { storyPages } from '../../src/practice/story-pages.ts';
import { createTheme } from '../../src/render/theme.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { bestCase } from '../record/best-case.ts';
import { answersOf } from './feedback-on.ts';

const theme = createTheme({ color: false });
const look = (width: number) => ({ width, theme });
const answers = answersOf(bestCase({ monitoring_need: 'daily', symptom_severity: 'severe' }));
const markable = markableQuestions(compiledAdult, answers);
const unfinished = { answered: 2, count: 5, seed: 7, rater: 'R1', canGoOn: true };

const screens = (width: number) => ({
  placement: placementScreen(adult, look(width)),
  marking: markingScreen(adult, answers, { markable, marked: new Set(markable.slice(0, 1)) }, look(width)),
  pair: pairScreen(look(width)),
  erase: eraseScreen(3, true, look(width)),
  draft: examDraftScreen(unfinished, look(width)),
  next: nextScreen(false, true),
  reading: readingScreen(),
});

describe.each([60, 80, 120])('in %i columns', (width) => {
  test.each(Object.entries(screens(width)))('no line of the screen %s is wider', (_, screen) => {
    const drawing = { width, rows: 24, theme, keepsDraft: true };
    for (const marked of [undefined, ...screen.choices.keys()]) {
      const state = marked === undefined ? UNTOUCHED : { ...UNTOUCHED, marked };
      const lines = drawScreen(screen, state, drawing).split('\n');
      expect(lines.filter((line) => [...line].length > width)).toEqual([]);
    }
  });
});

test('Enter alone answers nothing, and goes on only where nothing is asked', () => {
  const { next, reading, ...asking } = screens(80);
  for (const screen of Object.values(asking)) expect(screen.onIdleEnter).toMatch(/^Enter alone /);
  expect(next.onIdleEnter).toMatchObject({ event: 'next' });
  expect(reading.onIdleEnter).toMatchObject({ event: 'on' });
});

test('every choice is there, and unsure is one', () => {
  const { choices, keys } = placementScreen(adult, look(80));
  expect(choices.map(({ event }) => event)).toEqual(
    adult.levels.map((_, level) => ({ kind: 'place', level })),
  );
  expect(keys).toEqual([{ key: 'u', word: 'unsure', event: { kind: 'unsure' } }]);
});

test('asking takes as many lines as is said', () => {
  const drawing = { width: 80, rows: 24, theme, keepsDraft: true };
  const rows = (drawn: string) => drawn.split('\n').length;
  const placement = rows(drawScreen(placementScreen(adult, look(80)), UNTOUCHED, drawing));
  expect(placement).toBeLessThanOrEqual(ASKING_ROWS + adult.levels.length);
  expect(rows(drawScreen(pairScreen(look(80)), UNTOUCHED, drawing))).toBeLessThanOrEqual(PAIR_ROWS);
});

test('an exam of other rules cannot go on', () => {
  const { keys } = examDraftScreen({ ...unfinished, canGoOn: false }, look(80));
  expect(keys.map(({ event }) => event)).toEqual(['start_over']);
});

describe('a commitment', () => {
  const script = (marks: readonly ('done' | 'back' | number)[], levels: readonly number[] = [2, 1]) => {
    const marking = [...marks];
    const placing = [...levels];
    return {
      askLevel: async () => ({ kind: 'place', level: placing.shift() ?? 0 }) as const,
      askMarks: async () => {
        const next = marking.shift() ?? 'done';
        if (typeof next === 'number') return { kind: 'turn', question: next } as const;
        return { kind: next } as const;
      },
    };
  };

  test('is a level, and reasons only where they are wanted', async () => {
    expect(await askCommitment(script([3, 'done']), false)).toEqual({ placed: 2 });
    expect(await askCommitment(script([3, 'done']), true)).toEqual({ placed: 2, marked: new Set([3]) });
  });

  test('lets a mark be taken away, and the level be chosen anew', async () => {
    expect(await askCommitment(script([3, 4, 3, 'done']), true)).toEqual({ placed: 2, marked: new Set([4]) });
    expect(await askCommitment(script([3, 'back', 5, 'done']), true)).toEqual({
      placed: 1,
      marked: new Set([5]),
    });
  });

  test('may be unsure, without reasons', async () => {
    const unsure = { ...script([]), askLevel: async () => ({ kind: 'unsure' }) as const };
    expect(await askCommitment(unsure, true)).toEqual({});
  });
});

describe('a long story', () => {
  const line = fc.constantFrom('', 'a line of the story');

  test('comes in pieces that lose nothing, each of which fits', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 80 }), fc.integer({ min: 14, max: 50 }), (lines, rows) => {
        const pages = storyPages(lines, { rows, asked: 10 });
        expect(pages.flat()).toEqual(lines);
        const last = pages.at(-1) ?? [];
        expect(last.length).toBeLessThanOrEqual(rows - 10);
        for (const page of pages.slice(0, -1)) expect(page.length).toBeLessThanOrEqual(rows - 4);
      }),
      { seed: 20260115 },
    );
  });

  test('is one piece where the window holds it', () => {
    expect(storyPages(Array(14).fill('a'), { rows: 24, asked: 10 })).toHaveLength(1);
    expect(storyPages(Array(15).fill('a'), { rows: 24, asked: 10 })).toHaveLength(2);
  });
});

describe('the summary of a session', () => {
  test('counts what there was, and names what comes up again', () => {
    expect(sessionSummary(['same', 'same'], [])).toBe('2 cases: 2 as the criteria give.');
    expect(sessionSummary(['lower', 'higher', 'unsure'], ['safety.a-plan', 'x.b', 'x.c', 'x.d', 'x.e'])).toBe(
      '3 cases: 0 as the criteria give, 1 lower, 1 higher, 1 unsure. Coming up again: a plan, b, c, d, 1 more.',
    );
  });
});
