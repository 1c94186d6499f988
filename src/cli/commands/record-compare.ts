import { compareRecords } from '../../record/compare-records.ts';
import { earlierFirst } from '../../record/list-records.ts';
import { recordComparisonJson, renderRecordComparison } from '../../render/record-comparison.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import type { RecordCompareOptions } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { readRecord } from '../read-record.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';

/** Compares two records of a case, the earlier one first, in whatever order they are named. */
export async function run(options: RecordCompareOptions, world: World): Promise<ExitCode> {
  const { compiled } = await openRuleSet(options.rules, world);
  const { ruleSet } = compiled;
  const one = { path: options.one, record: await readRecord(options.one, world) };
  const other = { path: options.other, record: await readRecord(options.other, world) };
  const [earlier, later] = earlierFirst(one, other) <= 0 ? [one, other] : [other, one];
  const comparison = compareRecords(ruleSet, earlier.record, later.record);
  if (comparison === 'other-case') {
    throw new UsageError('the records are of two cases', 'name two records of one case');
  }
  if (comparison === 'other-rule-set') {
    throw new UsageError(
      `the records were not both made with the rule set \`${ruleSet.id}\``,
      'name two records of one rule set, and that rule set with `--rules`',
    );
  }
  const theme = createTheme({ color: wantsColor(world.env, world.stdoutIsTTY) });
  world.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(recordComparisonJson(comparison), null, 2)}\n`
      : renderRecordComparison(ruleSet, comparison, { width: world.columns, theme }),
  );
  return EXIT.done;
}
