import { renderOutcome } from '../render/outcome-text.ts';
import { printable } from '../render/printable.ts';
import { renderReport, reportFormatOf } from '../render/render-report.ts';
import type { ReportSubject } from '../render/report.ts';
import type { ScreenOptions } from './command-options.ts';
import type { InterviewTerminal } from './interview-terminal.ts';
import type { World } from './world.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** The lines that the keys under the result take. */
const KEY_ROWS = 3;

/** Shows the result of an interview to the person who answered, wherever else it goes. */
export function showResult(
  subject: ReportSubject,
  { all = false }: ScreenOptions,
  { drawing, output }: InterviewTerminal,
): void {
  const { width, rows, theme } = drawing();
  output.write(renderOutcome(subject, { width, height: rows - KEY_ROWS, all, theme }));
}

/** Writes the result as a report where it goes to a file or another program, or is wanted in another form than text. */
export async function writeResult(
  subject: ReportSubject,
  { format, out }: ScreenOptions,
  world: World,
  { output }: InterviewTerminal,
): Promise<void> {
  if (out === undefined && world.stdoutIsTTY && (format ?? 'text') === 'text') return;
  const report = renderReport(subject, {
    format: format ?? reportFormatOf(out ?? ''),
    width: world.columns,
  });
  if (out === undefined) {
    world.stdout.write(report);
  } else {
    await writeWholeFile(world, out, report);
    output.write(`Written to ${printable(out)}\n`);
  }
}
