import type { World } from './world.ts';

/**
 * A folder for what is kept between two runs: below the state folder of the XDG specification, on Windows below the
 * local one of applications; undefined where there is neither.
 */
export function stateFolder(name: string, { env }: Pick<World, 'env'>): string | undefined {
  const { XDG_STATE_HOME: state = '', LOCALAPPDATA: local, HOME: home } = env;
  if (state.startsWith('/')) return `${state}/carestep/${name}`;
  if (local) return `${local}\\carestep\\${name}`;
  return home ? `${home}/.local/state/carestep/${name}` : undefined;
}
