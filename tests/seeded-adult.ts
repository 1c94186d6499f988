import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A mistake written into one rule of the shipped set: text of that rule, and what replaces it. */
export interface SeededFault {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** A file by its name alone, and its text. */
export interface NamedFile {
  readonly path: string;
  readonly text: string;
}

const folder = resolve(import.meta.dirname, '../rules/adult');

/** The files of the shipped rule set, guarantees included. */
export const ADULT_FILES: readonly NamedFile[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }));

/** A copy of the files with one fault. Throws unless the rule has exactly one such text. */
export function withFault({ rule, from, to }: SeededFault): readonly NamedFile[] {
  const begin = `\n  - id: ${rule}\n`;
  const file = ADULT_FILES.find(({ text }) => text.includes(begin));
  if (file === undefined) throw new Error(`no file holds the rule ${rule}`);
  const start = file.text.indexOf(begin);
  const next = file.text.indexOf('\n  - id: ', start + begin.length);
  const end = next === -1 ? file.text.length : next;
  const text = file.text.slice(start, end);
  if (text.split(from).length !== 2) throw new Error(`${rule} does not hold \`${from}\` exactly once`);
  const changed = file.text.slice(0, start) + text.replace(from, () => to) + file.text.slice(end);
  return ADULT_FILES.map((each) => (each === file ? { ...each, text: changed } : each));
}
