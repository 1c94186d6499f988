import { expect, test } from 'vitest';
import { shareText } from '../../src/render/share-text.ts';

test.each([
  [0n, 10n, '0%'],
  [10n, 10n, '100%'],
  [9_999_999n, 10_000_000n, '99.9%'],
  [1n, 8n, '12.5%'],
  [1n, 1000n, '0.1%'],
  [1n, 1001n, '1 in 1,000'],
  [1n, 84_999n, '1 in 84,000'],
  [1n, 140_388_000n, '1 in 140 million'],
  [1n, 1_190_000_000n, '1 in 1.1 billion'],
  [1n, 47_168_957_652_664_320n, '1 in 47,000 trillion'],
  [3n, 0n, '0%'],
])('%d of %d is %s', (part, whole, text) => {
  expect(shareText(part, whole)).toBe(text);
});
