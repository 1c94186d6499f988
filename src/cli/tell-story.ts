import { readingScreen } from '../practice/reading-screen.ts';
import { storyPages } from '../practice/story-pages.ts';
import type { InterviewTerminal } from './interview-terminal.ts';

/** Prints a story, piece by piece where the window is too low to hold it with the `asked` lines that follow. */
export async function tellStory(
  lines: readonly string[],
  asked: number,
  { output, drawing, choose, isPlain }: InterviewTerminal,
): Promise<'told' | 'cancelled'> {
  const pages = isPlain ? [lines] : storyPages(lines, { rows: drawing().rows, asked });
  for (const [index, page] of pages.entries()) {
    output.write(`${page.join('\n')}\n`);
    const isLast = index === pages.length - 1;
    if (!isLast && (await choose(readingScreen)) === 'cancelled') return 'cancelled';
  }
  return 'told';
}
