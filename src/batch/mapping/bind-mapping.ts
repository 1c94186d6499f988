import { linesOf, problemBlock } from '../../render/diagnostic.ts';
import { createTheme } from '../../render/theme.ts';
import { nearest, suggestion } from '../../rule-set/suggestion.ts';
import type { Problem, UnusableInput } from '../case-row.ts';
import { type CsvRecord, placeOfField } from '../csv-records.ts';
import { identifierProblem, looksLikeIdentifier } from '../identifier-columns.ts';
import { shownValue } from '../identifying-value.ts';
import type { Reading } from '../reading.ts';
import { isDamaged, notUtf8 } from '../reading.ts';
import { type ColumnName, columnsOf, type Mapping } from './mapping.ts';

/** Where the columns of a file stand, by name. */
export interface BoundColumns {
  readonly count: number;
  readonly positions: ReadonlyMap<string, number>;
}

/** Looks up the columns of a mapping in a header, or says everything that does not fit. */
export function bindMapping(
  mapping: Mapping,
  header: CsvRecord,
  path: string,
  reading: Reading,
): BoundColumns | UnusableInput {
  const names = header.fields;
  const unusable = (problems: readonly Problem[]): UnusableInput => ({ kind: 'unusable', path, problems });
  if (header.problem !== undefined) return unusable([header.problem]);
  const strangers = unknownColumns(mapping, names, path);
  if (strangers !== undefined) return strangers;
  const problems = names.flatMap(
    (name, position) => columnProblem(name, position, header, mapping, reading) ?? [],
  );
  for (const name of reading.keep.filter((kept) => !names.includes(kept))) {
    const reason = `there is no column ${shownValue(name)} to keep`;
    const help = suggestion(name, names, 'columns');
    problems.push({ line: header.line, column: 1, code: 'missing-column', reason, help });
  }
  if (problems.length > 0) return unusable(problems);
  return { count: names.length, positions: new Map(names.map((name, position) => [name, position])) };
}

/** Every column that the mapping reads, each as often as it names it. */
export function readColumnsOf({ id, keep, sources }: Mapping): readonly ColumnName[] {
  return [...(id === undefined ? [] : [id]), ...keep, ...[...sources.values()].flatMap(columnsOf)];
}

/** The names that the header does not have, shown where they stand in the mapping. */
function unknownColumns(mapping: Mapping, names: readonly string[], path: string): UnusableInput | undefined {
  const known = new Set(names);
  const ignored = mapping.ignore === 'others' ? [] : mapping.ignore;
  const unknown = [...readColumnsOf(mapping), ...ignored].filter(({ text }) => !known.has(text));
  if (unknown.length === 0) return undefined;
  const theme = createTheme({ color: false });
  const lineAt = linesOf([mapping.file]);
  const problems = unknown.map(({ text, place }) => {
    const reason = `${shownValue(path)} has no column \`${text}\``;
    const help = columnHelp(text, names, mapping.delimiter);
    const shown = { ...place, code: 'unknown-column', severity: 'error', message: reason, help } as const;
    return {
      ...place,
      code: 'unknown-column',
      reason,
      help,
      block: problemBlock(shown, lineAt(place), theme),
    } as const;
  });
  return { kind: 'unusable', path: mapping.file.path, problems };
}

function columnHelp(name: string, names: readonly string[], delimiter: string | undefined): string {
  const [only = ''] = names;
  const mark = [',', ';', '\t', '|'].find((separator) => separator !== delimiter && only.includes(separator));
  if (names.length === 1 && mark !== undefined) {
    return `the file seems to have another delimiter: \`delimiter: '${mark === '\t' ? 'tab' : mark}'\``;
  }
  return suggestion(
    name,
    names.filter((known) => shownValue(known).startsWith('`')),
    'columns',
  );
}

function columnProblem(
  name: string,
  position: number,
  header: CsvRecord,
  mapping: Mapping,
  reading: Reading,
): Problem | undefined {
  const place = placeOfField(header, position);
  const isRead = readColumnsOf(mapping).some(({ text }) => text === name) || reading.keep.includes(name);
  const isIgnored = mapping.ignore !== 'others' && mapping.ignore.some(({ text }) => text === name);
  // What is named to be left out may be anything: it is neither read nor shown.
  if (isIgnored && !isRead) return undefined;
  if (isDamaged(name)) return notUtf8('the header', place);
  if (looksLikeIdentifier(name) && !reading.allowIdentifier.has(name)) {
    const { code, reason } = identifierProblem(name);
    const help = isRead
      ? 'leave it out of the mapping; where it is needed, name it with `--allow-identifier`'
      : 'take it out of the file, or name it under `ignore` in the mapping';
    return { ...place, code, reason, help };
  }
  if (isRead) {
    if (header.fields.indexOf(name) === position) return undefined;
    const reason = `the column ${shownValue(name)} occurs twice`;
    return { ...place, code: 'duplicate-column', reason, help: 'give each its own name' };
  }
  if (mapping.ignore === 'others') return undefined;
  const meant = nearest(
    name,
    readColumnsOf(mapping).map(({ text }) => text),
  );
  const question = meant === undefined ? '' : `did you mean \`${meant}\`? `;
  return {
    ...place,
    code: 'unknown-column',
    reason: `the column ${shownValue(name)} is not in the mapping`,
    help: `${question}to leave it out, name it under \`ignore\``,
  };
}
