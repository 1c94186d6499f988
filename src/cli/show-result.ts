import type { ExplainedCase } from '../render/explained-case.ts';
import { renderOutcomeJson } from '../render/outcome-json.ts';
import { renderOutcomeMarkdown } from '../render/outcome-markdown.ts';
import { renderOutcome } from '../render/outcome-text.ts';
import { printable } from '../render/printable.ts';
import { createTheme } from '../render/theme.ts';
import type { ScreenOptions } from './command-options.ts';
import type { InterviewTerminal } from './inquirer-asker.ts';
import type { World } from './world.ts';
import { writeWholeFile } from './write-whole-file.ts';

type Format = NonNullable<ScreenOptions['format']>;

/**
 * Shows the result of an interview. Where it goes to a file or to another program, the person who answered still
 * sees it on their terminal.
 */
export async function showResult(
  subject: ExplainedCase,
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
  const text = elsewhere(subject, format ?? formatOf(out), all, world.columns);
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

/** The format of a file by how its name ends. */
function formatOf(path = ''): Format {
  if (path.endsWith('.json')) return 'json';
  return /\.(md|markdown)$/.test(path) ? 'markdown' : 'text';
}

/** The result for a file or another program, which have no height to fold to. */
function elsewhere(subject: ExplainedCase, format: Format, all: boolean, width: number): string {
  switch (format) {
    case 'json':
      return renderOutcomeJson(subject);
    case 'markdown':
      return renderOutcomeMarkdown(subject);
    case 'text': {
      const theme = createTheme({ color: false });
      return renderOutcome(subject, { width, height: Number.POSITIVE_INFINITY, all, theme });
    }
    default:
      return format satisfies never;
  }
}
