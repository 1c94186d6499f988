import { printable } from '../render/printable.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { ownVersion } from './own-version.ts';
import { InvalidFileError, UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/**
 * The whole program: runs one command line in a world and returns the exit code. It never throws: what the person
 * can mend is said in a sentence, and anything else is our mistake and exits with 70.
 */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    const version = await ownVersion(world);
    if (isVersionAsked(argv)) {
      world.stdout.write(`${version}\n`);
      return EXIT.done;
    }
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv, version, world);
  } catch (error) {
    const { text, code } = describeError(error);
    world.stderr.write(text);
    return code;
  }
}

/** The one thing that is asked so often, by scripts, that it is answered before the commands are known. */
function isVersionAsked([first, ...others]: readonly string[]): boolean {
  return others.length === 0 && (first === '--version' || first === '-V');
}

/** What to say about an error, and what to exit with. */
export function describeError(error: unknown): { text: string; code: ExitCode } {
  if (error instanceof InvalidFileError) return { text: `${error.message.trimEnd()}\n`, code: EXIT.usage };
  if (error instanceof UsageError) return { text: problem(error.message, error.help), code: EXIT.usage };
  const file = fileProblem(error);
  if (file !== undefined) return { text: problem(file.message, file.help), code: EXIT.usage };
  return { text: bugText(error), code: EXIT.bug };
}

/** What to say about an error that should not have happened: no stack, and what to do. */
export function bugText(error: unknown): string {
  const message = printable(error instanceof Error ? error.message : String(error));
  const help =
    'this is a mistake in carestep, not in your answers; please report it with the command you ran';
  return problem(`something went wrong inside carestep: ${message}`, help);
}

function problem(message: string, help: string | undefined): string {
  return `error: ${message}\n${help === undefined ? '' : `  help: ${help}\n`}`;
}

const FILE_PROBLEMS: Readonly<Record<string, readonly [what: string, help: string]>> = {
  ENOENT: ['there is no file or folder `PATH`', 'check the spelling and the folder you are in'],
  EACCES: ['`PATH` may not be opened', 'ask for permission to the file, or choose another'],
  EPERM: ['`PATH` may not be changed', 'ask for permission to the file, or choose another'],
  EISDIR: ['`PATH` is a folder, not a file', 'name a file in it'],
  ENOTDIR: ['`PATH` is not a folder', 'name the folder that holds it'],
  EROFS: ['`PATH` is on a disk that can only be read', 'choose another place'],
  ENOSPC: ['the disk is full', 'make room, or choose another place with `--out`'],
  EDQUOT: ['the disk is full', 'make room, or choose another place with `--out`'],
};

/** What the operating system says about a file, in words; none for any other error. */
function fileProblem(error: unknown): { message: string; help: string } | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const known = FILE_PROBLEMS[error.code];
  if (known === undefined) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'the file';
  return { message: known[0].replace('PATH', printable(path)), help: known[1] };
}
