import { describe, expect, test } from 'vitest';
import { replyTo, screenLines } from '../../src/cli/plain-asker.ts';
import { drawScreen } from '../../src/cli/prompt-drawing.ts';
import { press, UNTOUCHED } from '../../src/cli/prompt-keys.ts';
import type { Screen } from '../../src/render/screen.ts';
import { createTheme } from '../../src/render/theme.ts';

/** A screen on which nothing clinical is asked. */
const screen: Screen<string> = {
  above: [],
  choices: [],
  below: [],
  keys: [{ key: 'x', word: 'what if', event: 'try' }],
  help: [],
  onIdleEnter: { word: 'ends', event: 'end' },
};
const drawing = { width: 80, rows: 24, theme: createTheme({ color: false }), keepsDraft: false };

describe('Enter, where nothing clinical is asked,', () => {
  test('does what the line of keys says', () => {
    const enter = { name: 'return', ctrl: false, shift: false };
    expect(press(screen, 0, UNTOUCHED, enter, '')).toEqual({ kind: 'event', event: 'end' });
    expect(drawScreen(screen, UNTOUCHED, drawing)).toContain('Enter ends · x what if · q quit');
  });

  test('does the same line by line', () => {
    expect(replyTo(screen, '')).toEqual({ kind: 'event', event: 'end', lines: [] });
    expect(screenLines(screen, drawing)).toEqual([
      'Type a letter and Enter: x what if, Enter alone ends, q quit.',
    ]);
  });
});
