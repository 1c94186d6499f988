import { printable } from './printable.ts';

/** Text that means itself in Markdown: nothing in it opens emphasis, a link, code or HTML, and it stays on one line. */
export function markdownText(plain: string): string {
  return printable(plain.replace(/\s+/g, ' ').trim()).replace(/[\\`*_[\]<>]/g, '\\$&');
}
