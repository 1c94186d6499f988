import { expectOrdinaryFile } from './ordinary-file.ts';
import type { World } from './world.ts';

/**
 * Writes a file under its name only once it is complete; until then it is called `FILE.partial`. `mode` is the file's
 * permission bits.
 *
 * @throws UsageError where the name stands for something that is no ordinary file.
 */
export async function writeWholeFile(world: World, path: string, text: string, mode?: number): Promise<void> {
  await expectOrdinaryFile(path, world);
  const partial = `${path}.partial`;
  await world.writeFile(partial, text, mode);
  await world.rename(partial, path);
}
