import type { CompiledRuleSet } from '../diagram/compile.ts';
import { restoreDiagrams } from '../diagram/stored-diagrams.ts';
import type { RuleSetIdentity } from '../render/identity.ts';
import { printable } from '../render/printable.ts';
import type { Diagnostic, Place } from '../rule-set/diagnostic.ts';
import { HEADER_FILE, isGuaranteesFile } from '../rule-set/file-names.ts';
import { restorePlaces } from '../rule-set/stored-places.ts';
import { suggestion } from '../rule-set/suggestion.ts';
import type { SourceFile } from '../rule-set/text-guard.ts';
import { keptWork } from './kept-work.ts';
import { packageFile } from './package-file.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** A rule set ready for use. */
export interface OpenedRuleSet {
  readonly compiled: CompiledRuleSet;
  readonly identity: RuleSetIdentity;
  readonly folder: string;
  /** The files of the folder as they were read. */
  readonly files: readonly SourceFile[];
  /** Where each part of the rule set stands; worked out when it is asked for. */
  readonly places: () => ReadonlyMap<object, Place>;
  /** What the loader warns of. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens the rule set that `--rules` names: a folder if the name has a slash or begins with a dot, else a shipped set.
 *
 * @throws UsageError where there is none, InvalidFileError with every problem found where its files are not valid.
 */
export async function openRuleSet(given: string, world: World): Promise<OpenedRuleSet> {
  const folder = await folderOf(given, world);
  const names = (await world.readDir(folder)).filter((name) => name.endsWith('.yaml'));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = `${folder}/${name}`;
      return { path, text: await world.readFile(path) };
    }),
  );
  return openFiles(folder, files, world);
}

/**
 * Opens a rule set from the YAML files of a folder, wherever they were read. What was worked out from the same files
 * before is used again, without reading YAML.
 *
 * @throws as `openRuleSet`.
 */
export async function openFiles(
  folder: string,
  files: readonly SourceFile[],
  world: World,
): Promise<OpenedRuleSet> {
  if (!files.some(({ path }) => path === `${folder}/${HEADER_FILE}`)) {
    throw new UsageError(
      `the folder \`${printable(folder)}\` holds no \`${HEADER_FILE}\``,
      'name the folder in which that file stands',
    );
  }
  const source = { folder, files: files.filter(({ path }) => !isGuaranteesFile(path)) };
  const { ruleSet, fingerprint, diagrams, places, diagnostics } = await keptWork(
    'rule-set',
    source,
    world,
    async () => {
      const { workOutRuleSet } = await import('./work-out-rule-set.ts');
      return workOutRuleSet(source, world);
    },
  );
  return {
    compiled: restoreDiagrams(ruleSet, diagrams),
    identity: { id: ruleSet.id, version: ruleSet.version, fingerprint },
    folder,
    files,
    places: () => restorePlaces(ruleSet, places, folder),
    diagnostics: diagnostics.map((one) => ({ ...one, path: `${folder}${one.path}` })),
  };
}

async function folderOf(given: string, world: World): Promise<string> {
  if (/[\\/]/.test(given) || given.startsWith('.')) return given.replace(/[\\/]+$/, '') || '/';
  const shipped = await world.readDir(packageFile('rules'));
  if (!shipped.includes(given)) {
    throw new UsageError(
      `there is no shipped rule set \`${printable(given)}\``,
      `${suggestion(given, shipped, 'shipped sets')}; for a folder of your own write a path, as in \`./${printable(given)}\``,
    );
  }
  return packageFile(`rules/${given}`);
}
