import { defineConfig } from 'vitest/config';

/** Calculations, which come out the same on every Node, and clusters, which are no Node at all: one Node is enough. */
const calculations = [
  'tests/{analysis,clusters,core,development,diagram,explain,oracle,properties,rules,statistics}/**/*.test.ts',
  'tests/{export,interview,practice}/**/*.test.ts',
  'tests/rule-set/shipped-corruption.test.ts',
];

export default defineConfig({
  test: {
    // A test that asserts nothing proves nothing: it fails.
    expect: { requireAssertions: true },
    testTimeout: 20_000,
    // Left to itself, vitest keeps one core free, and of two that is half.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: calculations } },
      { extends: true, test: { name: 'calculations', include: calculations } },
    ],
  },
});
