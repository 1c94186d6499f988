import type { InputRow, Problem } from '../../src/batch/case-row.ts';
import type { InputFormat } from '../../src/batch/input-format.ts';
import type { CaseSource } from '../../src/batch/opened-file.ts';
import { readCases } from '../../src/batch/read-cases.ts';
import { createReading } from '../../src/batch/reading.ts';
import { tiny } from './tiny-rule-set.ts';

export interface ReadOptions {
  readonly format?: InputFormat;
  readonly keep?: readonly string[];
  readonly allowIdentifier?: readonly string[];
  readonly expect?: string;
  /** Bytes a chunk; everything at once if absent. */
  readonly chunk?: number;
}

/** A file in memory, in chunks that may cut a character in two. */
export function source(path: string, text: string | Uint8Array, chunk?: number): CaseSource {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const size = chunk ?? Math.max(1, bytes.length);
  return {
    path,
    async *open() {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    },
  };
}

/** All rows of some files under the tiny rule set. */
export async function readAll(
  sources: readonly CaseSource[],
  options: ReadOptions = {},
): Promise<InputRow[]> {
  const rows: InputRow[] = [];
  for await (const batch of readCases(sources, createReading(tiny, options), options.format))
    rows.push(...batch);
  return rows;
}

/** All rows of one file. */
export function readText(path: string, text: string | Uint8Array, options: ReadOptions = {}) {
  return readAll([source(path, text, options.chunk)], options);
}

/** Cases as `id: codes`, rejected rows and unusable files as `line:column code`: short enough to compare at a glance. */
export function inShort(rows: readonly InputRow[]): string[] {
  return rows.flatMap((row) =>
    row.kind === 'case'
      ? [[`${row.id}:`, ...Array.from(row.answers), ...row.kept].join(' ')]
      : row.problems.map((problem) => `${row.kind === 'unusable' ? 'unusable ' : ''}${place(problem)}`),
  );
}

function place({ line, column, code }: Problem): string {
  return `${line}:${column} ${code}`;
}
