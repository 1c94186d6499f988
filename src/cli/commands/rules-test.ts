import { type ExaminedExamples, examineExamples } from '../../analysis/examples/examine-examples.ts';
import { examplesRecord } from '../../render/examples-json.ts';
import { renderExamples } from '../../render/examples-text.ts';
import { suggestionYaml } from '../../render/suggestion-yaml.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import type { RulesTestOptions } from '../command-options.ts';
import { exactly } from '../exactly.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openExamples } from '../open-examples.ts';
import { openRuleSet } from '../open-rule-set.ts';
import type { World } from '../world.ts';

/**
 * Runs the examples of a rule set and says what they show. Suggested examples go to standard output alone, so that
 * they can be kept in a file; the report then goes to standard error.
 */
export async function run(options: RulesTestOptions, world: World): Promise<ExitCode> {
  const opened = await openRuleSet(options.rules, world);
  const examples = await openExamples(opened, world);
  const { compiled, identity } = opened;
  const { suggest = false, mutate = false } = options;
  const examined = exactly(compiled.ruleSet, () => examineExamples(compiled, examples, { suggest, mutate }));
  const report = { ruleSet: compiled.ruleSet, identity, ...examined };
  if (options.format === 'json') {
    world.stdout.write(`${JSON.stringify(examplesRecord(report), null, 2)}\n`);
    return exitCode(report, options);
  }
  const theme = createTheme({
    color: wantsColor(world.env, suggest ? world.stderrIsTTY : world.stdoutIsTTY),
  });
  const text = renderExamples(report, { width: world.columns, all: options.all ?? false, theme });
  (suggest ? world.stderr : world.stdout).write(text);
  if (suggest) world.stdout.write(suggestionYaml(report));
  return exitCode(report, options);
}

/** Failing examples always count; gaps where coverage is required, survivors where mutants were asked for. */
function exitCode(
  { results, coverage, mutation }: ExaminedExamples,
  { requireCoverage = false }: RulesTestOptions,
): ExitCode {
  const fails = results.some(({ differences }) => differences.length > 0);
  const hasGaps = coverage.goals.some(({ reachedBy }) => reachedBy.length === 0);
  const survives = (mutation?.survivors.length ?? 0) > 0;
  return fails || (requireCoverage && hasGaps) || survives ? EXIT.findings : EXIT.done;
}
