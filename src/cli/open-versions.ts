import { identityText } from '../render/identity.ts';
import { printable } from '../render/printable.ts';
import type { RulesDiffOptions } from './command-options.ts';
import { filesAtRevision, namesRevision } from './files-at-revision.ts';
import { type OpenedRuleSet, openFiles, openRuleSet } from './open-rule-set.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** One of two versions, and how it was named. */
export interface OpenedVersion {
  readonly given: string;
  readonly opened: OpenedRuleSet;
}

/**
 * Opens the two versions that a command line names; for one alone, the shipped set that it was copied from is the old one.
 *
 * @throws UsageError where there is none, InvalidFileError with every problem found where its files are not valid.
 */
export async function openVersions(
  [first, second]: RulesDiffOptions['versions'],
  world: World,
): Promise<{ readonly old: OpenedVersion; readonly new: OpenedVersion }> {
  const opened = { given: first, opened: await openVersion(first, world) };
  if (second === undefined) return { old: await openParent(opened, world), new: opened };
  return { old: opened, new: { given: second, opened: await openVersion(second, world) } };
}

/** As it stood at a revision for `REV:PATH`, else as `--rules` would. */
async function openVersion(given: string, world: World): Promise<OpenedRuleSet> {
  if (!namesRevision(given)) return openRuleSet(given, world);
  return openFiles(given.replace(/\/+$/, ''), await filesAtRevision(given, world), world);
}

/** The parent is compared as it is shipped today; where that is no longer what was copied, it is said. */
async function openParent({ given, opened }: OpenedVersion, world: World): Promise<OpenedVersion> {
  const { parent } = opened.compiled.ruleSet;
  if (parent === undefined) {
    throw new UsageError(
      `the rule set \`${printable(given)}\` does not say what it was copied from`,
      'name both versions: the old one, then the new one',
    );
  }
  const shipped = await openRuleSet(parent.id, world);
  if (shipped.identity.fingerprint !== parent.fingerprint) {
    const [now, then] = [identityText(shipped.identity), identityText(parent)];
    world.stderr.write(`note: compared with ${now}; the copy was made from ${then}\n`);
  }
  return { given: parent.id, opened: shipped };
}
