import { BrokenInput } from './broken-input.ts';
import { type InputRow, LONGEST_ROW, type Problem, type RowBatches } from './case-row.ts';
import { decodedText } from './decoded-text.ts';
import { blankFile, emptyFile } from './empty-file.ts';
import { identifierProblem, looksLikeIdentifier } from './identifier-columns.ts';
import { formatOfName, formatOfText, type InputFormat } from './input-format.ts';
import { isDamaged, notUtf8, type Reading } from './reading.ts';

/** A file of cases as bytes. Opened twice where there are several. */
export interface CaseSource {
  /** The name in messages; its extension tells the format. */
  readonly path: string;
  readonly open: () => AsyncIterable<Uint8Array | string>;
  /** How its bytes become text; UTF-8 if absent. */
  readonly encoding?: string;
  /** Reads the rows in a way of its own: a workbook, or a file with a mapping. */
  readonly rows?: (reading: Reading, idOfLine: (line: number) => string) => RowBatches;
}

/** A file whose beginning has been looked at. It is still whole: as text or as it came, one of the two may be read. */
export interface OpenedFile {
  readonly format: InputFormat;
  readonly text: AsyncIterable<string>;
  readonly chunks: AsyncIterable<Uint8Array | string>;
}

/**
 * Opens a file, lets `read` read it in the format that its beginning shows, and closes it again. A file that cannot
 * be used from its beginning is told instead.
 */
export async function* readOpened<Batch>(
  { path, open, encoding }: CaseSource,
  reading: Reading,
  inputFormat: InputFormat | undefined,
  read: (file: OpenedFile) => AsyncIterable<Batch>,
): AsyncGenerator<Batch | readonly InputRow[], void> {
  const chunks = open()[Symbol.asyncIterator]();
  const looked: (Uint8Array | string)[] = [];
  let isLooking = true;
  async function* noticed() {
    for await (const chunk of startingWith([], chunks)) {
      if (isLooking) looked.push(chunk);
      yield chunk;
    }
  }
  const texts = decodedText(noticed(), encoding)[Symbol.asyncIterator]();
  try {
    const start = await firstText(texts);
    if (start.trim() === '') {
      yield [start.length > LONGEST_ROW ? blankFile(path) : emptyFile(path)];
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
    isLooking = false;
    yield* read({ format, text: startingWith([start], texts), chunks: startingWith(looked, chunks) });
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    yield [{ kind: 'unusable', path, problems: [error.problem] }];
  } finally {
    await texts.return?.();
    await chunks.return?.();
  }
}

/** Formats without a header: the kept keys that look like identifiers and are not allowed by name. */
function refusedToKeep({ keep, allowIdentifier }: Reading): Problem[] {
  return keep
    .filter((name) => looksLikeIdentifier(name) && !allowIdentifier.has(name))
    .map((name) => ({ line: 1, column: 1, ...identifierProblem(name) }));
}

/** Text up to the end of the first chunk that holds more than white space, if that begins soon enough. */
async function firstText(chunks: AsyncIterator<string>): Promise<string> {
  let text = '';
  while (text.length <= LONGEST_ROW && text.trim() === '') {
    const next = await chunks.next();
    if (next.done === true) break;
    text += next.value;
  }
  return text;
}

async function* startingWith<Chunk>(
  start: readonly Chunk[],
  rest: AsyncIterator<Chunk>,
): AsyncGenerator<Chunk, void> {
  yield* start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
