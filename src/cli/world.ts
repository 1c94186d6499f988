import type { Readable } from 'node:stream';
import type { GitRun } from './run-git.ts';

/** Standard input. It is read only by commands that ask or were given `-`. */
export type InputStream = NodeJS.ReadableStream;

export type OutputStream = NodeJS.WritableStream;

/**
 * Everything outside the program: streams, files, clock, hashing. A command reaches the machine through this and
 * nothing else, so a test can hand in a world of its own. Relative paths are relative to `cwd`.
 */
export interface World {
  /** Which build of carestep this is; absent where the sources are run unbuilt. Only a build keeps what it works out. */
  readonly build?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdinIsTTY: boolean;
  readonly stdoutIsTTY: boolean;
  readonly stderrIsTTY: boolean;
  /** The width to write for: that of the terminal, 80 where there is none. */
  readonly columns: number;
  /** The height of the terminal; absent where there is none. */
  readonly rows?: number;
  /** The whole file as UTF-8. */
  readonly readFile: (path: string) => Promise<string>;
  /** The names in a folder, sorted. */
  readonly readDir: (path: string) => Promise<readonly string[]>;
  /** `mode` is the file's permission bits where it is created, as in `0o600`. */
  readonly writeFile: (path: string, text: string, mode?: number) => Promise<void>;
  /** Replaces `to` in one step. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file; one that is not there is no error. */
  readonly remove: (path: string) => Promise<void>;
  /** Makes a folder and those above it, for the owner's eyes only. */
  readonly makeDir: (path: string) => Promise<void>;
  /** The bytes of a file, streamed. */
  readonly openRead: (path: string) => Readable;
  /** A stream into a new or emptied file. */
  readonly openWrite: (path: string) => OutputStream;
  /** Runs git in `cwd`; undefined where it is not installed. */
  readonly git: (args: readonly string[]) => Promise<GitRun | undefined>;
  /**
   * Calls the listener when the person presses Ctrl-C where that is no key but a signal, in place of ending at once,
   * until the function it returns is called.
   */
  readonly onInterrupt: (listener: () => void) => () => void;
  readonly now: () => Date;
  /** 64 lower-case hex digits over the UTF-8 text. */
  readonly sha256: (text: string) => string;
  /** A name that cannot be guessed and says nothing about the person. */
  readonly randomId: () => string;
}
