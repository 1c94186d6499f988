import type { InputRow, RejectedRow, UnusableInput } from '../batch/case-row.ts';
import type { CsvRecord } from '../batch/csv-records.ts';
import { CsvRows } from '../batch/csv-rows.ts';
import { emptyFile } from '../batch/empty-file.ts';
import { IdTable } from '../batch/id-table.ts';
import { idProblem, keptProblem, type Reading } from '../batch/reading.ts';
import { duplicate, type Tally } from '../batch/score.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { evaluate } from '../explain/evaluate.ts';
import { columnsOf, type DuckDBRow, duckdbRows } from './duckdb-rows.ts';
import type { DuckDBText } from './duckdb-text.ts';
import type { WrittenPart } from './score-outputs.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** What a run reads, scores and writes with. */
export interface DuckDBRun {
  readonly compiled: CompiledRuleSet;
  readonly reading: Reading;
  readonly paths: readonly string[];
  readonly text: DuckDBText;
  readonly tally: Tally;
}

/**
 * Scores files in DuckDB, one after the other. Rows that the SELECT leaves aside, few as a rule, go the way of the plain
 * engine: the same rejections, and reasons where only several open rules together give the level.
 */
export async function* duckdbParts(run: DuckDBRun, world: World): AsyncGenerator<WrittenPart, void> {
  const ids = new IdTable();
  for (const path of run.paths) {
    const file = new FileOfRows(path, await columnsOf(path, world), run, ids);
    const refused = file.refusal();
    if (refused !== undefined) {
      yield { text: '', scored: 0, rejected: [], unusable: [refused] };
      return;
    }
    try {
      for await (const rows of duckdbRows(path, file.columns, run, world)) {
        const part = file.take(rows);
        yield part;
        if (part.unusable.length > 0) return;
      }
    } catch (error) {
      if (error instanceof UsageError || !(error instanceof Error)) throw error;
      yield { text: '', scored: 0, rejected: [], unusable: [unreadable(path, error)] };
      return;
    }
  }
}

/** One file while its rows come. */
class FileOfRows {
  readonly columns: readonly string[];
  readonly #path: string;
  readonly #run: DuckDBRun;
  readonly #ids: IdTable;
  readonly #plain: CsvRows;
  readonly #hasIds: boolean;
  /** The line of the next row. */
  #line = 2;

  constructor(path: string, columns: readonly string[], run: DuckDBRun, ids: IdTable) {
    this.columns = columns;
    this.#path = path;
    this.#run = run;
    this.#ids = ids;
    this.#hasIds = columns.includes('id');
    this.#plain = new CsvRows(path, run.reading, (line) => this.#idOfLine(line));
  }

  /** Why the file cannot be used, by its header. */
  refusal(): UnusableInput | undefined {
    if (this.columns.length === 0) return emptyFile(this.#path);
    const [refused] = this.#plain.take([{ line: 1, fields: this.columns }]);
    return refused?.kind === 'unusable' ? refused : undefined;
  }

  take(rows: readonly DuckDBRow[]): WrittenPart {
    const rejected: RejectedRow[] = [];
    let text = '';
    let scored = 0;
    for (const row of rows) {
      const line = this.#line;
      this.#line += 1 + lineBreaksIn(row);
      const result = this.#score(row, line);
      if (typeof result === 'string') {
        text += result;
        scored++;
      } else if (result.kind === 'rejected') rejected.push(result);
      else return { text, scored, rejected, unusable: [result] };
    }
    return { text, scored, rejected, unusable: [] };
  }

  #score(row: DuckDBRow, line: number): string | RejectedRow | UnusableInput {
    const { tally, text, compiled } = this.#run;
    const wrong = row.hasProblem || this.#hasWrongText(row, line) ? this.#read(row, line) : undefined;
    if (wrong !== undefined && wrong.kind !== 'case') {
      if (wrong.kind === 'rejected') tally.rejected++;
      return wrong;
    }
    const id = this.#hasIds ? row.id : this.#idOfLine(line);
    if (!this.#ids.add(id)) {
      tally.rejected++;
      const answers = new Int8Array();
      return duplicate({
        kind: 'case',
        path: this.#path,
        line,
        id,
        idColumn: this.#idColumn(row),
        answers,
        kept: [],
      });
    }
    const [level = '', lowest = '', highest = '', alerts = '', reasons = '', ...others] = row.fields;
    tally.scored++;
    if (level === '') tally.open++;
    if (alerts !== '') tally.alerted++;
    const read = row.cells === undefined ? undefined : this.#read(row, line);
    const found =
      read?.kind === 'case'
        ? evaluate(compiled, read.answers)
            .reasons.map(({ rules }) => rules.join('|'))
            .join(';')
        : reasons;
    return text.row(id, [level, lowest, highest, alerts, found, ...others], row.kept);
  }

  /** The checks of the plain engine on the texts that are copied. */
  #hasWrongText({ id, kept }: DuckDBRow, line: number): boolean {
    const { reading } = this.#run;
    const place = { line, column: 1 };
    if (this.#hasIds && idProblem(reading, id, line === 2, place) !== undefined) return true;
    return kept.some((text, position) => keptProblem(reading, position, text, () => place) !== undefined);
  }

  /** The row as the plain engine reads it. */
  #read(row: DuckDBRow, line: number): InputRow | undefined {
    const record: CsvRecord = { line, fields: row.cells ?? this.#copiedCells(row) };
    return this.#plain.take([record])[0];
  }

  /** The cells as far as they are copied; those that are not were all answers. */
  #copiedCells({ id, kept }: DuckDBRow): string[] {
    return this.columns.map((name) =>
      name === 'id' ? id : (kept[this.#run.reading.keep.indexOf(name)] ?? ''),
    );
  }

  #idOfLine(line: number): string {
    return this.#run.paths.length === 1 ? String(line) : `${this.#path}:${line}`;
  }

  /** Exact where the cells are known; 1 otherwise. */
  #idColumn(row: DuckDBRow): number {
    const position = this.columns.indexOf('id');
    const before = row.cells?.slice(0, Math.max(position, 0)) ?? [];
    return 1 + before.reduce((sum, cell) => sum + cell.length + 1, 0);
  }
}

/** Line breaks within the cells of a row, as far as these are known. */
function lineBreaksIn({ id, kept, cells }: DuckDBRow): number {
  return (cells ?? [id, ...kept]).join('').split('\n').length - 1;
}

/** DuckDB's first line names the kind of error and the line; those after it would show what the file holds. */
function unreadable(path: string, error: Error): UnusableInput {
  const line = Number(/Line: (\d+)/.exec(error.message)?.[1] ?? 1);
  const reason = 'DuckDB cannot read the file from here on';
  const help = 'leave `--engine` out: then rows that break the format are rejected and the others scored';
  return { kind: 'unusable', path, problems: [{ line, column: 1, code: 'broken-file', reason, help }] };
}
