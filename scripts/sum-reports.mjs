/**
 * Adds up the reports of scripts/run-checks.mjs, names each failure, and ends with the one line `N passed, N failed`. A
 * report that was never written counts as a failure.
 *
 *     node scripts/sum-reports.mjs FILE...
 */
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8'));
    passed += counts.passed;
    failed += counts.failed;
    for (const what of counts.failures) process.stdout.write(`FAILED: ${what}\n`);
  } catch {
    process.stdout.write(`no report in ${file}: its checks did not run to the end\n`);
    failed += 1;
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
