import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { CsvRows } from '../batch/csv-rows.ts';
import { emptyFile } from '../batch/empty-file.ts';
import type { CaseSource } from '../batch/opened-file.ts';
import { printable } from '../render/printable.ts';
import { decompressed } from './decompressed.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** Which files to read, and how. */
export interface InputOptions {
  /** Paths and patterns, or the one word `-`. */
  readonly files: readonly string[];
  /** The sheet to read of each Excel file; by default the first. */
  readonly sheet?: string;
}

/**
 * The files of cases that a command line names, in its order. Nothing is opened yet, but each pattern has found its
 * files. Compressed files are read as what they hold, Excel and Parquet files by how their names end.
 *
 * @throws UsageError where a pattern finds no file.
 */
export async function inputSources(options: InputOptions, world: World): Promise<CaseSource[]> {
  const paths = await inputPaths(options.files, world);
  if (options.sheet !== undefined && !paths.some(isExcel)) {
    throw new UsageError('`--sheet` is for Excel files', 'leave it out, or name a file that ends in `.xlsx`');
  }
  return paths.map((path) => sourceOf(path, options, world));
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

function sourceOf(path: string, { sheet }: InputOptions, world: World): CaseSource {
  if (path === '-') return { path: '<stdin>', open: () => decompressed(world.stdin) };
  const open = () => world.openRead(path);
  if (isExcel(path)) return excelSource(path, open, sheet);
  if (/\.parquet$/i.test(path)) return { path, open: () => parquetBytes(resolve(world.cwd, path)) };
  return { path, open: () => decompressed(open()) };
}

function isExcel(path: string): boolean {
  return /\.xls[xm]?$/i.test(path);
}

/** The library that reads Excel files is loaded only where there is one. */
function excelSource(path: string, open: CaseSource['open'], sheet: string | undefined): CaseSource {
  return {
    path,
    open,
    async *rows(reading, idOfLine) {
      const { excelRows } = await import('./excel-rows.ts');
      const found = await excelRows(path, open(), sheet);
      if ('kind' in found) yield [found];
      else if (found.records.length === 0) yield [emptyFile(found.path)];
      else yield new CsvRows(found.path, reading, idOfLine).take(found.records);
    },
  };
}

async function* parquetBytes(path: string): AsyncIterable<Uint8Array> {
  const { openParquet } = await import('./duckdb.ts');
  yield* openParquet(path);
}
