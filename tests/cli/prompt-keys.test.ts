import { describe, expect, test } from 'vitest';
import { type Pressed, press, type ScreenState, UNTOUCHED } from '../../src/cli/prompt-keys.ts';
import type { Screen } from '../../src/render/screen.ts';

function screenOf(choiceCount: number): Screen<unknown> {
  return {
    above: [],
    choices: Array.from({ length: choiceCount }, (_, answer) => ({
      lines: [`answer ${answer}`],
      detail: [],
      event: { kind: 'answered', answer },
    })),
    below: [],
    keys: [{ key: 'u', word: 'unknown', event: { kind: 'unknown' } }],
    help: ['help'],
    why: () => ['why'],
    onIdleEnter: 'type a number first',
  };
}

const NAMES: Readonly<Record<string, string>> = { '⏎': 'return', '↑': 'up', '↓': 'down', '⌫': 'backspace' };

/** Types one character after the other; a word in `NAMES` is a key without text. */
function type(choiceCount: number, keys: string, pages = 1): Pressed {
  let pressed: Pressed = { kind: 'screen', state: UNTOUCHED };
  for (const character of keys) {
    if (pressed.kind !== 'screen') throw new Error(`the screen ended before ${character}`);
    const name = NAMES[character] ?? character;
    const text = name === character ? character : '';
    const key = { name, ctrl: false, shift: false };
    pressed = press(screenOf(choiceCount), pages, pressed.state, key, text);
  }
  return pressed;
}

function stateAfter(choiceCount: number, keys: string): ScreenState {
  const pressed = type(choiceCount, keys);
  if (pressed.kind !== 'screen') throw new Error('the screen ended');
  return pressed.state;
}

describe('Enter', () => {
  test('alone answers nothing and says why', () => {
    expect(stateAfter(4, '⏎⏎⏎')).toEqual({ typed: '', hint: 'type a number first' });
  });

  test('confirms the marked answer', () => {
    expect(type(4, '2⏎')).toEqual({ kind: 'event', event: { kind: 'answered', answer: 1 } });
  });

  test('answers nothing once the mark is taken back', () => {
    expect(stateAfter(4, '2⌫⏎').marked).toBeUndefined();
  });
});

describe('a number', () => {
  test.for([
    [4, '3', 2],
    [4, '31', 0],
    [11, '1', 0],
    [11, '11', 10],
    [11, '10', 9],
    [11, '12', 1],
    [11, '111', 0],
    [32, '32', 31],
  ] as const)('of %i choices, %s typed, marks the one with index %i', ([count, keys, marked]) => {
    expect(stateAfter(count, keys).marked).toBe(marked);
  });

  test.for([
    [4, '0'],
    [4, '5'],
    [4, '20'],
    [11, '20'],
    [0, '1'],
  ] as const)('of %i choices, %s typed, that does not exist leaves nothing marked', ([count, keys]) => {
    const state = stateAfter(count, keys);
    expect(state.marked).toBeUndefined();
    expect(state.hint).toBeDefined();
  });

  test('begins anew after an arrow', () => {
    expect(stateAfter(11, '1↓1').marked).toBe(0);
  });
});

describe('an arrow', () => {
  test.for([
    ['↓', 0],
    ['↓↓', 1],
    ['↑', 3],
    ['↓↑', 0],
    ['↓↓↓↓↓↓', 3],
    ['2↓', 2],
  ] as const)('%s marks the answer with index %i', ([keys, marked]) => {
    expect(stateAfter(4, keys).marked).toBe(marked);
  });
});

describe('a letter', () => {
  test('acts at once, in either case', () => {
    expect(type(4, 'u')).toEqual({ kind: 'event', event: { kind: 'unknown' } });
    expect(type(4, '2U')).toEqual({ kind: 'event', event: { kind: 'unknown' } });
  });

  test('without a meaning keeps the mark and says so', () => {
    const state = stateAfter(4, '2x');
    expect(state.marked).toBe(1);
    expect(state.hint).toContain('nothing');
  });
});

describe('leaving and why', () => {
  test('q leaves, in either case, whatever is marked', () => {
    expect(type(4, 'q')).toEqual({ kind: 'leave' });
    expect(type(4, '2Q')).toEqual({ kind: 'leave' });
  });

  test('w opens why it is asked, and any key returns', () => {
    expect(stateAfter(4, '2w')).toMatchObject({ marked: 1, reading: { text: 'why', page: 0 } });
    expect(stateAfter(4, '2wq')).toEqual({ marked: 1, typed: '' });
  });
});

describe('help', () => {
  test('opens page by page and returns to the screen as it was', () => {
    expect(stateAfter(4, '2?')).toMatchObject({ marked: 1, reading: { text: 'help', page: 0 } });
    expect(type(4, '2? ', 2)).toMatchObject({ state: { reading: { text: 'help', page: 1 } } });
    expect(stateAfter(4, '2? ')).toEqual({ marked: 1, typed: '' });
  });

  test('is closed, not answered, by any key', () => {
    expect(stateAfter(4, '2?⏎')).toEqual({ marked: 1, typed: '' });
    expect(stateAfter(4, '2?3').marked).toBe(1);
  });
});
