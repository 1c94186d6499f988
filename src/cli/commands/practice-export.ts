import { printable } from '../../render/printable.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { practiceLogText } from '../practice-log.ts';
import type { PracticeExportOptions } from '../practice-options.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** Writes out all that is kept of a trainee's practice, as it is kept: one line of JSON for each case or pair. */
export async function run({ file }: PracticeExportOptions, world: World): Promise<ExitCode> {
  const text = await practiceLogText(world);
  if (file === undefined) {
    world.stdout.write(text);
  } else {
    await writeWholeFile(world, file, text, 0o600);
    world.stderr.write(`Written to ${printable(file)}\n`);
  }
  return EXIT.done;
}
