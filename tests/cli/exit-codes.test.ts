import { expect, test } from 'vitest';
import { EXIT, type ExitCode, firstThatApplies } from '../../src/cli/exit-codes.ts';

test('the numbers are those that scripts rely on', () => {
  expect(EXIT).toEqual({ done: 0, findings: 1, usage: 2, open: 3, alert: 4, bug: 70, cancelled: 130 });
});

test.each<[string, ExitCode[], ExitCode]>([
  ['none', [], 0],
  ['done', [0, 0], 0],
  ['an alert before an open level', [3, 4], 4],
  ['a rejected row before an alert', [4, 1, 3], 1],
  ['a wrong command line before findings', [1, 2], 2],
  ['a cancelled command before a wrong one', [2, 130], 130],
  ['a bug before everything', [130, 2, 1, 4, 3, 70], 70],
])('of %s', (_, codes, expected) => {
  expect(firstThatApplies(codes)).toBe(expected);
});
