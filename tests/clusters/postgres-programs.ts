import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs of a PostgreSQL, and who runs the server. */
export interface PostgresPrograms {
  readonly folder: string;
  /** Who the server runs as: PostgreSQL refuses to run as root. Absent where the tests run as somebody else. */
  readonly account?: { readonly uid: number; readonly gid: number };
}

/** The newest PostgreSQL of this machine, or in words why there is none to use. */
export function findPostgres(): PostgresPrograms | string {
  const folder = [...debianFolders(), ...(process.env['PATH'] ?? '').split(delimiter)].find(hasPrograms);
  if (folder === undefined) return 'PostgreSQL is not installed (on Debian: `apt-get install postgresql`)';
  if (process.getuid?.() !== 0) return { folder };
  const uid = numberPrintedBy('id', '-u', 'postgres');
  const gid = numberPrintedBy('id', '-g', 'postgres');
  if (uid === undefined || gid === undefined) {
    return 'PostgreSQL does not run as root, and there is no user `postgres` to run it';
  }
  return { folder, account: { uid, gid } };
}

/** Debian keeps a folder for each version and none of them on the path. */
function debianFolders(): string[] {
  const versions = '/usr/lib/postgresql';
  try {
    const newestFirst = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
    return newestFirst.map((version) => join(versions, version, 'bin'));
  } catch {
    return [];
  }
}

function hasPrograms(folder: string): boolean {
  try {
    for (const program of ['initdb', 'postgres', 'psql']) accessSync(join(folder, program), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function numberPrintedBy(command: string, ...args: readonly string[]): number | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}
