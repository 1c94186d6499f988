import type { Guarantee } from '../core/guarantee.ts';
import type { Diagnostic, Place } from '../rule-set/diagnostic.ts';
import { restorePlaces } from '../rule-set/stored-places.ts';
import { keptWork } from './kept-work.ts';
import type { OpenedRuleSet } from './open-rule-set.ts';
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
export async function openGuarantees(opened: OpenedRuleSet, world: World): Promise<OpenedGuarantees> {
  const { folder, compiled } = opened;
  const { guarantees, places, diagnostics } = await keptWork('guarantees', opened, world, async () => {
    const { workOutGuarantees } = await import('./work-out-guarantees.ts');
    return workOutGuarantees(opened, compiled.ruleSet, world);
  });
  return {
    guarantees,
    places: restorePlaces(guarantees, places, folder),
    diagnostics: diagnostics.map((one) => ({ ...one, path: `${folder}${one.path}` })),
  };
}
