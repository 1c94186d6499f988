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
 * files with this very text, and if it is as it was written; else the work is done anew.
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
  const origin = originOf(kind, source, world.build);
  const shipped = shippedPlace(kind, source.folder);
  const kept = shipped && (await bodyAt(shipped, origin, world));
  if (kept !== undefined) return JSON.parse(kept);
  const own = cachePlace(kind, source.folder, world);
  const body = own && (await bodyAt(own, origin, world));
  // The origin and the two copies vouch for the form: this build wrote it.
  if (body !== undefined) return JSON.parse(body);
  const made = await work();
  if (own !== undefined) await keepQuietly(own, keptText(origin, made), world);
  return made;
}

/**
 * The text of a kept file: its origin, and the work as JSON twice, a line each. To hold the two against each other takes
 * no time, whereas for a checksum a start would have to load a library.
 */
function keptText(origin: readonly string[], made: unknown): string {
  const body = JSON.stringify(made);
  return `${origin.join('')}${body}\n${body}`;
}

/** All that the work follows from: a line with the build and what the files are called, and the text of each. */
function originOf(kind: KeptKind, { folder, files }: WorkSource, build: string): readonly string[] {
  const names = files.map(({ path, text }) => [path.slice(folder.length), text.length]);
  return [`${JSON.stringify([build, kind, names])}\n`, ...files.map(({ text }) => text)];
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

async function bodyAt(place: string, origin: readonly string[], world: World): Promise<string | undefined> {
  const text = await world.readFile(place).catch(() => '');
  let at = 0;
  for (const part of origin) {
    if (!text.startsWith(part, at)) return undefined;
    at += part.length;
  }
  const [body, copy] = text.slice(at).split('\n');
  return body !== '' && body === copy ? body : undefined;
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
