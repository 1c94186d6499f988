import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { RowBatches } from '../batch/case-row.ts';
import { CsvRows } from '../batch/csv-rows.ts';
import { emptyFile } from '../batch/empty-file.ts';
import type { InputFormat } from '../batch/input-format.ts';
import type { Mapping } from '../batch/mapping/mapping.ts';
import type { CaseSource } from '../batch/opened-file.ts';
import type { Reading } from '../batch/reading.ts';
import { printable } from '../render/printable.ts';
import { decompressed } from './decompressed.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** Which files to read, and how. */
export interface InputOptions {
  /** Paths and patterns, or the one word `-`. */
  readonly files: readonly string[];
  readonly inputFormat?: InputFormat;
  /** The sheet to read of each Excel file; by default the one that the mapping names, else the first. */
  readonly sheet?: string;
}

/**
 * The files of cases that a command line names, in its order. Nothing is opened yet, but each pattern has found its
 * files. Compressed files are read as what they hold, Excel and Parquet files by how their names end.
 *
 * @throws UsageError where a pattern finds no file.
 */
export async function inputSources(
  options: InputOptions,
  world: World,
  mapping?: Mapping,
): Promise<CaseSource[]> {
  const paths = await inputPaths(options.files, world);
  if (options.sheet !== undefined && !paths.some(isExcel)) {
    throw new UsageError('`--sheet` is for Excel files', 'leave it out, or name a file that ends in `.xlsx`');
  }
  return paths.map((path) => {
    const source = bytesOf(path, world);
    if (isExcel(path)) return { ...source, ...excelRowsOf(source, options.sheet ?? mapping?.sheet, mapping) };
    return mapping === undefined
      ? source
      : { ...source, ...mappedRowsOf(source, mapping, options.inputFormat) };
  });
}

/** The paths with each pattern replaced by what it finds, in the order of the names; files named before are left out. */
export async function inputPaths(given: readonly string[], world: World): Promise<string[]> {
  const paths: string[] = [];
  for (const path of given) {
    if (!isPattern(path, world)) {
      paths.push(path);
      continue;
    }
    const options = { cwd: world.cwd, expandDirectories: false, absolute: isAbsolute(path) };
    const { glob } = await import('tinyglobby');
    const found = (await glob(path, options)).sort();
    if (found.length === 0) {
      throw new UsageError(
        `no file matches \`${printable(path)}\``,
        'check the spelling and the folder you are in',
      );
    }
    paths.push(...found.filter((name) => !paths.includes(name)));
  }
  return paths;
}

/** A name with marks that is itself the name of a file is no pattern. */
function isPattern(path: string, world: World): boolean {
  return /[*?[{]/.test(path) && !existsSync(resolve(world.cwd, path));
}

/** How many bytes some files have together; undefined where it is not known how many one has. */
export async function inputSize(
  sources: readonly CaseSource[],
  world: Pick<World, 'fileState'>,
): Promise<number | undefined> {
  let size = 0;
  for (const { path } of sources) size += (await world.fileState(path))?.size ?? Number.NaN;
  return Number.isNaN(size) ? undefined : size;
}

/** Whether a name is that of an Excel file. */
export function isExcel(path: string): boolean {
  return /\.xls[xm]?$/i.test(path);
}

/** A file as the bytes of its text; an Excel file as it is. */
function bytesOf(path: string, world: World): CaseSource {
  if (path === '-') return { path: '<stdin>', open: () => decompressed(world.stdin) };
  if (/\.parquet$/i.test(path)) return { path, open: () => parquetBytes(resolve(world.cwd, path)) };
  return { path, open: () => (isExcel(path) ? world.openRead(path) : decompressed(world.openRead(path))) };
}

async function* parquetBytes(path: string): AsyncIterable<Uint8Array> {
  const { openParquet } = await import('./duckdb.ts');
  yield* openParquet(path);
}

type OwnReader = Required<Pick<CaseSource, 'rows'>>;

/** The library that reads Excel files is loaded only where there is one. */
function excelRowsOf({ path, open }: CaseSource, sheet: string | undefined, mapping?: Mapping): OwnReader {
  return {
    async *rows(reading, idOfLine) {
      const { excelRows } = await import('./excel-rows.ts');
      const found = await excelRows(path, open(), sheet);
      if ('kind' in found) {
        yield [found];
        return;
      }
      const table = await tableRows(found.path, reading, idOfLine, mapping);
      let isEmpty = true;
      for (const records of found.batches) {
        const rows = table.take(records);
        isEmpty &&= records.length === 0;
        yield rows;
        if (rows.at(-1)?.kind === 'unusable') return;
      }
      if (isEmpty) yield [emptyFile(found.path)];
    },
  };
}

async function tableRows(
  path: string,
  reading: Reading,
  idOfLine: (line: number) => string,
  mapping: Mapping | undefined,
) {
  if (mapping === undefined) return new CsvRows(path, reading, idOfLine);
  const { MappedRows } = await import('../batch/mapping/mapped-rows.ts');
  return new MappedRows({ path, mapping, reading, idOfLine });
}

function mappedRowsOf(source: CaseSource, mapping: Mapping, inputFormat: InputFormat | undefined): OwnReader {
  return {
    async *rows(reading, idOfLine): RowBatches {
      const { readMapped } = await import('../batch/mapping/read-mapped.ts');
      yield* readMapped(source, { path: source.path, mapping, reading, idOfLine }, inputFormat);
    },
  };
}
