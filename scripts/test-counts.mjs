/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Counts the tests of a vitest JSON report. A file that could not be loaded, an error outside of any test and a
 * run without tests each count as one failure, so that silence never passes.
 *
 * @param {string} json what vitest's json reporter wrote
 * @param {number | null} status the exit code of that run
 * @returns {Counts}
 */
export function testCounts(json, status) {
  const report = JSON.parse(json);
  const passed = report.numPassedTests;
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = report.testResults;
  const notLoaded = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + notLoaded;
  const silent = passed + failed === 0 || (status !== 0 && failed === 0);
  return { passed, failed: failed + (silent ? 1 : 0) };
}
