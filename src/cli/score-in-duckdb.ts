import { uncompressedName } from '../batch/input-format.ts';
import { createReading } from '../batch/reading.ts';
import type { Tally } from '../batch/score.ts';
import { identityText } from '../render/identity.ts';
import { printable } from '../render/printable.ts';
import type { ScoreOptions } from './command-options.ts';
import { duckdbParts } from './duckdb-parts.ts';
import { isReadByDuckDB } from './duckdb-rows.ts';
import { DuckDBCsv, type DuckDBText, duckdbNdjson } from './duckdb-text.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { inputPaths } from './input-files.ts';
import type { OpenedRuleSet } from './open-rule-set.ts';
import { ScoreOutputs } from './score-outputs.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** What a run in DuckDB came to: the counts, what to say, and whether it came to its end. */
export interface DuckDBEnding {
  readonly tally: Tally;
  readonly code?: ExitCode;
}

/** Scores CSV and Parquet files with the exported SQL in a DuckDB of its own, and writes what it gives. */
export async function scoreInDuckDB(
  options: ScoreOptions,
  { compiled, identity }: OpenedRuleSet,
  world: World,
): Promise<DuckDBEnding> {
  refuseOtherOptions(options);
  const paths = await inputPaths(options.files, world);
  const other = paths.find((path) => !isReadByDuckDB(path));
  if (other !== undefined) {
    throw new UsageError(
      `\`--engine duckdb\` does not read \`${printable(other)}\``,
      'it reads files whose names end in `.csv` or `.parquet`; for others leave it out',
    );
  }
  const reading = createReading(compiled.ruleSet, options);
  const text = textFor(options, identityText(identity), reading.keep);
  const tally: Tally = { scored: 0, open: 0, alerted: 0, rejected: 0 };
  const outputs = new ScoreOutputs(options, text.begin, world);
  for await (const part of duckdbParts({ compiled, reading, paths, text, tally }, world)) {
    await outputs.write(part);
    if (outputs.isAbandoned) return { tally, code: EXIT.done };
    if (part.unusable.length === 0) continue;
    await outputs.leave(summary(tally, text), '');
    return { tally, code: EXIT.usage };
  }
  await outputs.finish('');
  if (outputs.isAbandoned) return { tally, code: EXIT.done };
  await outputs.say(summary(tally, text));
  return { tally };
}

/** `--format` wins, then how the name of `--out` ends, else CSV. */
function textFor({ format, out }: ScoreOptions, identity: string, keep: readonly string[]): DuckDBText {
  const chosen = format ?? namedFormat(uncompressedName(out ?? ''));
  if (chosen === 'csv') return new DuckDBCsv(identity, keep);
  if (chosen === 'ndjson') return duckdbNdjson(identity, keep);
  throw new UsageError(
    `\`--engine duckdb\` writes no ${chosen}`,
    'write CSV, NDJSON or Parquet, or leave the engine out',
  );
}

function namedFormat(name: string): 'ndjson' | 'json' | 'csv' {
  if (/\.(ndjson|jsonl)$/i.test(name)) return 'ndjson';
  return /\.json$/i.test(name) ? 'json' : 'csv';
}

function summary({ scored, open, alerted, rejected }: Tally, { neutralized }: DuckDBText): string {
  const counts = `scored ${scored}, open ${open}, alerted ${alerted}, rejected ${rejected}`;
  return `${counts}${neutralized > 0 ? `, neutralized ${neutralized}` : ''}\n`;
}

/** Options of the plain engine that ask for more than the SELECT gives, or that DuckDB settles by itself. */
const OTHERS = ['jobs', 'resume', 'sheet', 'map', 'expect', 'compare', 'differences', 'report'] as const;

function refuseOtherOptions(options: ScoreOptions): void {
  const other = OTHERS.find((name) => options[name] !== undefined);
  const refused = options.inputFormat !== undefined && options.inputFormat !== 'csv' ? 'input-format' : other;
  const asked = options.summary === true ? 'summary' : refused;
  if (asked === undefined) return;
  throw new UsageError(`\`--engine duckdb\` does not go with \`--${asked}\``, 'leave one of the two out');
}
