import { check } from '../../analysis/check/check.ts';
import { verify } from '../../analysis/verify/verify.ts';
import { checkRecord, renderCheck } from '../../render/check-report.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import type { RulesCheckOptions } from '../command-options.ts';
import { exactly } from '../exactly.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openGuarantees } from '../open-guarantees.ts';
import { openRuleSet } from '../open-rule-set.ts';
import type { World } from '../world.ts';

/** Shows what the loader warns of and what the checks find; exits with 1 if any of it is not accepted. */
export async function run(options: RulesCheckOptions, world: World): Promise<ExitCode> {
  const opened = await openRuleSet(options.rules, world);
  const { compiled, files, identity } = opened;
  const { guarantees, places, diagnostics } = await openGuarantees(opened, world);
  const findings = exactly(compiled.ruleSet, () => {
    const verdicts = verify(compiled, guarantees);
    const vacuous = verdicts.filter(({ result }) => result === 'vacuous').map(({ guarantee }) => guarantee);
    return check(compiled, new Map([...opened.places(), ...places]), { vacuous });
  });
  const report = { identity, diagnostics: [...opened.diagnostics, ...diagnostics], findings };
  const theme = createTheme({ color: wantsColor(world.env, world.stdoutIsTTY) });
  world.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(checkRecord(report), null, 2)}\n`
      : renderCheck(report, files, { theme, all: options.all ?? false }),
  );
  const isClean = report.diagnostics.length === 0 && findings.every(({ accepted }) => accepted !== undefined);
  return isClean ? EXIT.done : EXIT.findings;
}
