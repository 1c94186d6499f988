import { execFile } from 'node:child_process';

/** What a run of git came to. */
export interface GitRun {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** A file of rules may have 1 MB; no listing of a folder comes near to this. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Runs git in a folder, without a shell; undefined where no git is installed. */
export function runGit(args: readonly string[], cwd: string): Promise<GitRun | undefined> {
  return new Promise((resolve) => {
    execFile('git', [...args], { cwd, encoding: 'utf8', maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
      const isMissing = error !== null && error.code === 'ENOENT';
      resolve(isMissing ? undefined : { ok: error === null, stdout, stderr });
    });
  });
}
