import type { CaseWriter, Writing } from '../../batch/case-writer.ts';
import { uncompressedName } from '../../batch/input-format.ts';
import type { Mapping } from '../../batch/mapping/mapping.ts';
import { OUTPUT_COLUMNS } from '../../batch/outcome-fields.ts';
import { createReading, type Reading } from '../../batch/reading.ts';
import type { Tally } from '../../batch/score.ts';
import { CsvWriter } from '../../batch/write-csv.ts';
import { jsonWriter, ndjsonWriter } from '../../batch/write-json.ts';
import { identityText } from '../../render/identity.ts';
import { printable } from '../../render/printable.ts';
import type { ScoreOptions } from '../command-options.ts';
import { EXIT, type ExitCode, firstThatApplies } from '../exit-codes.ts';
import { inputSize, inputSources } from '../input-files.ts';
import { type OpenedRuleSet, openRuleSet } from '../open-rule-set.ts';
import { isParquet } from '../output-file.ts';
import type { ResumedRun, Resumption } from '../resumed-output.ts';
import type { ScoreObserver } from '../score-observer.ts';
import { ScoreOutputs } from '../score-outputs.ts';
import { ScoreProgress, showsProgress } from '../score-progress.ts';
import { scoredParts } from '../scored-parts.ts';
import { TextSink } from '../text-sink.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';
import { writeParts } from '../write-parts.ts';

/** Scores files of cases as a stream, or prints a template for one. */
export async function run(options: ScoreOptions, world: World): Promise<ExitCode> {
  refuseUnclearOptions(options);
  const opened = await openRuleSet(options.rules, world);
  if (options.template !== undefined) {
    const output = new TextSink(world, options.out ?? world.stdout);
    await output.write(await templateText(options.template, opened));
    await output.finish();
    return EXIT.done;
  }
  if (options.engine === 'duckdb') {
    const { scoreInDuckDB } = await import('../score-in-duckdb.ts');
    const { tally, code } = await scoreInDuckDB(options, opened, world);
    return code ?? exitCode(tally, options);
  }
  return scoreFiles(options, opened, world);
}

async function scoreFiles(options: ScoreOptions, opened: OpenedRuleSet, world: World): Promise<ExitCode> {
  const { compiled, identity } = opened;
  const mapping = options.map === undefined ? undefined : await mappingOf(options.map, opened, world);
  const kept = { ...options, keep: [...options.keep, ...(mapping?.keep ?? []).map(({ text }) => text)] };
  refuseTakenColumns(kept);
  const reading = createReading(compiled.ruleSet, kept);
  const observer = await observerOf(options, opened, reading, world);
  const writing = { ruleSet: compiled.ruleSet, identity: identityText(identity), keep: reading.keep };
  const format = outputFormat(options, world);
  const writer = await createWriter(format, options, writing, world);
  const tally: Tally = { scored: 0, open: 0, alerted: 0, rejected: 0 };
  const begin = writer.start();
  const resumption = await resumptionOf({ options, format, writing, begin }, world);
  if (resumption?.kind === 'complete') return EXIT.done;
  const written = resumption?.kind === 'written' ? resumption.written : undefined;
  const outputs = new ScoreOutputs(options, begin, world, written && (() => written.length));
  const progress = showsProgress(options, world) ? new ScoreProgress(world) : undefined;
  const sources = await inputSources(options, progress?.world ?? world, mapping);
  const size = await inputSize(sources, world);
  progress?.expect(size);
  const { inputFormat } = options;
  const parts = scoredParts({
    compiled,
    sources,
    size,
    reading,
    inputFormat,
    writing,
    writer,
    format,
    tally,
    observer,
    jobs: options.jobs ?? 1,
    startWorker: world.startWorker,
    written,
  });
  const end = () => writer.end();
  const ending = await writeParts(parts, { options, format, outputs, progress, written, end }, world);
  const counts = () => summary(tally, writer, written?.neutralized ?? 0);
  switch (ending) {
    case 'abandoned':
      return EXIT.done;
    case 'stopped':
      await observer?.leave();
      return EXIT.cancelled;
    case 'unusable':
      await outputs.leave(counts(), (await observer?.leave()) ?? '');
      return EXIT.usage;
    case 'written':
      await outputs.say(counts());
      await observer?.finish();
      return exitCode(tally, options);
    default:
      return ending satisfies never;
  }
}

/** Looks for what `--resume` goes on with, and says so where there is nothing. */
async function resumptionOf(run: ResumedRun, world: World): Promise<Resumption | undefined> {
  if (run.options.resume !== true) return undefined;
  const { findResumption } = await import('../resumed-output.ts');
  const found = await findResumption(run, world);
  if (found.kind !== 'written') await new TextSink(world, world.stderr).write(found.text);
  return found;
}

/** The reader of mappings is loaded only where there is one. */
async function mappingOf(path: string, { compiled }: OpenedRuleSet, world: World): Promise<Mapping> {
  const { openMapping } = await import('../open-mapping.ts');
  return openMapping(path, compiled.ruleSet, world);
}

/** Who looks on is loaded only where something is asked for, or a terminal may show it unasked. */
async function observerOf(
  options: ScoreOptions,
  opened: OpenedRuleSet,
  reading: Reading,
  world: World,
): Promise<ScoreObserver | undefined> {
  const { expect, compare, report, summary, out } = options;
  const isAsked = summary === true || [expect, compare, report].some((option) => option !== undefined);
  const isSeen = out === undefined ? world.stderrIsTTY : world.stdoutIsTTY;
  if (!isAsked && (summary === false || !isSeen)) return undefined;
  const { createObserver } = await import('../score-observer.ts');
  return createObserver(options, opened, reading, world);
}

async function createWriter(
  format: NonNullable<ScoreOptions['format']>,
  options: ScoreOptions,
  writing: Writing,
  world: World,
): Promise<CaseWriter> {
  switch (format) {
    case 'table': {
      const { ScoreTable } = await import('../../render/score-table.ts');
      const { createTheme, wantsColor } = await import('../../render/theme.ts');
      const isOnTerminal = options.out === undefined && world.stdoutIsTTY;
      const color = options.out === undefined && wantsColor(world.env, isOnTerminal);
      return new ScoreTable({ ...writing, width: world.columns, theme: createTheme({ color }) });
    }
    case 'csv':
      return new CsvWriter(writing);
    case 'ndjson':
      return ndjsonWriter(writing);
    case 'json':
      return jsonWriter(writing);
    default:
      return format satisfies never;
  }
}

/** `--format` wins, then how the name of `--out` ends, then a table on a terminal, else CSV. */
function outputFormat({ format, out }: ScoreOptions, world: World): NonNullable<ScoreOptions['format']> {
  if (out !== undefined && isParquet(out) && format !== undefined && format !== 'csv') {
    throw new UsageError(`\`--format ${format}\` does not go into a Parquet file`, 'leave the option out');
  }
  if (format !== undefined) return format;
  if (out === undefined) return world.stdoutIsTTY ? 'table' : 'csv';
  const name = uncompressedName(out);
  if (/\.(ndjson|jsonl)$/i.test(name)) return 'ndjson';
  return /\.json$/i.test(name) ? 'json' : 'csv';
}

async function templateText(
  template: NonNullable<ScoreOptions['template']>,
  { compiled, identity }: OpenedRuleSet,
): Promise<string> {
  const { codebook, csvTemplate } = await import('../../batch/template.ts');
  switch (template) {
    case 'csv':
      return csvTemplate(compiled.ruleSet);
    case 'codebook':
      return codebook(compiled.ruleSet, identityText(identity));
    default:
      return template satisfies never;
  }
}

/** `before` is how many texts a run that was stopped has neutralized. */
function summary({ scored, open, alerted, rejected }: Tally, writer: CaseWriter, before: number): string {
  const counts = `scored ${scored}, open ${open}, alerted ${alerted}, rejected ${rejected}`;
  const neutralized = before + (writer instanceof CsvWriter ? writer.neutralized : 0);
  return `${counts}${neutralized > 0 ? `, neutralized ${neutralized}` : ''}\n`;
}

function exitCode(tally: Tally, { failIf }: ScoreOptions): ExitCode {
  return firstThatApplies([
    tally.rejected > 0 ? EXIT.findings : EXIT.done,
    tally.alerted > 0 && failIf.includes('alert') ? EXIT.alert : EXIT.done,
    tally.open > 0 && failIf.includes('open') ? EXIT.open : EXIT.done,
  ]);
}

function refuseUnclearOptions(options: ScoreOptions): void {
  const { files, template } = options;
  if (files.length === 0 && template === undefined) {
    throw new UsageError(
      'no file of cases is named',
      'name one, or write `-` for standard input; `carestep score --template csv` prints a header to begin with',
    );
  }
  if (files.length > 0 && template !== undefined) {
    throw new UsageError('`--template` reads no file', 'leave the file out, or the option');
  }
  if (files.includes('-') && files.length > 1) {
    throw new UsageError('`-` cannot stand beside other files', 'score standard input by itself');
  }
  refuseSharedFiles(options);
  refuseTakenColumns(options);
}

function refuseSharedFiles({ out, rejects, differences, report, expect, compare }: ScoreOptions): void {
  const named = Object.entries({ out, rejects, differences, report }).filter(
    ([, path]) => path !== undefined,
  );
  for (const [index, [option, path]] of named.entries()) {
    const [other] = named.slice(0, index).find(([, before]) => before === path) ?? [];
    if (other === undefined) continue;
    throw new UsageError(`\`--${other}\` and \`--${option}\` name the same file`, 'give each its own');
  }
  if (differences !== undefined && expect === undefined && compare === undefined) {
    throw new UsageError(
      '`--differences` has nothing to differ from',
      'name a column with `--expect`, or another rule set with `--compare`',
    );
  }
}

function refuseTakenColumns({ keep, expect }: ScoreOptions): void {
  const copied = expect === undefined ? keep : [...keep, expect];
  const taken = copied.find((name) => OUTPUT_COLUMNS.some((column) => column === name));
  if (taken !== undefined) {
    const name = printable(taken);
    throw new UsageError(
      `the column \`${name}\` cannot be kept: the output has one of that name`,
      taken === 'id' ? 'leave the option out: the id is always written' : 'rename it in the file',
    );
  }
}
