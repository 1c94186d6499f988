import type { CaseText, InputRow, RowBatches } from './case-row.ts';
import type { InputFormat } from './input-format.ts';
import { type CaseSource, readOpened } from './opened-file.ts';
import { readCsv } from './read-csv.ts';
import type { Reading } from './reading.ts';

type Reader = (source: CaseText, reading: Reading, idOfLine: (line: number) => string) => RowBatches;

/** The full reader of each format. All but that of the most common one are loaded when they are needed. */
export const READERS = {
  csv: readCsv,
  ndjson: async function* (...given) {
    yield* (await import('./read-ndjson.ts')).readNdjson(...given);
  },
  json: async function* (...given) {
    yield* (await import('./read-json.ts')).readJsonCases(...given);
  },
  yaml: async function* (...given) {
    yield* (await import('./read-yaml.ts')).readYamlCases(...given);
  },
} as const satisfies Record<InputFormat, Reader>;

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
export async function unusableStarts(
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

function readSource(
  source: CaseSource,
  reading: Reading,
  inputFormat: InputFormat | undefined,
  idOfLine: (line: number) => string,
): RowBatches {
  if (source.rows !== undefined) return source.rows(reading, idOfLine);
  return readOpened(source, reading, inputFormat, ({ format, text }) =>
    READERS[format]({ path: source.path, chunks: text }, reading, idOfLine),
  );
}
