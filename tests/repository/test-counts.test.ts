import { describe, expect, test } from 'vitest';
import { testCounts } from '../../scripts/test-counts.mjs';

const file = (name: string, status: string, ...tests: readonly string[]) => ({
  name,
  status,
  message: status === 'failed' && tests.length === 0 ? 'it cannot be loaded\nat line 1' : '',
  assertionResults: tests.map((result, index) => ({
    status: result,
    fullName: `test ${index}`,
    failureMessages: result === 'failed' ? ['1 is not 2\nat line 3'] : [],
  })),
});

const report = (numPassedTests: number, ...testResults: readonly object[]) =>
  JSON.stringify({ numPassedTests, testResults });

describe('the count of a test run', () => {
  test('is what the runner reports, and names what failed', () => {
    const json = report(2, file('a', 'passed', 'passed'), file('b', 'failed', 'passed', 'failed'));
    expect(testCounts(json, 1)).toEqual({ passed: 2, failed: 1, failures: ['b > test 1: 1 is not 2'] });
  });

  test('adds a failure for a file that could not be loaded', () => {
    const json = report(1, file('a', 'passed', 'passed'), file('b', 'failed'));
    expect(testCounts(json, 1)).toEqual({ passed: 1, failed: 1, failures: ['b: it cannot be loaded'] });
  });

  test('adds a failure for an error outside of any test', () => {
    expect(testCounts(report(1, file('a', 'passed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  test('is a failure where no test ran', () => {
    expect(testCounts(report(0), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('is a failure where the runner was killed', () => {
    expect(testCounts(report(1, file('a', 'passed', 'passed')), null)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });
});
