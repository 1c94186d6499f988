import { defineConfig } from 'vitest/config';

/** Long calculations, which come out the same on every Node. */
const properties = [
  'tests/properties/**/*.test.ts',
  'tests/development/**/*.test.ts',
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
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: properties } },
      { extends: true, test: { name: 'properties', include: properties } },
    ],
  },
});
