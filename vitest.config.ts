import { defineConfig } from 'vitest/config';

/** What depends on Node: terminals, processes, threads, files, streams, decoding. It runs on every Node. */
const machine = ['tests/{batch,cli,scenarios}/**/*.test.ts'];

/** Of these, what looks at pages in a browser, or asks commands what they have calculated: one Node is enough. */
const notOfNode = ['tests/scenarios/*-page.test.ts', 'tests/cli/commands/rules-*.test.ts'];

export default defineConfig({
  test: {
    // A test that asserts nothing proves nothing: it fails.
    expect: { requireAssertions: true },
    // A busy machine is slow, not wrong: nothing is to fail for want of patience.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Left to itself, vitest keeps one core free, and of two that is half.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'machine', include: machine, exclude: notOfNode } },
      {
        extends: true,
        test: {
          name: 'calculations',
          include: [...notOfNode, 'tests/**/*.test.ts'],
          exclude: ['tests/{batch,cli,scenarios}/**/!(*-page|rules-*).test.ts'],
        },
      },
    ],
  },
});
