import type { World } from './world.ts';

/** Writes a file under its name only once it is complete; until then it is called `FILE.partial`. */
export async function writeWholeFile(world: World, path: string, text: string): Promise<void> {
  const partial = `${path}.partial`;
  await world.writeFile(partial, text);
  await world.rename(partial, path);
}
