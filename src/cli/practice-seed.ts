import type { World } from './world.ts';

/** A seed that nobody can foresee, short enough to be passed on. */
export function practiceSeed(world: World): number {
  return Number.parseInt(world.sha256(world.randomId()).slice(0, 7), 16);
}
