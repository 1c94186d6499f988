import { isLevelRule } from '../../core/rule-set.ts';
import { entriesOf, reviewsOf } from '../../practice/progress.ts';
import { dueCriteria, memoryAfter } from '../../practice/schedule.ts';
import { practiceStats } from '../../practice/stats.ts';
import { statsRecord } from '../../practice/stats-json.ts';
import { renderStats } from '../../practice/stats-text.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { readPracticeLog } from '../practice-log.ts';
import type { PracticeStatsOptions } from '../practice-options.ts';
import type { World } from '../world.ts';

/** Shows what a trainee's practice with one rule set has come to. */
export async function run(options: PracticeStatsOptions, world: World): Promise<ExitCode> {
  const { compiled } = await openRuleSet(options.rules, world);
  const { ruleSet } = compiled;
  const entries = entriesOf(await readPracticeLog(world), ruleSet.id);
  const memory = memoryAfter(reviewsOf(entries));
  const due = dueCriteria(memory, world.now()).length;
  const schedule = { due, memory, criteria: ruleSet.rules.filter(isLevelRule).length };
  const stats = practiceStats(ruleSet, entries);
  if (options.format === 'json') {
    world.stdout.write(`${JSON.stringify(statsRecord(ruleSet, stats, schedule), null, 2)}\n`);
  } else if (entries.length === 0) {
    world.stdout.write('Nothing has been practiced yet: `carestep practice` begins.\n');
  } else {
    const theme = createTheme({ color: wantsColor(world.env, world.stdoutIsTTY) });
    world.stdout.write(renderStats(ruleSet, stats, schedule, { width: world.columns, theme }));
  }
  return EXIT.done;
}
