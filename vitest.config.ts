import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A test that asserts nothing proves nothing: it fails.
    expect: { requireAssertions: true },
    testTimeout: 20_000,
  },
});
