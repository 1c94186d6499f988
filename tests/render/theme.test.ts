import { describe, expect, test } from 'vitest';
import { printable } from '../../src/render/printable.ts';
import { createTheme, wantsColor } from '../../src/render/theme.ts';

describe('color', () => {
  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j on a terminal (%s) is %s', (env, isTTY, wanted) => {
    expect(wantsColor(env, isTTY)).toBe(wanted);
  });

  test('is one of the 16 that a terminal maps itself, or absent', () => {
    expect(createTheme({ color: true }).alert('!')).toBe('\u001b[1m\u001b[31m!\u001b[39m\u001b[22m');
    expect(createTheme({ color: false }).alert('!')).toBe('!');
  });
});

describe('printable text', () => {
  test.each([
    ['plain – text, 80 %', 'plain – text, 80 %'],
    ['red\u001b[31m', 'red\\u{1b}[31m'],
    ['a\nb\tc\u007f', 'a\\u{a}b\\u{9}c\\u{7f}'],
    ['left\u202eright', 'left\\u{202e}right'],
  ])('of %j is %s', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});
