import type { Guarantee } from '../core/guarantee.ts';
import { renderDiagnostics } from '../render/diagnostic.ts';
import { createTheme, wantsColor } from '../render/theme.ts';
import type { Diagnostic, Place } from '../rule-set/diagnostic.ts';
import { isGuaranteesFile } from '../rule-set/folder.ts';
import { loadGuarantees } from '../rule-set/load-guarantees.ts';
import type { OpenedRuleSet } from './open-rule-set.ts';
import { InvalidFileError } from './usage-error.ts';
import type { World } from './world.ts';

/** The guarantees beside an opened rule set; none where there is no file of them. */
export interface OpenedGuarantees {
  readonly guarantees: readonly Guarantee[];
  /** Where each guarantee stands. */
  readonly places: ReadonlyMap<object, Place>;
  /** What the loader warns of. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws InvalidFileError with every problem found where the file is not valid. */
export function openGuarantees({ compiled, files }: OpenedRuleSet, world: World): OpenedGuarantees {
  const file = files.find(({ path }) => isGuaranteesFile(path));
  if (file === undefined) return { guarantees: [], places: new Map(), diagnostics: [] };
  const { guarantees, places, diagnostics } = loadGuarantees(file, compiled.ruleSet);
  if (guarantees === undefined) {
    const theme = createTheme({ color: wantsColor(world.env, world.stderrIsTTY) });
    throw new InvalidFileError(renderDiagnostics(diagnostics, files, theme));
  }
  return { guarantees, places, diagnostics };
}
