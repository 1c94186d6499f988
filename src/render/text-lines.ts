import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { printable } from './printable.ts';

/**
 * Text in lines of at most `width` columns, the first after `prefix`, the others indented as far. Line breaks within
 * the text are spaces.
 */
export function wrapped(text: string, width: number, prefix = ''): string[] {
  const indent = ' '.repeat(stringWidth(prefix));
  const room = Math.max(1, width - indent.length);
  const lines = wrapAnsi(printable(text.replace(/\s+/g, ' ').trim()), room, { hard: true }).split('\n');
  return lines.map((line, index) => `${index === 0 ? prefix : indent}${line}`);
}

/** Text in one line of at most `width` columns; where it does not fit it ends in an ellipsis. */
export function cut(text: string, width: number): string {
  const safe = printable(text);
  if (stringWidth(safe) <= width) return safe;
  let line = '';
  for (const character of safe) {
    if (stringWidth(`${line}${character}…`) > width) break;
    line += character;
  }
  return `${line}…`;
}

/** One-line texts padded with spaces to the width of the widest, so that what follows them stands in a column. */
export function aligned(texts: readonly string[]): string[] {
  const safe = texts.map(printable);
  const width = Math.max(0, ...safe.map((text) => stringWidth(text)));
  return safe.map((text) => `${text}${' '.repeat(width - stringWidth(text))}`);
}
