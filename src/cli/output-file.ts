import { resolve } from 'node:path';
import { uncompressedName } from '../batch/input-format.ts';
import type { ScoreOptions } from './command-options.ts';
import type { OutputStream, World } from './world.ts';

/**
 * A stream into `FILE.partial`, compressed as the name of the file says. For Parquet it holds CSV until the end,
 * because a Parquet file that is not whole cannot be read at all. With `from` it goes on after that many bytes.
 */
export async function openPartial(path: string, world: World, from?: number): Promise<OutputStream> {
  const open = () => world.openWrite(partialPath(path), from);
  if (uncompressedName(path) === path) return open();
  const { compressedFile } = await import('./compressed-file.ts');
  return compressedFile(path, open);
}

/** Gives the file that `openPartial` began its name, once its stream has finished. */
export async function completeFile(path: string, world: World): Promise<void> {
  const partial = partialPath(path);
  if (!isParquet(path)) {
    await world.rename(partial, path);
    return;
  }
  const { writeParquet } = await import('./duckdb.ts');
  const written = `${partial}.parquet`;
  await writeParquet(resolve(world.cwd, partial), resolve(world.cwd, written));
  await world.rename(written, path);
  await world.remove(partial);
}

/** What the file is called until it is complete. */
export function partialPath(path: string): string {
  return `${path}.partial`;
}

/** Whether a name asks for Parquet, which is made from CSV. */
export function isParquet(path: string): boolean {
  return /\.parquet$/i.test(path);
}

/** Whether outcomes of this name and format can be gone on with once they broke off. */
export function isResumable(
  { out }: Pick<ScoreOptions, 'out'>,
  format: NonNullable<ScoreOptions['format']>,
): boolean {
  return out !== undefined && uncompressedName(out) === out && (format === 'csv' || format === 'ndjson');
}
