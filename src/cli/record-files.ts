import type { SourceFile } from '../rule-set/text-guard.ts';
import type { World } from './world.ts';

/** The texts of the records in a folder: every file whose name ends in `.json`. */
export async function recordFiles(folder: string, world: World): Promise<SourceFile[]> {
  const names = (await world.readDir(folder)).filter((name) => isRecordName(name));
  return readAll(
    names.map((name) => `${folder.replace(/[\\/]+$/, '')}/${name}`),
    world,
  );
}

/** The texts of records given by name; a name that does not end in `.json` is that of a folder of them. */
export async function namedRecordFiles(paths: readonly string[], world: World): Promise<SourceFile[]> {
  const read = await Promise.all(
    paths.map((path) => (isRecordName(path) ? readAll([path], world) : recordFiles(path, world))),
  );
  return read.flat();
}

function isRecordName(path: string): boolean {
  return path.endsWith('.json');
}

async function readAll(paths: readonly string[], world: World): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  // One after the other: a folder may hold more files than may be open at a time.
  for (const path of paths) files.push({ path, text: await world.readFile(path) });
  return files;
}
