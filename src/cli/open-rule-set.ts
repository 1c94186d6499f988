import type { RuleSet } from '../core/rule-set.ts';
import { type CompiledRuleSet, compile } from '../diagram/compile.ts';
import { fingerprint } from '../diagram/fingerprint.ts';
import { TooLargeError } from '../diagram/node-store.ts';
import { renderDiagnostics } from '../render/diagnostic.ts';
import type { RuleSetIdentity } from '../render/identity.ts';
import { printable } from '../render/printable.ts';
import { createTheme, wantsColor } from '../render/theme.ts';
import type { Diagnostic, Place } from '../rule-set/diagnostic.ts';
import { loadRuleSet } from '../rule-set/load.ts';
import { suggestion } from '../rule-set/suggestion.ts';
import type { SourceFile } from '../rule-set/text-guard.ts';
import { packageFile } from './package-file.ts';
import { InvalidFileError, UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** A rule set ready for use. */
export interface OpenedRuleSet {
  readonly compiled: CompiledRuleSet;
  readonly identity: RuleSetIdentity;
  readonly folder: string;
  /** The files of the folder as they were read. */
  readonly files: readonly SourceFile[];
  /** Where each part of the rule set stands. */
  readonly places: ReadonlyMap<object, Place>;
  /** What the loader warns of. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The file without which a folder is no rule set. */
const HEADER = 'rule-set.yaml';

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
 * Opens a rule set from the YAML files of a folder, wherever they were read.
 *
 * @throws as `openRuleSet`.
 */
export function openFiles(folder: string, files: readonly SourceFile[], world: World): OpenedRuleSet {
  if (!files.some(({ path }) => path === `${folder}/${HEADER}`)) {
    throw new UsageError(
      `the folder \`${printable(folder)}\` holds no \`${HEADER}\``,
      'name the folder in which that file stands',
    );
  }
  const { ruleSet, places, diagnostics } = loadRuleSet(files);
  const theme = createTheme({ color: wantsColor(world.env, world.stderrIsTTY) });
  if (ruleSet === undefined) throw new InvalidFileError(renderDiagnostics(diagnostics, files, theme));
  const compiled = exactly(ruleSet, () => compile(ruleSet));
  const identity = {
    id: ruleSet.id,
    version: ruleSet.version,
    fingerprint: fingerprint(compiled, world.sha256),
  };
  return { compiled, identity, folder, files, places, diagnostics };
}

/**
 * Does work on diagrams.
 *
 * @throws UsageError where the rule set is too large for them.
 */
export function exactly<T>(ruleSet: RuleSet, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error;
    throw new UsageError(
      `the rule set \`${ruleSet.id}\` is too large to work out exactly`,
      'split questions that many rules combine, or use fewer of them in one rule',
    );
  }
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
