import type { CaseText, InputRow, Problem, RowBatches } from './case-row.ts';
import { emptyFile } from './empty-file.ts';
import { identifierProblem, looksLikeIdentifier } from './identifier-columns.ts';
import { formatOfName, formatOfText, type InputFormat } from './input-format.ts';
import { readCsv } from './read-csv.ts';
import { readJsonCases } from './read-json.ts';
import { readNdjson } from './read-ndjson.ts';
import { readYamlCases } from './read-yaml.ts';
import { isDamaged, notUtf8, type Reading } from './reading.ts';

/** A file of cases as bytes. Opened twice where there are several. */
export interface CaseSource {
  /** The name in messages; its extension tells the format. */
  readonly path: string;
  readonly open: () => AsyncIterable<Uint8Array | string>;
}

const READERS = {
  csv: readCsv,
  ndjson: readNdjson,
  json: readJsonCases,
  yaml: readYamlCases,
} as const satisfies Record<InputFormat, unknown>;

/**
 * Reads the cases of several files, one file after the other. What is wrong with the beginning of any of
 * them is found before the first row of the first; a file that cannot be used ends the reading.
 *
 * Where a file has no ids, the line number is the id; with several files, `PATH:LINE`.
 */
export async function* readCases(
  sources: readonly CaseSource[],
  reading: Reading,
  inputFormat?: InputFormat,
): RowBatches {
  const unusable = sources.length > 1 ? await unusableStarts(sources, reading, inputFormat) : [];
  if (unusable.length > 0) {
    yield unusable;
    return;
  }
  for (const source of sources) {
    const idOfLine = (line: number) => (sources.length > 1 ? `${source.path}:${line}` : String(line));
    for await (const rows of readSource(source, reading, inputFormat, idOfLine)) {
      yield rows;
      if (rows.at(-1)?.kind === 'unusable') return;
    }
  }
}

/** Looks at the beginning of each file and closes it again. */
async function unusableStarts(
  sources: readonly CaseSource[],
  reading: Reading,
  inputFormat: InputFormat | undefined,
): Promise<InputRow[]> {
  const found: InputRow[] = [];
  for (const source of sources) {
    for await (const rows of readSource(source, reading, inputFormat, String)) {
      const last = rows.at(-1);
      if (last?.kind === 'unusable') found.push(last);
      break;
    }
  }
  return found;
}

async function* readSource(
  { path, open }: CaseSource,
  reading: Reading,
  inputFormat: InputFormat | undefined,
  idOfLine: (line: number) => string,
): RowBatches {
  const chunks = decoded(open())[Symbol.asyncIterator]();
  try {
    const start = await firstText(chunks);
    if (start.trim() === '') {
      yield [emptyFile(path)];
      return;
    }
    const [firstLine = ''] = start.split('\n', 1);
    if (isDamaged(firstLine) || firstLine.includes('\0')) {
      yield [{ kind: 'unusable', path, problems: [notUtf8('the first line', { line: 1, column: 1 })] }];
      return;
    }
    const format = inputFormat ?? formatOfName(path) ?? formatOfText(start);
    const refused = format === 'csv' ? [] : refusedToKeep(reading);
    if (refused.length > 0) {
      yield [{ kind: 'unusable', path, problems: refused }];
      return;
    }
    const source: CaseText = { path, chunks: startingWith(start, chunks) };
    yield* READERS[format](source, reading, idOfLine);
  } finally {
    await chunks.return?.();
  }
}

/** Formats without a header: the kept keys that look like identifiers and are not allowed by name. */
function refusedToKeep({ keep, allowIdentifier }: Reading): Problem[] {
  return keep
    .filter((name) => looksLikeIdentifier(name) && !allowIdentifier.has(name))
    .map((name) => ({ line: 1, column: 1, ...identifierProblem(name) }));
}

/** Text up to the end of the first chunk that holds more than white space. */
async function firstText(chunks: AsyncIterator<string>): Promise<string> {
  let text = '';
  while (text.trim() === '') {
    const next = await chunks.next();
    if (next.done === true) break;
    text += next.value;
  }
  return text;
}

async function* startingWith(start: string, rest: AsyncIterator<string>): AsyncIterable<string> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** UTF-8 to text; the byte order mark is dropped, and bytes that are not UTF-8 become U+FFFD. */
async function* decoded(chunks: AsyncIterable<Uint8Array | string>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
