import { recordedCase } from '../../record/recorded-case.ts';
import { isAsSaved } from '../../record/verify-record.ts';
import { identityText } from '../../render/identity.ts';
import { printable } from '../../render/printable.ts';
import { renderRecordedPage } from '../../render/recorded-page.ts';
import { renderReport, reportFormatOf } from '../../render/render-report.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import type { RecordShowOptions } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { readRecord } from '../read-record.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/**
 * Shows a record: as a report where the rules still decide as they did, and else as what was recorded. A record that
 * is no longer as it was saved is shown too, with a word about it on standard error.
 */
export async function run(options: RecordShowOptions, world: World): Promise<ExitCode> {
  const { file, out } = options;
  const record = await readRecord(file, world);
  const { compiled, identity } = await openRuleSet(options.rules, world);
  if (!isAsSaved(record, world.sha256)) {
    world.stderr.write(
      `warning: the record has been changed since it was saved\n  help: \`carestep record verify ${printable(file)}\`\n`,
    );
  }
  const format = options.format ?? reportFormatOf(out ?? '');
  const subject = recordedCase(compiled, identity, record);
  if (subject === undefined && format !== 'text') {
    throw new UsageError(
      `the rules have changed since \`${printable(file)}\` was screened with ${printable(identityText(record.rule_set))}`,
      'name the rules it was screened with with `--rules`, or use `--format text` for what was recorded',
    );
  }
  const theme = createTheme({ color: out === undefined && wantsColor(world.env, world.stdoutIsTTY) });
  const width = world.columns;
  const text =
    subject === undefined
      ? renderRecordedPage(record, { ruleSet: compiled.ruleSet, identity }, { width, theme })
      : renderReport(subject, { format, width });
  if (out === undefined) world.stdout.write(text);
  else await writeWholeFile(world, out, text);
  return EXIT.done;
}
