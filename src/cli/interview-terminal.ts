import { WriteStream } from 'node:tty';
import { createTheme, wantsColor } from '../render/theme.ts';
import type { InterviewTerminal } from './inquirer-asker.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/**
 * The terminal to hold the interview on: standard output, or standard error where the output goes to a file or
 * another program.
 *
 * @throws UsageError where there is no terminal to ask on or none to answer at.
 */
export function interviewTerminal(world: World): InterviewTerminal {
  if (!world.stdinIsTTY || !(world.stdoutIsTTY || world.stderrIsTTY)) {
    throw new UsageError(
      'the interview needs a terminal to ask on',
      'to score answers from a file, run `carestep score FILE`',
    );
  }
  const output = world.stdoutIsTTY ? world.stdout : world.stderr;
  const theme = createTheme({ color: wantsColor(world.env, true) });
  const drawing = () =>
    // Asked anew each time: the person may change the size of the window.
    output instanceof WriteStream
      ? { width: output.columns || 80, rows: output.rows || 24, theme }
      : { width: world.columns, rows: world.rows ?? 24, theme };
  return { input: world.stdin, output, drawing };
}
