import { verifyRecord } from '../../record/verify-record.ts';
import { recordVerificationJson, renderRecordVerification } from '../../render/record-verification.ts';
import { createTheme, wantsColor } from '../../render/theme.ts';
import { contentHash } from '../../rule-set/content-hash.ts';
import type { RecordVerifyOptions } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { ownVersion } from '../own-version.ts';
import { namedRecordFiles } from '../record-files.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';

/** Works out records again and exits with 1 if any is not in order. */
export async function run(options: RecordVerifyOptions, world: World): Promise<ExitCode> {
  const { compiled, identity } = await openRuleSet(options.rules, world);
  const files = await namedRecordFiles(options.paths, world);
  if (files.length === 0) throw new UsageError('there is no record to verify', 'records end in .json');
  const reference = {
    compiled,
    identity,
    contentHash: contentHash(compiled.ruleSet, world.sha256),
    software: await ownVersion(world),
    sha256: world.sha256,
  };
  const verified = files.map(({ path, text }) => verifyRecord(path, text, reference));
  const theme = createTheme({ color: wantsColor(world.env, world.stdoutIsTTY) });
  world.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(recordVerificationJson(verified), null, 2)}\n`
      : renderRecordVerification(verified, theme),
  );
  return verified.some(({ findings }) => findings.length > 0) ? EXIT.findings : EXIT.done;
}
