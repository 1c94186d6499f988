import { listRecords } from '../../record/list-records.ts';
import { recordListJson, renderRecordList } from '../../render/record-list.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import type { RecordListOptions } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { recordFiles } from '../record-files.ts';
import type { World } from '../world.ts';

/** Lists the records of a folder; exits with 1 if a file there is none that can be read. */
export async function run(options: RecordListOptions, world: World): Promise<ExitCode> {
  const { compiled } = await openRuleSet(options.rules, world);
  const listed = listRecords(compiled.ruleSet, await recordFiles(options.folder, world));
  const theme = createTheme({ color: wantsColor(world.env, world.stdoutIsTTY) });
  world.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(recordListJson(listed), null, 2)}\n`
      : renderRecordList(compiled.ruleSet, listed, { width: world.columns, theme }),
  );
  return listed.some(({ kind }) => kind === 'unreadable') ? EXIT.findings : EXIT.done;
}
