import type { Guarantee } from '../core/guarantee.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { renderDiagnostics } from '../render/diagnostic.ts';
import { createTheme, wantsColor } from '../render/theme.ts';
import type { Diagnostic } from '../rule-set/diagnostic.ts';
import { isGuaranteesFile } from '../rule-set/file-names.ts';
import { loadGuarantees } from '../rule-set/load-guarantees.ts';
import { type StoredPlaces, storePlaces } from '../rule-set/stored-places.ts';
import type { WorkSource } from './kept-work.ts';
import { InvalidFileError } from './usage-error.ts';
import type { World } from './world.ts';

/** The guarantees beside a rule set as plain JSON; paths are those below its folder. */
export interface WorkedOutGuarantees {
  readonly guarantees: readonly Guarantee[];
  readonly places: StoredPlaces;
  /** What the loader warns of. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the guarantees beside a rule set; there are none where there is no file of them.
 *
 * @throws InvalidFileError with every problem found where the file is not valid.
 */
export function workOutGuarantees(
  { folder, files }: WorkSource,
  ruleSet: RuleSet,
  world: Pick<World, 'env' | 'stderrIsTTY'>,
): WorkedOutGuarantees {
  const file = files.find(({ path }) => isGuaranteesFile(path));
  if (file === undefined) return { guarantees: [], places: { paths: [], numbers: [] }, diagnostics: [] };
  const { guarantees, places, diagnostics } = loadGuarantees(file, ruleSet);
  if (guarantees === undefined) {
    const theme = createTheme({ color: wantsColor(world.env, world.stderrIsTTY) });
    throw new InvalidFileError(renderDiagnostics(diagnostics, files, theme));
  }
  return {
    guarantees,
    places: storePlaces(guarantees, places, folder),
    diagnostics: diagnostics.map((one) => ({ ...one, path: one.path.slice(folder.length) })),
  };
}
