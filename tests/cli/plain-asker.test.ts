import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { plainAsker, replyTo, screenLines } from '../../src/cli/plain-asker.ts';
import type { Drawing } from '../../src/cli/prompt-drawing.ts';
import type { Screen } from '../../src/render/screen.ts';
import { createTheme } from '../../src/render/theme.ts';

const drawing: Drawing = { width: 60, rows: 24, theme: createTheme({ color: false }), keepsDraft: true };

const SCREEN: Screen<unknown> = {
  above: ['heading', '', 'a question?', ''],
  choices: ['first', 'second'].map((label, answer) => ({
    lines: [label],
    detail: ['      what it means'],
    event: { kind: 'answered', answer },
  })),
  below: ['so far: anything'],
  keys: [
    { key: 'u', word: 'unknown', event: { kind: 'unknown' } },
    { key: 'k', word: 'keep', isNamedAbove: true, event: { kind: 'keep' } },
    { key: 'r', word: 'review the answers', event: { kind: 'review' } },
  ],
  help: ['the help'],
  why: () => ['the reason'],
  onIdleEnter: 'Enter alone answers nothing',
};

/** A conversation: what is typed, line by line, and all that is printed. */
function conversation(...typed: readonly string[]) {
  const input = new PassThrough();
  const printed: string[] = [];
  const output = new Writable({
    write(chunk, _encoding, done) {
      printed.push(String(chunk));
      done();
    },
  });
  let interrupt = () => {};
  const onInterrupt = (listener: () => void) => {
    interrupt = listener;
    return () => {
      interrupt = () => {};
    };
  };
  const asker = plainAsker({ input, output, drawing: () => drawing, onInterrupt });
  for (const line of typed) input.write(`${line}\n`);
  return { asker, input, text: () => printed.join(''), interrupt: () => interrupt() };
}

describe('a screen in lines', () => {
  test('has its answers numbered and its keys as words', () => {
    expect(screenLines(SCREEN, drawing)).toEqual([
      'heading',
      'a question?',
      '1. first',
      '2. second',
      'so far: anything',
      'Type a number and Enter. Or: u unknown, k keep, r review the',
      'answers, w why, ? help, q save and quit.',
    ]);
  });
});

describe('a typed line', () => {
  test.for([
    ['2', { kind: 'answered', answer: 1 }],
    ['u', { kind: 'unknown' }],
    ['unknown', { kind: 'unknown' }],
    ['k', { kind: 'keep' }],
    ['review', { kind: 'review' }],
  ] as const)('%s does what it stands for', ([typed, event]) => {
    expect(replyTo(SCREEN, typed)).toMatchObject({ kind: 'event', event });
  });

  test.for([
    ['', ['Enter alone answers nothing']],
    ['3', ['the numbers go from 1 to 2']],
    ['0', ['the numbers go from 1 to 2']],
    ['?', ['the help']],
    ['help', ['the help']],
    ['w', ['the reason']],
    ['x', ['“x” means nothing here: type a number or one of the letters']],
    ['\u001b[A', ['“\\u{1b}[A” means nothing here: type a number or one of the letters']],
  ] as const)('%j answers nothing and says why', ([typed, lines]) => {
    expect(replyTo(SCREEN, typed)).toEqual({ kind: 'again', lines });
  });

  test('of nothing ends a screen on which nothing clinical is asked', () => {
    const under = { ...SCREEN, choices: [], onIdleEnter: { word: 'ends', event: { kind: 'stop' as const } } };
    expect(replyTo(under, '')).toMatchObject({ kind: 'event', event: { kind: 'stop' } });
    expect(screenLines(under, drawing).join(' ')).toContain('Enter alone ends');
  });
});

describe('a plain conversation', () => {
  test('goes on until there is an answer, and says which one was taken', async () => {
    const { asker, text } = conversation('', '9', '?', '2', 'left for the next screen');
    expect(await asker.choose(() => SCREEN)).toEqual({ kind: 'answered', answer: 1 });
    asker.close();
    expect(text().split('\n').slice(-6)).toEqual([
      'answers, w why, ? help, q save and quit.',
      '> Enter alone answers nothing',
      '> the numbers go from 1 to 2',
      '> the help',
      '> 2. second',
      '',
    ]);
  });

  test('never writes a command to the terminal', async () => {
    const { asker, text } = conversation('w', '?', '1');
    await asker.choose(() => SCREEN);
    asker.close();
    expect(text()).not.toContain('\u001b');
    expect(text()).not.toContain('\r');
  });

  test('keeps lines that were typed ahead', async () => {
    const { asker } = conversation('1', '2');
    expect(await asker.choose(() => SCREEN)).toEqual({ kind: 'answered', answer: 0 });
    expect(await asker.choose(() => SCREEN)).toEqual({ kind: 'answered', answer: 1 });
    asker.close();
  });

  test('takes a line of text; an empty one goes back', async () => {
    const { asker } = conversation('a note', '');
    expect(await asker.write(() => ['Note'])).toEqual({ kind: 'note', text: 'a note' });
    expect(await asker.write(() => ['Note'])).toEqual({ kind: 'back' });
    asker.close();
  });

  test.for(['q', 'quit'])('is left by %s', async (word) => {
    const { asker } = conversation(word);
    expect(await asker.choose(() => SCREEN)).toBe('cancelled');
    asker.close();
  });

  test('is left by the end of the input and by Ctrl-C, now and ever after', async () => {
    const ended = conversation();
    const answer = ended.asker.choose(() => SCREEN);
    ended.input.end();
    expect(await answer).toBe('cancelled');
    expect(await ended.asker.write(() => [])).toBe('cancelled');

    const interrupted = conversation();
    const other = interrupted.asker.choose(() => SCREEN);
    interrupted.interrupt();
    expect(await other).toBe('cancelled');
    interrupted.asker.close();
  });
});
