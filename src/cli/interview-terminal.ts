import { WriteStream } from 'node:tty';
import type { Screen } from '../render/screen.ts';
import { createTheme, wantsColor } from '../render/theme.ts';
import { type Noted, notePrompt } from './note-prompt.ts';
import { plainAsker } from './plain-asker.ts';
import type { Drawing } from './prompt-drawing.ts';
import { questionPrompt } from './question-prompt.ts';
import { UsageError } from './usage-error.ts';
import type { OutputStream, World } from './world.ts';

/** The terminal an interview is held on. */
export interface InterviewTerminal {
  readonly output: OutputStream;
  /** Nothing is ever redrawn. */
  readonly isPlain: boolean;
  /** Asked at each drawing, since the window may change. */
  readonly drawing: () => Drawing;
  /** Shows a screen until the person has chosen. */
  choose<Event>(screen: () => Screen<Event>): Promise<Event | 'cancelled'>;
  /** Asks for a line of text below these lines. */
  write(above: () => readonly string[]): Promise<Noted | 'cancelled'>;
  /** Lets go of the input, so that the program can end. */
  close(): void;
}

export interface InterviewTerminalOptions {
  /** Line by line, without color, and nothing is redrawn. */
  readonly plain?: boolean;
  /** Whether leaving now keeps what was entered. */
  readonly keepsDraft?: () => boolean;
  /** What to say where there is no terminal, and what to do instead. */
  readonly without?: { readonly message: string; readonly help: string };
}

const NO_INTERVIEW = {
  message: 'the interview needs a terminal to ask on',
  help: 'to score answers from a file, run `carestep score FILE`',
};

/**
 * The terminal to hold the interview on: standard output, or standard error where the output goes to a file or
 * another program.
 *
 * @throws UsageError where there is no terminal to ask on or none to answer at.
 */
export function interviewTerminal(world: World, options: InterviewTerminalOptions = {}): InterviewTerminal {
  if (!world.stdinIsTTY || !(world.stdoutIsTTY || world.stderrIsTTY)) {
    const { message, help } = options.without ?? NO_INTERVIEW;
    throw new UsageError(message, help);
  }
  const plain = options.plain === true || world.env['TERM'] === 'dumb';
  const { keepsDraft = () => false } = options;
  const input = world.stdin;
  const output = world.stdoutIsTTY ? world.stdout : world.stderr;
  const theme = createTheme({ color: !plain && wantsColor(world.env, true) });
  const drawing = () => {
    // Asked anew each time: the person may change the size of the window.
    const { width, rows } =
      output instanceof WriteStream
        ? { width: output.columns || 80, rows: output.rows || 24 }
        : { width: world.columns, rows: world.rows ?? 24 };
    return { width, rows, theme, keepsDraft: keepsDraft() };
  };
  if (plain) {
    return {
      output,
      drawing,
      isPlain: true,
      ...plainAsker({ input, output, drawing, onInterrupt: world.onInterrupt }),
    };
  }
  // Between two prompts Ctrl-C is no key but a signal: what is being written is finished, and nothing more is asked. The
  // signal may come to notice once the next prompt stands.
  const interruption = new AbortController();
  const { signal } = interruption;
  const close = world.onInterrupt(() => interruption.abort());
  return {
    output,
    drawing,
    isPlain: false,
    choose: async (screen) =>
      signal.aborted ? 'cancelled' : questionPrompt({ screen, drawing }, { input, output, signal }),
    write: async (above) =>
      signal.aborted ? 'cancelled' : notePrompt({ above, drawing }, { input, output, signal }),
    close,
  };
}
