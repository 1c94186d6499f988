import { filesAtRevision, namesRevision } from './files-at-revision.ts';
import { type OpenedRuleSet, openFiles, openRuleSet } from './open-rule-set.ts';
import type { World } from './world.ts';

/**
 * Opens one version of a rule set: as it stood at a revision for `REV:PATH`, else as `--rules` would.
 *
 * @throws UsageError where there is none, InvalidFileError with every problem found where its files are not valid.
 */
export async function openVersion(given: string, world: World): Promise<OpenedRuleSet> {
  if (!namesRevision(given)) return openRuleSet(given, world);
  return openFiles(given.replace(/\/+$/, ''), await filesAtRevision(given, world), world);
}
