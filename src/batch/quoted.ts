import { printable } from '../render/printable.ts';

const LONGEST = 60;

/** Text from a file for use inside a message: in backticks, safe to print, and cut where it would drown the message. */
export function quoted(text: string): string {
  const units = [...text];
  return `\`${printable(units.length > LONGEST ? `${units.slice(0, LONGEST).join('')}…` : text)}\``;
}
