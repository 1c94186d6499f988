import stringWidth from 'string-width';
import type { Diagnostic, Place, Severity } from '../rule-set/diagnostic.ts';
import { printable } from './printable.ts';
import type { Theme } from './theme.ts';

/** The styles that a diagnostic uses. */
export type DiagnosticTheme = Pick<Theme, 'strong' | 'quiet' | 'alert' | 'caution'>;

/** A file as it was read, so that the line in question can be shown. */
interface ShownFile {
  readonly path: string;
  readonly text: string;
}

/** A problem as far as it is shown. */
interface ShownProblem extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
}

/** The longest part of a source line that is shown. */
const MAX_WIDTH = 100;

/**
 * Diagnostics for people: what is wrong, the line with a mark under the place, and what to do. Ends with a count
 * and no line break; empty for no diagnostics.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: readonly ShownFile[],
  theme: DiagnosticTheme,
): string {
  if (diagnostics.length === 0) return '';
  const lineAt = linesOf(files);
  const blocks = diagnostics.map((problem) => problemBlock(problem, lineAt(problem), theme));
  return [...blocks, theme.strong(summary(diagnostics))].join('\n\n');
}

/** Looks up the line of a place. */
export function linesOf(files: readonly ShownFile[]): (place: Place) => string | undefined {
  const lines = new Map(files.map(({ path, text }) => [path, text.split(/\r?\n/)]));
  return ({ path, line }) => lines.get(path)?.[line - 1];
}

/** One problem with its line, a mark under it, and what to do; before that, notes with the word that leads each in. */
export function problemBlock(
  problem: ShownProblem,
  line: string | undefined,
  theme: DiagnosticTheme,
  notes: readonly (readonly [word: string, text: string])[] = [],
): string {
  const severity = problem.severity === 'error' ? theme.alert('error') : theme.caution('warning');
  const gutter = ' '.repeat(String(problem.line).length);
  const place = `${printable(problem.path)}:${problem.line}:${problem.column}`;
  const shown = [
    `${severity}: ${theme.strong(printable(problem.message))} ${theme.quiet(`(${problem.code})`)}`,
    `${gutter} ${theme.quiet('-->')} ${place}`,
    ...(line === undefined ? [] : frame(problem, line, gutter, theme)),
  ];
  const help = problem.help === undefined ? [] : [['help', problem.help] as const];
  for (const [word, text] of [...notes, ...help]) {
    shown.push(`${gutter} ${theme.quiet('=')} ${word}: ${printable(text)}`);
  }
  return shown.join('\n');
}

/** The line and the mark under it. A long line is cut to the part around the place. */
function frame(
  problem: ShownProblem,
  line: string,
  gutter: string,
  theme: DiagnosticTheme,
): readonly string[] {
  const start = problem.column - 1;
  const cut = Math.max(0, start - MAX_WIDTH / 2);
  const before = (cut > 0 ? '…' : '') + visible(line.slice(cut, start));
  const marked = visible(line.slice(start, Math.min(start + problem.length, cut + MAX_WIDTH)));
  const after = visible(line.slice(start + problem.length, cut + MAX_WIDTH));
  const more = line.length > cut + MAX_WIDTH ? '…' : '';
  const bar = theme.quiet('|');
  const mark = '^'.repeat(Math.max(1, stringWidth(marked)));
  const tint = problem.severity === 'error' ? theme.alert : theme.caution;
  return [
    `${theme.quiet(String(problem.line))} ${bar} ${before}${marked}${after}${more}`,
    `${gutter} ${bar} ${' '.repeat(stringWidth(before))}${tint(mark)}`,
  ];
}

/** A tab would push the mark out of its column. */
function visible(text: string): string {
  return printable(text.replaceAll('\t', ' '));
}

/** How many errors and warnings there are, as in `2 errors, 1 warning`; empty for none. */
export function summary(diagnostics: readonly { readonly severity: Severity }[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')];
  return parts.filter((part) => part !== undefined).join(', ');
}

function counted(count: number, noun: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
