import { resolve } from 'node:path';
import type { SourceFile } from '../rule-set/text-guard.ts';
import { packageFile } from './package-file.ts';
import type { World } from './world.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** What is worked out from the files of a rule set and kept: the compiled rule set, and its guarantees. */
export type KeptKind = 'rule-set' | 'guarantees';

/** The files that something is worked out from, and the folder they stand in. */
export interface WorkSource {
  readonly folder: string;
  readonly files: readonly SourceFile[];
}

/**
 * What `work` makes of the files, or what it made of them before. That is read from what was built with carestep, for
 * shipped rule sets, or from the cache folder of the user. It is used only if it was made by this very build from
 * files with this very text, and if its checksum says that it is as it was written; else the work is done anew.
 *
 * INVARIANT: `work` gives plain JSON values, and the same for the same files.
 */
export async function keptWork<T>(
  kind: KeptKind,
  source: WorkSource,
  world: World,
  work: () => Promise<T>,
): Promise<T> {
  if (world.build === undefined) return work();
  const key = keyOf(kind, source, world.build, world);
  const places = [shippedPlace(kind, source.folder), cachePlace(kind, source.folder, world)];
  for (const place of places) {
    const body = place && (await bodyAt(place, key, world));
    // The key and the checksum vouch for the form: this build wrote it.
    if (body !== undefined) return JSON.parse(body);
  }
  const made = await work();
  const place = cachePlace(kind, source.folder, world);
  if (place !== undefined) await keepQuietly(place, keptText(key, made, world), world);
  return made;
}

/** The text of a kept file: a line with the key and the checksum, then the work as JSON. */
function keptText(key: string, made: unknown, world: Pick<World, 'sha256'>): string {
  const body = JSON.stringify(made);
  return `${key} ${world.sha256(body)}\n${body}`;
}

/** A hash over the build and over every name and text, which changes with any of them. */
function keyOf(
  kind: KeptKind,
  { folder, files }: WorkSource,
  build: string,
  world: Pick<World, 'sha256'>,
): string {
  const texts = files.map(({ path, text }) => [path.slice(folder.length), text]);
  return world.sha256(JSON.stringify([build, kind, texts]));
}

/** Where the build keeps what it made of a shipped rule set. */
function shippedPlace(kind: KeptKind, folder: string): string | undefined {
  const shipped = packageFile('rules/');
  return folder.startsWith(shipped)
    ? packageFile(`dist/kept/${folder.slice(shipped.length)}.${kind}.json`)
    : undefined;
}

/** One place for each folder, so that the cache does not grow with every edit. */
function cachePlace(kind: KeptKind, folder: string, world: World): string | undefined {
  const cache = cacheFolder(world);
  if (cache === undefined) return undefined;
  const name = world.sha256(resolve(world.cwd, folder)).slice(0, 16);
  return `${cache}/${name}.${kind}.json`;
}

/** The cache folder of the XDG specification, on Windows the local one of applications. */
function cacheFolder({ env }: World): string | undefined {
  const { XDG_CACHE_HOME: cache = '', LOCALAPPDATA: local, HOME: home } = env;
  if (cache.startsWith('/')) return `${cache}/carestep`;
  if (local) return `${local}\\carestep\\cache`;
  return home ? `${home}/.cache/carestep` : undefined;
}

async function bodyAt(place: string, key: string, world: World): Promise<string | undefined> {
  const text = await world.readFile(place).catch(() => '');
  const end = text.indexOf('\n');
  const [foundKey, checksum] = text.slice(0, Math.max(end, 0)).split(' ');
  if (foundKey !== key) return undefined;
  const body = text.slice(end + 1);
  return world.sha256(body) === checksum ? body : undefined;
}

/** A cache that cannot be written, on a full disk or in a folder of someone else, costs time and nothing more. */
async function keepQuietly(place: string, text: string, world: World): Promise<void> {
  try {
    await world.makeDir(place.slice(0, place.replaceAll('\\', '/').lastIndexOf('/')));
    await writeWholeFile(world, place, text, 0o600);
  } catch {
    // The work is done; only keeping it has failed.
  }
}
