import { printable } from '../render/printable.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/**
 * Looks at a name before something is written under it: a device or a pipe must not be replaced by a file.
 *
 * @throws UsageError where the name stands for something that is no ordinary file.
 */
export async function expectOrdinaryFile(path: string, world: Pick<World, 'fileState'>): Promise<void> {
  const found = await world.fileState(path);
  if (found === undefined || found.size !== undefined) return;
  throw new UsageError(
    `\`${printable(path)}\` is no ordinary file, and would be replaced by one`,
    'name another, or leave the option out and send standard output there with `>`',
  );
}
