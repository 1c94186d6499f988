import { CaseComparison } from '../../analysis/diff/case-comparison.ts';
import { diffVersions, whyNotComparable } from '../../analysis/diff/diff-versions.ts';
import { readCases } from '../../batch/read-cases.ts';
import { createReading } from '../../batch/reading.ts';
import { rejectedLines, unusableText } from '../../batch/rejected-text.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import type { CasesCompared, OfVersions, VersionDifference } from '../../core/version-difference.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { exampleFiles } from '../../render/difference-examples.ts';
import { differenceRecord } from '../../render/difference-json.ts';
import type { ComparedVersion, DifferencePage } from '../../render/difference-page.ts';
import { renderDifference } from '../../render/difference-text.ts';
import { printable } from '../../render/printable.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import type { RulesDiffOptions } from '../command-options.ts';
import { exactly } from '../exactly.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type OpenedVersion, openVersions } from '../open-versions.ts';
import { InvalidFileError, UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** Compares two versions of a rule set over every case; `--fail-if` makes a difference a finding. */
export async function run(options: RulesDiffOptions, world: World): Promise<ExitCode> {
  const { old, new: now } = await openVersions(options.versions, world);
  const ruleSets = { old: old.opened.compiled.ruleSet, new: now.opened.compiled.ruleSet };
  refuseIncomparable(ruleSets);
  const difference = exactly(ruleSets.new, () => diffVersions(ruleSets));
  const compiled = { old: old.opened.compiled, new: now.opened.compiled };
  const real = options.on.length === 0 ? undefined : await compareCases(compiled, options.on, world);
  const page: DifferencePage = {
    versions: { old: asNamed(old), new: asNamed(now) },
    difference,
    ...(real && { cases: { ...real.cases, files: options.on } }),
    written: [],
  };
  const complete = { ...page, written: await writeExamples(page, options.examples, world) };
  const theme = createTheme({ color: wantsColor(world.env, world.stdoutIsTTY) });
  world.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(differenceRecord(complete), null, 2)}\n`
      : renderDifference(complete, { width: world.columns, theme }),
  );
  const isFinding = options.failIf !== undefined && fails(difference, options.failIf);
  return isFinding || (real?.rejected ?? 0) > 0 ? EXIT.findings : EXIT.done;
}

function asNamed({ given, opened }: OpenedVersion): ComparedVersion {
  return { given, identity: opened.identity, ruleSet: opened.compiled.ruleSet };
}

/** `lowers`: some case gets a lower level or loses its alert. `moves`: some case gets another level, or gains or loses an alert. */
function fails(
  { moves, alertsLost, alertsGained }: VersionDifference,
  what: NonNullable<RulesDiffOptions['failIf']>,
): boolean {
  switch (what) {
    case 'lowers':
      return moves.some(({ from, to }) => to < from) || alertsLost.cases > 0n;
    case 'moves':
      return moves.length > 0 || alertsLost.cases + alertsGained.cases > 0n;
    default:
      return what satisfies never;
  }
}

function refuseIncomparable(ruleSets: OfVersions<RuleSet>): void {
  const reason = whyNotComparable(ruleSets);
  switch (reason?.kind) {
    case undefined:
      return;
    case 'levels': {
      const { old, new: now } = reason.levels;
      throw new UsageError(
        `the versions have different levels: ${old.join(', ')} and ${now.join(', ')}`,
        'compare versions whose levels have the same ids in the same order',
      );
    }
    case 'answers':
      throw new UsageError(
        `the versions have too many different answers to \`${reason.question}\``,
        'give an answer that means the same in both versions the same id',
      );
    default:
      reason satisfies never;
  }
}

/** Compares the cases of files; what cannot be read is told on standard error and counted. */
async function compareCases(
  compiled: OfVersions<CompiledRuleSet>,
  paths: readonly string[],
  world: World,
): Promise<{ readonly cases: CasesCompared; readonly rejected: number }> {
  const comparison = new CaseComparison(compiled);
  const sources = paths.map((path) => ({ path, open: () => world.openRead(path) }));
  let rejected = 0;
  for await (const rows of readCases(sources, createReading(comparison.asked, { allowIdentifier: ['id'] }))) {
    for (const row of rows) {
      if (row.kind === 'unusable') throw new InvalidFileError(unusableText(row));
      if (row.kind === 'case') comparison.add(row.id, row.answers);
      else {
        rejected++;
        world.stderr.write(rejectedLines(row));
      }
    }
  }
  return { cases: comparison.result(), rejected };
}

async function writeExamples(
  page: DifferencePage,
  folder: string | undefined,
  world: World,
): Promise<string[]> {
  if (folder === undefined) return [];
  await world.makeDir(folder);
  const written: string[] = [];
  for (const { name, text } of exampleFiles(page)) {
    const path = `${folder.replace(/\/+$/, '')}/${name}.yaml`;
    await writeWholeFile(world, path, text);
    written.push(printable(path));
  }
  return written;
}
