import { teamAgreementRecord } from '../../practice/agreement-json.ts';
import { renderTeamAgreement } from '../../practice/agreement-text.ts';
import { compareExams } from '../../practice/compare-exams.ts';
import { teamAgreement } from '../../practice/rater-agreement.ts';
import { printable } from '../../render/printable.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import type { PracticeAgreementOptions } from '../practice-options.ts';
import { readExam } from '../read-exam.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';

/** Says how far several raters of one exam agree. */
export async function run(
  { files, rules, format }: PracticeAgreementOptions,
  world: World,
): Promise<ExitCode> {
  const { ruleSet } = (await openRuleSet(rules, world)).compiled;
  const results = await Promise.all(
    files.map(async (path) => ({ path: printable(path), result: await readExam(path, world) })),
  );
  const compared = compareExams(ruleSet, results);
  if ('message' in compared) throw new UsageError(compared.message, compared.help);
  const { raters, cases } = compared;
  const agreement = teamAgreement(cases, raters.length, ruleSet.levels.length);
  if (format === 'json') {
    world.stdout.write(`${JSON.stringify(teamAgreementRecord(ruleSet, raters, agreement), null, 2)}\n`);
  } else {
    const theme = createTheme({ color: wantsColor(world.env, world.stdoutIsTTY) });
    world.stdout.write(renderTeamAgreement(ruleSet, raters, agreement, { width: world.columns, theme }));
  }
  return EXIT.done;
}
