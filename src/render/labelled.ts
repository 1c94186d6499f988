import { cutTo, fittedList } from './fitted-list.ts';
import { wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

/** Below this width a label has a line of its own. */
const NARROW = 60;
const LABEL_WIDTH = 16;

/** A way to write text beside a label: the label in the left column, the text to its right. */
export interface Labelled {
  /** The columns that text beside a label has. */
  readonly room: number;
  /** Puts a label before lines that are already at most `room` wide. */
  readonly beside: (label: string, lines: readonly string[]) => string[];
  /** The same, for text still to be wrapped; each part begins a line. */
  readonly parts: (label: string, parts: readonly string[]) => string[];
  /** The same, for a list in at most `maxLines` lines, with a count of what is left out. */
  readonly list: (label: string, items: readonly string[], maxLines: number) => string[];
  /** The same, for one text in at most `maxLines` lines. */
  readonly cut: (label: string, text: string, maxLines: number) => string[];
}

export function labelled(width: number, theme: Theme): Labelled {
  const isNarrow = width < NARROW;
  const room = isNarrow ? width - 2 : width - LABEL_WIDTH;
  const beside = (label: string, lines: readonly string[]): string[] => {
    if (isNarrow) return [theme.heading(label), ...lines.map((line) => `  ${line}`)];
    return lines.map((line, index) =>
      index === 0
        ? theme.heading(label) + ' '.repeat(LABEL_WIDTH - label.length) + line
        : ' '.repeat(LABEL_WIDTH) + line,
    );
  };
  return {
    room,
    beside,
    parts: (label, parts) =>
      beside(
        label,
        parts.flatMap((part) => wrapped(part, room)),
      ),
    list: (label, items, maxLines) => beside(label, fittedList(items, room, maxLines)),
    cut: (label, text, maxLines) => beside(label, cutTo(wrapped(text, room), maxLines)),
  };
}
