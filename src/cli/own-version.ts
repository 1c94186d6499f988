import { packageFile } from './package-file.ts';
import type { World } from './world.ts';

/** The version of carestep itself. */
export async function ownVersion(world: World): Promise<string> {
  const manifest: unknown = JSON.parse(await world.readFile(packageFile('package.json')));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  return 'unknown';
}
