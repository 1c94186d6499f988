import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { Terminal as Emulator } from '@xterm/headless';

const repository = resolve(import.meta.dirname, '../..');

/** How long to look for something on a screen, and how often. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 10;

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  /** Added to the environment of this process, from which the words on color are taken out. */
  readonly env?: Readonly<Record<string, string>>;
  /** A command line for the shell, in which `"$@"` stands for the program and its arguments. */
  readonly shell?: string;
}

/** A real terminal with the built program in it. */
export interface Terminal {
  /** The rows of the screen without the spaces at their end. */
  rows(): string[];
  /** The numbers of the rows that a line too long for the terminal has run into. */
  wrappedRows(): number[];
  cursorIsShown(): boolean;
  /** Every byte the program has written. */
  written(): string;
  /** Sends keys without waiting for what they do. */
  press(keys: string): void;
  /** Waits until the screen fulfils the condition and returns its rows. */
  waitFor(what: string | ((rows: readonly string[]) => boolean)): Promise<string[]>;
  /** The program has ended. */
  hasEnded(): boolean;
  /** Waits for the end of the program and returns its exit code. */
  exitCode(): Promise<number>;
  /** Ends the program as `kill -9` does: it cannot do anything more. */
  kill(): Promise<void>;
  /** Closes the window the program runs in. */
  hangUp(): Promise<void>;
  close(): void;
}

export const ENTER = '\r';
export const DOWN = '\u001b[B';
export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';

/** Starts `carestep` with these arguments in a terminal of its own. */
export function openTerminal(args: readonly string[], options: TerminalOptions = {}): Terminal {
  const { columns = 80, rows = 24, env = {}, shell } = options;
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  // Drafts belong to nobody else's interviews, nor to those of whoever runs the tests.
  const state = mkdtempSync(join(tmpdir(), 'carestep-state-'));
  const program = [process.execPath, resolve(repository, 'bin/carestep.js')];
  const shellWords = shell === undefined ? [] : ['/bin/sh', '-c', shell, 'sh'];
  const [file = '', ...rest] = [...shellWords, ...program, ...args];
  const child = spawn(file, rest, {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd: repository,
    env: { ...inherited, TERM: 'xterm-256color', XDG_STATE_HOME: state, ...env },
  });
  const emulator = new Emulator({ cols: columns, rows, allowProposedApi: true });
  let written = '';
  child.onData((text) => {
    written += text;
    emulator.write(text);
  });
  let ended: number | undefined;
  child.onExit(({ exitCode }) => {
    ended = exitCode;
  });

  const lineAt = (row: number) => emulator.buffer.active.getLine(emulator.buffer.active.baseY + row);
  const allRows = () =>
    Array.from({ length: rows }, (_row, row) => lineAt(row)?.translateToString(true) ?? '');
  const fail = (what: string): never => {
    throw new Error(`${what}; the screen showed:\n${allRows().join('\n')}`);
  };
  /** Looks until there is something to see; the emulator reads in the background. */
  const look = async <T>(see: () => T | undefined, what: string): Promise<T> => {
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      const seen = see();
      if (seen !== undefined) return seen;
      await new Promise((next) => setTimeout(next, LOOK_MS));
    }
    return fail(`waited in vain for ${what}`);
  };

  const end = async (signal: 'SIGKILL' | 'SIGHUP') => {
    child.kill(signal);
    await look(() => ended, 'the program to end');
  };

  return {
    rows: allRows,
    wrappedRows: () => allRows().flatMap((_row, row) => (lineAt(row)?.isWrapped === true ? [row] : [])),
    cursorIsShown: () => written.lastIndexOf('\u001b[?25h') >= written.lastIndexOf('\u001b[?25l'),
    written: () => written,
    press: (keys) => child.write(keys),
    waitFor: (what) => {
      const holds = (seen: readonly string[]) =>
        typeof what === 'string' ? seen.join('\n').includes(what) : what(seen);
      return look(
        () => {
          const seen = allRows();
          return holds(seen) ? seen : undefined;
        },
        typeof what === 'string' ? `"${what}"` : 'the screen to change',
      );
    },
    hasEnded: () => ended !== undefined,
    exitCode: async () => {
      const code = await look(() => ended, 'the program to end');
      await new Promise<void>((read) => emulator.write('', read));
      return code;
    },
    kill: () => end('SIGKILL'),
    hangUp: () => end('SIGHUP'),
    close: () => {
      if (ended === undefined) child.kill();
      emulator.dispose();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
