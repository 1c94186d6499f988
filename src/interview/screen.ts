import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { printable } from '../render/printable.ts';
import type { Theme } from '../render/theme.ts';
import type { InterviewEvent } from './interview.ts';

/** How a screen is to look. */
export interface Look {
  /** Columns of the terminal; no line is wider. */
  readonly width: number;
  readonly theme: Theme;
}

/** One numbered line of a screen; its number marks it, Enter then does what it stands for. */
export interface Choice {
  readonly lines: readonly string[];
  /** Shown while it is marked. */
  readonly detail: readonly string[];
  readonly event: InterviewEvent;
}

/** A key that acts at once, and the word for it in the line of keys. */
export interface KeyAction {
  readonly key: string;
  readonly word: string;
  readonly event: InterviewEvent;
}

/** What one step shows, in lines that are never wider than the terminal. */
export interface Screen {
  readonly above: readonly string[];
  readonly choices: readonly Choice[];
  readonly below: readonly string[];
  readonly keys: readonly KeyAction[];
  /** What `?` shows; empty where there is no help. */
  readonly help: readonly string[];
  /** Said when Enter is pressed and nothing is marked. */
  readonly onIdleEnter: string;
}

/** Columns before each choice: the mark, the number and the spaces around it. */
export const NUMBER_WIDTH = 6;

/** Text in lines of at most `width` columns, the first after `prefix`, the others indented as far. */
export function wrapped(text: string, width: number, prefix = ''): string[] {
  const indent = ' '.repeat(stringWidth(prefix));
  const room = Math.max(1, width - indent.length);
  const lines = wrapAnsi(printable(text), room, { hard: true }).split('\n');
  return lines.map((line, index) => `${index === 0 ? prefix : indent}${line}`);
}

/** A line of at most `width` columns; what does not fit ends in an ellipsis. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let line = '';
  for (const character of text) {
    if (stringWidth(`${line}${character}…`) > width) break;
    line += character;
  }
  return `${line}…`;
}
