import type { GitRun } from './run-git.ts';

/** Standard input. It is read only by commands that ask or were given `-`. */
export type InputStream = NodeJS.ReadableStream;

export type OutputStream = NodeJS.WritableStream;

/** Another thread. What is posted is copied, but for what is moved: that is gone on this side. */
export interface WorkerThread {
  readonly post: (message: unknown, moved: readonly ArrayBuffer[]) => void;
  readonly onMessage: <Message>(listener: (message: Message) => void) => void;
  readonly onError: (listener: (error: Error) => void) => void;
  readonly stop: () => void;
}

/** What is known of a file without reading it. */
export interface FileState {
  /** In bytes; absent for a pipe and the like, whose end is not known. */
  readonly size?: number;
  /** In milliseconds, as a `Date` counts them. */
  readonly changedAt: number;
}

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
  /** The bytes of a file, streamed where it is large. An error of the file comes when it is read. */
  readonly openRead: (path: string) => AsyncIterable<Uint8Array>;
  /** A stream into a new or emptied file, or one that goes on in a file after its first `from` bytes. */
  readonly openWrite: (path: string, from?: number) => OutputStream;
  /** Undefined where there is no file. */
  readonly fileState: (path: string) => Promise<FileState | undefined>;
  /** Runs git in `cwd`; undefined where it is not installed. */
  readonly git: (args: readonly string[]) => Promise<GitRun | undefined>;
  /** Calls the listener when this process is asked to end, until the function it returns is called. */
  readonly onTermination: (listener: () => void) => () => void;
  /**
   * Calls the listener when the person presses Ctrl-C where that is no key but a signal, in place of ending at once,
   * until the function it returns is called.
   */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** Starts a part of the built program as a thread of its own; absent where the sources are run unbuilt. */
  readonly startWorker?: (part: string, start: unknown) => WorkerThread;
  readonly now: () => Date;
  /** 64 lower-case hex digits over the UTF-8 text. */
  readonly sha256: (text: string) => string;
  /** A name that cannot be guessed and says nothing about the person. */
  readonly randomId: () => string;
}
