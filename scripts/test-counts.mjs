/**
 * How many checks passed and failed, and what each failure was: where it is, and its first words.
 *
 * @typedef {{ passed: number, failed: number, failures: readonly string[] }} Counts
 */

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
  /** @type {TestFile[]} */
  const files = report.testResults;
  const failures = files.flatMap(failuresOf);
  const silent = report.numPassedTests + failures.length === 0 || (status !== 0 && failures.length === 0);
  if (silent) failures.push(`the run ended with ${status} and reported no failure`);
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

/** @typedef {{ status: string, fullName: string, failureMessages: readonly string[] }} TestResult */
/** @typedef {{ name: string, status: string, message: string, assertionResults: readonly TestResult[] }} TestFile */

/** @param {TestFile} file */
function failuresOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${name}: ${firstLine(message)}`] : [];
  return failed.map(({ fullName, failureMessages }) => {
    return `${name} > ${fullName}: ${firstLine(failureMessages[0] ?? '')}`;
  });
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n', 1)[0] ?? '';
}
