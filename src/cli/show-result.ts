import { renderOutcome } from '../render/outcome-text.ts';
import { printable } from '../render/printable.ts';
import { renderReport, reportFormatOf } from '../render/render-report.ts';
import type { ReportSubject } from '../render/report.ts';
import type { ScreenOptions } from './command-options.ts';
import type { InterviewTerminal } from './inquirer-asker.ts';
import type { World } from './world.ts';
import { writeWholeFile } from './write-whole-file.ts';

/**
 * Shows the result of an interview. Where it goes to a file or to another program, the person who answered still
 * sees it on their terminal.
 */
export async function showResult(
  subject: ReportSubject,
  { all = false, format, out }: ScreenOptions,
  world: World,
  terminal: InterviewTerminal,
): Promise<void> {
  const onTerminal = () => {
    const { width, rows, theme } = terminal.drawing();
    return renderOutcome(subject, { width, height: rows, all, theme });
  };
  const isAtTerminal = out === undefined && world.stdoutIsTTY;
  if (isAtTerminal && (format ?? 'text') === 'text') {
    world.stdout.write(onTerminal());
    return;
  }
  const text = renderReport(subject, { format: format ?? reportFormatOf(out ?? ''), width: world.columns });
  if (isAtTerminal) {
    world.stdout.write(text);
    return;
  }
  terminal.output.write(onTerminal());
  if (out === undefined) {
    world.stdout.write(text);
  } else {
    await writeWholeFile(world, out, text);
    terminal.output.write(`Written to ${printable(out)}\n`);
  }
}
