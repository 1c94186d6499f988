import { describe, expect, test } from 'vitest';
import { testCounts } from '../../scripts/test-counts.mjs';

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((result) => ({ status: result })),
});

const report = (numPassedTests: number, numFailedTests: number, ...testResults: readonly object[]) =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults });

describe('the count of a test run', () => {
  test('is what the runner reports', () => {
    const json = report(2, 1, file('passed', 'passed'), file('failed', 'passed', 'failed'));
    expect(testCounts(json, 1)).toEqual({ passed: 2, failed: 1 });
  });

  test('adds a failure for a file that could not be loaded', () => {
    expect(testCounts(report(1, 0, file('passed', 'passed'), file('failed')), 1)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  test('adds a failure for an error outside of any test', () => {
    expect(testCounts(report(1, 0, file('passed', 'passed')), 1)).toEqual({ passed: 1, failed: 1 });
  });

  test('is a failure where no test ran', () => {
    expect(testCounts(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  });

  test('is a failure where the runner was killed', () => {
    expect(testCounts(report(1, 0, file('passed', 'passed')), null)).toEqual({ passed: 1, failed: 1 });
  });
});
