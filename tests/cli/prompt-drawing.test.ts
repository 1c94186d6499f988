import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { type Drawing, drawPage, drawScreen, pagesOf } from '../../src/cli/prompt-drawing.ts';
import { UNTOUCHED } from '../../src/cli/prompt-keys.ts';
import type { Choice, Screen } from '../../src/render/screen.ts';
import { createTheme } from '../../src/render/theme.ts';

const plain = createTheme({ color: false });

function drawing(rows: number, width = 80): Drawing {
  return { rows, width, theme: plain, keepsDraft: true };
}

function choice(answer: number): Choice<unknown> {
  return {
    lines: [`answer ${answer}`],
    detail: [`detail of ${answer}`],
    event: { kind: 'answered', answer },
  };
}

function screenOf(choiceCount: number): Screen<unknown> {
  return {
    above: ['heading', ''],
    choices: Array.from({ length: choiceCount }, (_, index) => choice(index + 1)),
    below: ['range'],
    keys: [{ key: 'u', word: 'unknown', event: { kind: 'unknown' } }],
    help: Array.from({ length: 10 }, (_, line) => `help ${line}`),
    onIdleEnter: 'type a number first',
  };
}

describe('a screen', () => {
  test('opens with nothing marked', () => {
    expect(drawScreen(screenOf(2), UNTOUCHED, drawing(24))).toBe(
      [
        'heading',
        '',
        '   1  answer 1',
        '   2  answer 2',
        '',
        '',
        '',
        'range',
        'Enter confirm · u unknown · ? help · q save and quit',
      ].join('\n'),
    );
  });

  test('marks an answer and shows its meaning without moving anything', () => {
    const text = drawScreen(screenOf(2), { marked: 1, typed: '2' }, drawing(24));
    expect(text).toContain('›  2  answer 2');
    expect(text).toContain('detail of 2');
    expect(text.split('\n')).toHaveLength(drawScreen(screenOf(2), UNTOUCHED, drawing(24)).split('\n').length);
  });

  test.for([10, 16, 24, 40])('of 32 choices fits %i rows and shows the marked one', (rows) => {
    for (let marked = 0; marked < 32; marked++) {
      const lines = drawScreen(screenOf(32), { marked, typed: '' }, drawing(rows)).split('\n');
      expect(lines.length).toBeLessThanOrEqual(rows);
      expect(lines.some((line) => line.startsWith('›') && line.endsWith(`answer ${marked + 1}`))).toBe(true);
    }
  });

  test('says how many choices are out of sight', () => {
    const lines = drawScreen(screenOf(32), { marked: 15, typed: '' }, drawing(16)).split('\n');
    const shown = lines.filter((line) => line.includes('answer')).length;
    const hidden = lines.flatMap((line) => / (\d+) more/.exec(line)?.[1] ?? []).map(Number);
    expect(hidden).toHaveLength(2);
    expect(shown + hidden.reduce((sum, count) => sum + count, 0)).toBe(32);
  });

  test.for([
    [120, 'Enter confirm · u unknown · r review the answers · w why · ? help · q save and quit'],
    [64, 'Enter confirm · u unknown · r review · w why · ? help · q quit'],
    [60, 'Enter confirm  u unknown  r review  w why  ? help  q quit'],
    [50, 'u unknown  r review  w why  ? help  q quit'],
  ] as const)('has its keys in one line of a terminal of %i columns', ([width, keys]) => {
    const screen = {
      ...screenOf(2),
      keys: [
        { key: 'u', word: 'unknown', event: { kind: 'unknown' } },
        { key: 'r', word: 'review the answers', short: 'review', event: { kind: 'review' } },
        { key: 'k', word: 'keep', isNamedAbove: true, event: { kind: 'keep' } },
      ],
      why: () => [],
    } satisfies Screen<unknown>;
    expect(drawScreen(screen, UNTOUCHED, drawing(24, width)).split('\n').at(-1)).toBe(keys);
  });

  test('wraps its keys where the terminal is narrower still', () => {
    const lines = drawScreen(screenOf(2), UNTOUCHED, drawing(24, 20)).split('\n');
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThan(20);
    expect(lines.at(-1)).toContain('q quit');
  });

  test('does not promise to keep anything where no draft is kept', () => {
    const text = drawScreen(screenOf(2), UNTOUCHED, { ...drawing(24, 120), keepsDraft: false });
    expect(text.split('\n').at(-1)).toBe('Enter confirm · u unknown · ? help · q quit');
  });
});

test('help that is longer than the terminal comes in pages, and none of it is lost', () => {
  const pages = pagesOf(screenOf(2).help, drawing(6));
  expect(pages.flat()).toEqual(screenOf(2).help);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages.keys()) {
    expect(drawPage(pages, page, drawing(6)).split('\n').length).toBeLessThanOrEqual(6);
  }
  expect(drawPage(pages, 0, drawing(6))).toContain(`page 1 of ${pages.length}`);
  expect(drawPage(pages, pages.length - 1, drawing(6))).toContain('returns');
});
