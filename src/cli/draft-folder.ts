import type { World } from './world.ts';

/** Where drafts are kept: the state folder of the XDG specification, on Windows the local one of applications. */
export function draftFolder({ env }: Pick<World, 'env'>): string | undefined {
  const { XDG_STATE_HOME: state = '', LOCALAPPDATA: local, HOME: home } = env;
  if (state.startsWith('/')) return `${state}/carestep/drafts`;
  if (local) return `${local}\\carestep\\drafts`;
  return home ? `${home}/.local/state/carestep/drafts` : undefined;
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
