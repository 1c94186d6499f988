import { type Command, Option } from 'commander';
import { printable } from '../render/printable.ts';
import type { ScoreOptions } from './command-options.ts';
import { declareCommand, repeatable } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** Declares `score`. */
export function declareScoreCommand(program: Command, world: World, end: (code: ExitCode) => void): void {
  declareCommand(program, 'score', 'score a file of cases')
    .argument('[files...]', 'CSV, NDJSON, JSON, YAML, Excel or Parquet files, or - for standard input')
    .addOption(new Option('--format <format>', 'how to write').choices(['table', 'csv', 'ndjson', 'json']))
    .addOption(
      new Option('--input-format <format>', 'how to read').choices(['csv', 'ndjson', 'json', 'yaml']),
    )
    .option('--map <file>', 'read columns and values as a mapping says; `carestep map` writes one')
    .option('--sheet <sheet>', 'the sheet of an Excel file; by default the first')
    .option('--out <file>', 'write the outcomes to a file')
    .option('--rejects <file>', 'write the rows that cannot be read to a file')
    .option('--resume', 'go on with what a run that was stopped has left of the outcomes')
    .option('--no-progress', 'show no progress bar')
    .option('--jobs <number>', 'score large files on so many threads', jobsOf)
    .addOption(repeatable('--keep <column>', 'copy a column to the output (repeatable)'))
    .addOption(repeatable('--allow-identifier <column>', 'accept an identifying column (repeatable)'))
    .addOption(
      new Option('--template <kind>', 'print an empty CSV header, or every allowed answer').choices([
        'csv',
        'codebook',
      ]),
    )
    .addOption(
      repeatable('--fail-if <what>', 'exit 3 if a case is open, 4 if one alerts (repeatable)', [
        'open',
        'alert',
      ]),
    )
    .addOption(
      new Option('--engine <engine>', 'score CSV and Parquet with SQL in DuckDB, installed apart').choices([
        'duckdb',
      ]),
    )
    .option('--expect <column>', 'compare with the levels that a reviewer put in a column')
    .option('--compare <set>', 'score with another rule set too, and say which cases it moves')
    .option('--differences <file>', 'write every case placed otherwise to a CSV file')
    .option('--summary', 'say after scoring what was found')
    .option('--no-summary', 'leave the summary out on a terminal too')
    .option('--report <file>', 'write the summary with charts to an HTML file')
    .addHelpText('after', '\nExample:\n  carestep score cases.csv --out outcomes.csv --rejects rejects.csv')
    .action(async (files: string[], options: Omit<ScoreOptions, 'files'>) =>
      end(await (await import('./commands/score.ts')).run({ ...options, files }, world)),
    );
}

const MOST_JOBS = 64;

/** @throws UsageError unless it is a whole number from 1 on. */
function jobsOf(given: string): number {
  const jobs = Number(given);
  if (/^\d+$/.test(given) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new UsageError(
    `\`--jobs ${printable(given)}\` is no number of threads`,
    `write a whole number from 1 to ${MOST_JOBS}; the number of cores is a good one`,
  );
}
