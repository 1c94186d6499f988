import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { ScreeningRecord } from '../../../src/core/record.ts';
import { checksum, recordJson } from '../../../src/record/make-record.ts';
import { recordOf, sha256 } from '../../record/drawn-records.ts';
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

describe('a screening to be saved', () => {
  test.for([
    ['Jane Doe', 'a name'],
    ['1980-05-12', 'a date, such as one of birth'],
    ['MRN 00123456', 'the number of a medical record'],
    ['jd@example.org', 'an e-mail address'],
  ] as const)('is refused under the id %s, which is not repeated', async ([id, what]) => {
    const { code, stdout, stderr } = await screen(['--save', 'records', '--id', id], {
      ...TERMINAL,
      files: { 'records/a.txt': '' },
    });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `error: the given id looks like ${what}, and a record must not identify anyone\n` +
        '  help: leave `--id` out, and the record gets a random id such as k7f3-9xq2\n',
    );
  });
});

describe('the record to start from', () => {
  const record = recordOf({ suicidal_thoughts: 'passive' });
  const files = {
    'good.json': recordJson(record),
    'changed.json': recordJson({ ...record, day: '2020-01-01' }),
    'other.json': recordJson(withChecksum({ ...record, rule_set: { ...record.rule_set, id: 'other' } })),
    'none.json': '[]',
  };

  test.for<[string[], string]>([
    [['--from', 'changed.json'], '`changed.json` has been changed since it was saved'],
    [['--from', 'other.json'], '`other.json` was made with the rule set `other`'],
    [['--from', 'none.json'], 'none.json: this is not a record of carestep'],
    [['--from', 'good.json', '--id', 'b'], 'is of another case than `--id`'],
    [['--from', 'good.json', '--answers', 'a.yaml'], '`--answers` and `--from` both give answers'],
  ])('%j is refused before the first question', async ([args, message]) => {
    const { code, stdout, stderr } = await screen(args, { ...TERMINAL, files });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});

function withChecksum(record: ScreeningRecord): ScreeningRecord {
  return { ...record, sha256: checksum(record, sha256) };
}
