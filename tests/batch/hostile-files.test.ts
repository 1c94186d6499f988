import { expect, test } from 'vitest';
import { checkHostile } from './hostile-check.ts';
import { hostileFile } from './hostile-file.ts';

test('a hundred and eighty hostile files are read to their end, each row scored or rejected and counted', async () => {
  const fates = [];
  for (let number = 1; number <= 180; number++) fates.push(await checkHostile(hostileFile(number)));
  expect(fates.filter(({ isCompared }) => isCompared).length).toBeGreaterThan(90);
  expect(fates.filter(({ scored }) => scored > 0).length).toBeGreaterThan(60);
  expect(fates.filter(({ rejected }) => rejected > 0).length).toBeGreaterThan(60);
  expect(fates.filter(({ unusable }) => unusable > 0).length).toBeGreaterThan(20);
});
