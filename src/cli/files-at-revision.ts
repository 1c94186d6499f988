import { printable } from '../render/printable.ts';
import type { SourceFile } from '../rule-set/text-guard.ts';
import type { GitRun } from './run-git.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** Whether a version is named as git names what stood in a folder, `REV:PATH`, and not as a path or a shipped set. */
export function namesRevision(given: string): boolean {
  const isPath = /^[./\\]/.test(given) || /^[A-Za-z]:[\\/]/.test(given);
  return !isPath && given.includes(':');
}

/**
 * The YAML files that stood in a folder at a revision, read from git and not from the disk.
 *
 * @throws UsageError where git, the revision or the folder is missing.
 */
export async function filesAtRevision(given: string, world: World): Promise<SourceFile[]> {
  const [revision = ''] = given.split(':', 1);
  const path = given.slice(revision.length + 1).replace(/\/+$/, '');
  await refuseUnknownRevision(revision, world);
  const listing = await git(['ls-tree', '-z', '--full-tree', `${revision}:${path}`], world);
  if (!listing.ok) {
    throw new UsageError(
      `the revision \`${printable(revision)}\` holds no folder \`${printable(path)}\``,
      'write the path from the top of the repository, or, from the folder you are in, as in `HEAD:./my-rules`',
    );
  }
  return Promise.all(
    blobsIn(listing.stdout)
      .filter(({ name }) => name.endsWith('.yaml'))
      .map(async ({ name, hash }) => {
        const { stdout } = await git(['cat-file', 'blob', hash], world);
        return { path: `${given.replace(/\/+$/, '')}/${name}`, text: stdout };
      }),
  );
}

async function refuseUnknownRevision(revision: string, world: World): Promise<void> {
  const repository = await git(['rev-parse', '--git-dir'], world);
  if (!repository.ok) {
    const [reason = ''] = repository.stderr.replace(/^fatal: /, '').split('\n');
    throw new UsageError(
      `git cannot be asked for a revision here: ${printable(reason)}`,
      'run the command inside the repository, or name folders instead',
    );
  }
  // A word with a leading dash would be an option to git, never a revision.
  const isWord = revision !== '' && !revision.startsWith('-');
  const isKnown = isWord && (await git(['rev-parse', '--verify', '--quiet', `${revision}^{tree}`], world)).ok;
  if (!isKnown) {
    throw new UsageError(
      `there is no revision \`${printable(revision)}\``,
      '`git log --oneline` lists the commits, `git tag` the tags; for a path with a colon write `./` before it',
    );
  }
}

async function git(args: readonly string[], world: World): Promise<GitRun> {
  const run = await world.git(args);
  if (run !== undefined) return run;
  throw new UsageError('git is not installed, or not found', 'install it, or name folders instead');
}

/** The plain files of a listing by `ls-tree -z`: `MODE TYPE HASH<tab>NAME`. Links are left out. */
function blobsIn(listing: string): { name: string; hash: string }[] {
  return listing.split('\0').flatMap((entry) => {
    const [, hash, name] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    return hash === undefined || name === undefined ? [] : [{ name, hash }];
  });
}
