import { verify } from '../../analysis/verify/verify.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import type { Verdict } from '../../core/verdict.ts';
import { counterexampleFile } from '../../render/counterexample.ts';
import { renderDiagnostics } from '../../render/diagnostic.ts';
import { printable } from '../../render/printable.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import { verdictsRecord } from '../../render/verdict-json.ts';
import { renderVerdicts } from '../../render/verdict-text.ts';
import { GUARANTEES_FILE } from '../../rule-set/file-names.ts';
import type { RulesVerifyOptions } from '../command-options.ts';
import { exactly } from '../exactly.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openGuarantees } from '../open-guarantees.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** Proves or refutes every guarantee of a rule set; one that speaks of no case counts as a finding too. */
export async function run(options: RulesVerifyOptions, world: World): Promise<ExitCode> {
  const opened = await openRuleSet(options.rules, world);
  const { compiled, identity } = opened;
  const { ruleSet } = compiled;
  const { guarantees, diagnostics } = await openGuarantees(opened, world);
  if (guarantees.length === 0) {
    const help = `write \`${GUARANTEES_FILE}\` beside the rules: what must be true of every case`;
    throw new UsageError(`the rule set \`${ruleSet.id}\` states no guarantees`, help);
  }
  if (diagnostics.length > 0) {
    const theme = createTheme({ color: wantsColor(world.env, world.stderrIsTTY) });
    world.stderr.write(`${renderDiagnostics(diagnostics, opened.files, theme)}\n\n`);
  }
  const start = world.now().getTime();
  const verdicts = exactly(ruleSet, () => verify(compiled, guarantees));
  const milliseconds = world.now().getTime() - start;
  const files = await writeCounterexamples(ruleSet, verdicts, options.counterexamples, world);
  const page = { ruleSet, identity, verdicts, milliseconds, files };
  const theme = createTheme({ color: wantsColor(world.env, world.stdoutIsTTY) });
  world.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(verdictsRecord(page), null, 2)}\n`
      : renderVerdicts(page, { width: world.columns, theme }),
  );
  return verdicts.every(({ result }) => result === 'proven') ? EXIT.done : EXIT.findings;
}

/** Writes the case file of each refuted guarantee into a folder; gives the files by guarantee id. */
async function writeCounterexamples(
  ruleSet: RuleSet,
  verdicts: readonly Verdict[],
  folder: string | undefined,
  world: World,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  if (folder === undefined) return files;
  await world.makeDir(folder);
  for (const verdict of verdicts) {
    const text = counterexampleFile(ruleSet, verdict);
    if (text === undefined) continue;
    const path = `${folder.replace(/\/+$/, '')}/${verdict.guarantee.id}.yaml`;
    await writeWholeFile(world, path, text);
    files.set(verdict.guarantee.id, printable(path));
  }
  return files;
}
