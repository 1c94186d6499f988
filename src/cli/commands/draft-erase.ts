import { printable } from '../../render/printable.ts';
import type { DraftEraseOptions } from '../command-options.ts';
import { eraseDraft } from '../draft-keeper.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findDrafts } from '../find-draft.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';

/** Erases one draft, or all of them. Several are erased only if that is said. */
export async function run({ id, all = false }: DraftEraseOptions, world: World): Promise<ExitCode> {
  const drafts = await findDrafts(world);
  const meant = id === undefined ? drafts : drafts.filter((each) => each.id === id);
  if (id !== undefined && meant.length === 0) {
    throw new UsageError(
      `there is no draft \`${printable(id)}\``,
      'run `carestep draft list` to see the drafts',
    );
  }
  if (meant.length > 1 && !all) {
    throw new UsageError(
      `there are ${meant.length} drafts`,
      'name the one to erase, or erase them with `carestep draft erase --all`',
    );
  }
  for (const { path } of meant) await eraseDraft(path, world);
  world.stdout.write(
    meant.length === 0
      ? 'There is no draft.\n'
      : `Erased ${meant.length === 1 ? '1 draft' : `${meant.length} drafts`}.\n`,
  );
  return EXIT.done;
}
