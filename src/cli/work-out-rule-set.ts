import type { RuleSet } from '../core/rule-set.ts';
import { compile } from '../diagram/compile.ts';
import { fingerprint } from '../diagram/fingerprint.ts';
import { type StoredDiagrams, storeDiagrams } from '../diagram/stored-diagrams.ts';
import { renderDiagnostics } from '../render/diagnostic.ts';
import { createTheme, wantsColor } from '../render/theme.ts';
import type { Diagnostic } from '../rule-set/diagnostic.ts';
import { loadRuleSet } from '../rule-set/load.ts';
import { type StoredPlaces, storePlaces } from '../rule-set/stored-places.ts';
import { exactly } from './exactly.ts';
import type { WorkSource } from './kept-work.ts';
import { InvalidFileError } from './usage-error.ts';
import type { World } from './world.ts';

/** Everything that follows from the files of a rule set, as plain JSON; paths are those below its folder. */
export interface WorkedOutRuleSet {
  readonly ruleSet: RuleSet;
  readonly fingerprint: string;
  readonly diagrams: StoredDiagrams;
  readonly places: StoredPlaces;
  /** What the loader warns of. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, checks and compiles the files of a rule set.
 *
 * @throws InvalidFileError with every problem found, UsageError where the rule set is too large for diagrams.
 */
export function workOutRuleSet(
  { folder, files }: WorkSource,
  world: Pick<World, 'env' | 'stderrIsTTY' | 'sha256'>,
): WorkedOutRuleSet {
  const { ruleSet, places, diagnostics } = loadRuleSet(files);
  if (ruleSet === undefined) {
    const theme = createTheme({ color: wantsColor(world.env, world.stderrIsTTY) });
    throw new InvalidFileError(renderDiagnostics(diagnostics, files, theme));
  }
  const compiled = exactly(ruleSet, () => compile(ruleSet));
  return {
    ruleSet,
    fingerprint: fingerprint(compiled, world.sha256),
    diagrams: storeDiagrams(compiled),
    places: storePlaces(ruleSet, places, folder),
    diagnostics: diagnostics.map((one) => ({ ...one, path: one.path.slice(folder.length) })),
  };
}
