import { stateFolder } from './state-folder.ts';
import type { World } from './world.ts';

/** Where drafts are kept. */
export function draftFolder(world: Pick<World, 'env'>): string | undefined {
  return stateFolder('drafts', world);
}

/**
 * The paths of the drafts, in order of their names; none where there is no folder for them. One of which only the
 * half-written file is there counts too, so that it can be erased.
 */
export async function draftPaths(world: World): Promise<readonly string[]> {
  const folder = draftFolder(world);
  if (folder === undefined) return [];
  const names = (await unlessMissing(() => world.readDir(folder))) ?? [];
  const whole = names.map((name) => name.replace(/\.partial$/, '')).filter((name) => name.endsWith('.json'));
  return [...new Set(whole)].map((name) => `${folder}/${name}`);
}

/** What reading gives; `undefined` where nothing is there. */
export async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
