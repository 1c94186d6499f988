import { packageFile } from './package-file.ts';
import type { World } from './world.ts';

/** Set by the build; not there where the sources are run as they are. */
declare const CARESTEP_VERSION: string | undefined;

/** The version of carestep itself. */
export async function ownVersion(world: World): Promise<string> {
  if (typeof CARESTEP_VERSION === 'string') return CARESTEP_VERSION;
  const manifest: unknown = JSON.parse(await world.readFile(packageFile('package.json')));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  return 'unknown';
}
