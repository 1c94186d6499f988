import type { UnusableInput } from '../../batch/case-row.ts';
import { decideByAsking, decideUnasked } from '../../batch/mapping/decide.ts';
import { type ProposedColumn, proposeMapping } from '../../batch/mapping/propose-mapping.ts';
import { type Sample, sampleFile, sampleRecords } from '../../batch/mapping/sample.ts';
import { mappingYaml } from '../../batch/mapping/write-mapping.ts';
import type { CaseSource } from '../../batch/opened-file.ts';
import { unusableText } from '../../batch/rejected-text.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import type { MapOptions } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { inputSources, isExcel } from '../input-files.ts';
import { interviewTerminal } from '../interview-terminal.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { InvalidFileError, UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** Proposes a mapping for a file, asks about what is not sure where somebody can answer, and writes it. */
export async function run(options: MapOptions, world: World): Promise<ExitCode> {
  const { compiled } = await openRuleSet(options.rules, world);
  const { ruleSet } = compiled;
  const sample = await sampleOf(options, world);
  const proposed = proposeMapping(sample, ruleSet);
  const decisions = canAsk(options, world) ? await ask(proposed, ruleSet, world) : decideUnasked(proposed);
  if (decisions === 'cancelled') return EXIT.cancelled;
  const { delimiter, encoding } = sample;
  const { sheet } = options;
  const text = mappingYaml({
    ruleSet: ruleSet.id,
    ...(delimiter !== undefined && { delimiter }),
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
    ...decisions,
  });
  if (options.out === undefined) world.stdout.write(text);
  else await writeWholeFile(world, options.out, text);
  const { decided, open } = decisions;
  const left = open.length === 0 ? '' : `, ${open.length} left for you in the comments`;
  world.stderr.write(
    `looked at ${sample.rows} rows: ${decided.length} of ${sample.columns.length} columns decided${left}\n`,
  );
  return open.length === 0 ? EXIT.done : EXIT.findings;
}

/** The file may not be standard input where the answers come from there. */
function canAsk({ file }: MapOptions, world: World): boolean {
  return file !== '-' && world.stdinIsTTY && (world.stdoutIsTTY || world.stderrIsTTY);
}

async function ask(proposed: readonly ProposedColumn[], { questions }: RuleSet, world: World) {
  const terminal = interviewTerminal(world, { plain: true });
  try {
    return await decideByAsking(proposed, questions, terminal.choose, () => terminal.drawing().width);
  } finally {
    terminal.close();
  }
}

async function sampleOf({ file, sheet, inputFormat }: MapOptions, world: World): Promise<Sample> {
  const options = { files: [file], ...(sheet !== undefined && { sheet }) };
  const [source, second] = await inputSources(options, world);
  if (source === undefined || second !== undefined) {
    throw new UsageError(
      'a mapping is made from one file',
      'name one of them: the others are read by the same mapping',
    );
  }
  const sample = isExcel(file) ? await sampleSheet(source, sheet) : await sampleFile(source, inputFormat);
  if ('kind' in sample) throw new InvalidFileError(unusableText(sample));
  return sample;
}

async function sampleSheet(source: CaseSource, sheet: string | undefined): Promise<Sample | UnusableInput> {
  const { excelRows } = await import('../excel-rows.ts');
  const found = await excelRows(source.path, source.open(), sheet);
  return 'kind' in found ? found : sampleRecords([...found.batches].flat());
}
