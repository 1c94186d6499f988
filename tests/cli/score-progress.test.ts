import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ScoreProgress, showsProgress } from '../../src/cli/score-progress.ts';
import { type ProgressState, progressText } from '../../src/render/progress-text.ts';
import { fakeWorld } from './fake-world.ts';

/** A progress with a clock that is moved by hand, a file that is read by hand, and a line that says what it shows. */
function watched(size: number | undefined) {
  let now = 0;
  let shown = '';
  const file = Object.assign(Readable.from([]), { bytesRead: 0 });
  const world = {
    ...fakeWorld(),
    now: () => new Date(now),
    openRead: () => file,
  };
  const line = {
    show: (state: ProgressState) => {
      shown = progressText(state);
    },
    hide: () => {
      shown = 'hidden';
    },
  };
  const progress = new ScoreProgress(world, async () => line);
  progress.expect(size);
  progress.world.openRead('in.csv');
  const add = async (at: number, cases: number, bytesRead: number) => {
    now = at;
    file.bytesRead = bytesRead;
    shown = '';
    await progress.add(cases);
    return shown;
  };
  const hide = () => {
    progress.hide();
    return shown;
  };
  return { add, hide };
}

test('the share of the bytes read, the rate and the time left, from the first part on', async () => {
  const { add, hide } = watched(1000);
  expect(await add(500, 100, 100)).toBe('');
  expect(await add(999, 100, 200)).toBe('');
  expect(await add(1500, 800, 300)).toBe(' 30%  900 cases a second, 4 s left');
  expect(await add(1600, 1000, 400)).toBe('');
  expect(await add(2500, 1_000_000, 500)).toBe(' 50%  500,000 cases a second, 3 s left');
  expect(await add(90_500, 0, 501)).toBe(' 50%  11,000 cases a second, 2 min left');
  expect(await add(9_000_000, 0, 502)).toBe(' 50%  110 cases a second, 3 h 6 min left');
  expect(hide()).toBe('hidden');
});

test('what was shown, again, once a message has been written in its place', async () => {
  const { add, hide } = watched(1000);
  await add(0, 100, 100);
  expect(await add(1500, 800, 300)).toBe(' 30%  530 cases a second, 5 s left');
  expect(hide()).toBe('hidden');
  expect(await add(1510, 100, 310)).toBe(' 30%  530 cases a second, 5 s left');
  expect(await add(1520, 100, 320)).toBe('');
});

test('cases and rate alone where the size of the input is not known', async () => {
  const { add } = watched(undefined);
  await add(0, 1000, 0);
  expect(await add(1000, 1_233_000, 0)).toBe('1,234,000 cases, 1,200,000 a second');
});

test('the rate is that of the last seconds', async () => {
  const { add } = watched(1000);
  for (let at = 0; at <= 10_000; at += 200) await add(at, 200, 1);
  expect(await add(10_200, 200, 1)).toMatch(/ 0% {2}1,000 cases a second$/);
  for (let at = 10_400; at <= 16_000; at += 200) await add(at, 400, 2);
  expect(await add(16_200, 400, 2)).toMatch(/ 2,000 cases a second$/);
});

describe('there is a bar', () => {
  const terminal = fakeWorld({ stderrIsTTY: true, stdoutIsTTY: true });
  test.each([
    ['where the outcomes go to a file', { out: 'out.csv' }, terminal, true],
    ['where they go to a pipe', {}, { ...terminal, stdoutIsTTY: false }, true],
    ['not where they are on the same screen', {}, terminal, false],
    ['not where nobody sees it', { out: 'out.csv' }, fakeWorld(), false],
    ['not where none is wanted', { out: 'out.csv', progress: false }, terminal, false],
    [
      'not on a terminal that moves no cursor',
      { out: 'o.csv' },
      { ...terminal, env: { TERM: 'dumb' } },
      false,
    ],
  ])('%s', (_, options, world, expected) => {
    expect(showsProgress(options, world)).toBe(expected);
  });
});
