import { type Diagnostic, diagnostic } from './diagnostic.ts';

/** A file as read by the caller. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const MAX_BYTES = 1_000_000;

/** The most mappings and lists that may stand inside one another. */
export const MAX_DEPTH = 64;

/** Control characters but tab and line ends, and marks that turn the writing direction. */
const CONTROL = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;

export function hasControlCharacter(text: string): boolean {
  return CONTROL.test(text);
}

/** What makes a text unfit for the YAML reader, judged without reading it as YAML; `undefined` if it is fit. */
export function guardText({ path, text }: SourceFile): Diagnostic | undefined {
  const start = { path, line: 1, column: 1, length: 1 };
  if (text.length > MAX_BYTES || new TextEncoder().encode(text).length > MAX_BYTES) {
    return diagnostic(
      'file-too-large',
      start,
      'the file has more than 1 MB',
      'split it into several dimensions',
    );
  }
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const column = line.search(CONTROL) + 1;
    if (column === 0) continue;
    const place = { path, line: index + 1, column, length: 1 };
    const code = (line.codePointAt(column - 1) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return diagnostic(
      'control-character',
      place,
      `the text holds the control character U+${code}`,
      'delete it',
    );
  }
  return guardDepth(path, lines);
}

/** `too-deep`, worded once for the guard and the reader. */
export function tooDeep(path: string, line: number, column: number): Diagnostic {
  const message = `more than ${MAX_DEPTH} mappings and lists stand inside one another`;
  return diagnostic('too-deep', { path, line, column, length: 1 }, message, 'split the condition into rules');
}

/**
 * An estimate by indentation, dashes and brackets that costs one pass, so that no deep file reaches the recursive
 * reader. The reader then counts exactly.
 */
function guardDepth(path: string, lines: readonly string[]): Diagnostic | undefined {
  const indents: number[] = [];
  let brackets = 0;
  for (const [index, line] of lines.entries()) {
    for (const start of blockStarts(line)) {
      while ((indents.at(-1) ?? -1) > start) indents.pop();
      if (indents.at(-1) !== start) indents.push(start);
      if (indents.length > MAX_DEPTH) return tooDeep(path, index + 1, start + 1);
    }
    for (const [offset, step] of bracketSteps(line)) {
      brackets = Math.max(0, brackets + step);
      if (indents.length + brackets > MAX_DEPTH) return tooDeep(path, index + 1, offset + 1);
    }
  }
  return undefined;
}

/** Where the lists and mappings of one line begin: each dash, and what looks like a key. */
function blockStarts(line: string): readonly number[] {
  const starts: number[] = [];
  let start = line.search(/[^ ]/);
  while (/^- +\S/.test(line.slice(start, start + 80))) {
    starts.push(start);
    start += line.slice(start + 1).search(/[^ ]/) + 1;
  }
  if (start >= 0 && /^[^#\s][^:]*:(\s|$)/.test(line.slice(start))) starts.push(start);
  return starts;
}

/** The offset of each bracket and whether it opens (1) or closes (-1); comments have none. */
function bracketSteps(line: string): readonly (readonly [offset: number, step: 1 | -1])[] {
  return [...line.replace(/(?:^|\s)#.*/, '').matchAll(/[[\]{}]/g)].map(({ 0: bracket, index }) => [
    index,
    bracket === '[' || bracket === '{' ? 1 : -1,
  ]);
}
