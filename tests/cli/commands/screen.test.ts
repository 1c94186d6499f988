import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { type FakeWorldOptions, fakeWorld } from '../fake-world.ts';

const TERMINAL = { stdinIsTTY: true, stdoutIsTTY: true, stderrIsTTY: true };

async function screen(args: readonly string[], options: FakeWorldOptions) {
  const world = fakeWorld(options);
  const code = await main(['screen', ...args], world);
  return { code, ...world.printed() };
}

describe('without a terminal', () => {
  test.for<[string, FakeWorldOptions]>([
    ['to type at', { ...TERMINAL, stdinIsTTY: false }],
    ['to draw on', { stdinIsTTY: true }],
    ['at all', {}],
  ])('%s, the interview is refused and points to score', async ([, options]) => {
    const { code, stdout, stderr } = await screen([], options);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'error: the interview needs a terminal to ask on\n' +
        '  help: to score answers from a file, run `carestep score FILE`\n',
    );
  });
});

describe('the answers to start from', () => {
  const files = {
    'two.yaml': '- { id: a, answers: { suicidal_thoughts: none } }\n- { id: b, answers: {} }\n',
    'wrong.yaml': '{ id: a, answers: { suicidal_thoughts: nine } }\n',
  };

  test.for<[string[], string]>([
    [['--answers', 'two.yaml'], '--id a'],
    [['--answers', 'two.yaml', '--id', 'c'], 'no case `c`'],
    [['--answers', 'wrong.yaml'], '`nine` is not an answer to `suicidal_thoughts`'],
    [['--answers', '-'], 'cannot read standard input'],
  ])('%j are refused before the first question', async ([args, message]) => {
    const { code, stdout, stderr } = await screen(args, { ...TERMINAL, files });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});
