import type { MoveBlame } from '../../core/version-difference.ts';
import { FALSE, type Node } from '../../diagram/node-store.ts';
import type { UndoneChanges } from './undone-changes.ts';
import type { VersionSpace } from './version-space.ts';

/** How many sets of rules are looked for where no single rule explains a case. */
const MOST_SETS = 12;

/** Who is to blame for a move, by index of rule pair, most cases first. */
export interface BlamedMove {
  readonly blame: readonly MoveBlame[];
  readonly unexplained: bigint;
}

/**
 * Finds the changed rules behind cases that came to a level: first each rule that is enough by itself, that is, whose
 * being undone would take cases away from the level again; then, for what is left, smallest sets of rules that must be
 * undone together, each found by way of one case.
 */
export function blameMove(space: VersionSpace, undone: UndoneChanges, moved: Node, to: number): BlamedMove {
  const { store } = space;
  const blame: MoveBlame[] = [];
  let left = moved;
  const explain = (changes: readonly number[], among: Node) => {
    const stays = space.atLevel(undone.level(new Set(changes)), to);
    const explained = store.and(among, store.not(stays));
    if (explained === FALSE) return;
    blame.push({ changes, cases: space.count(explained) });
    left = store.and(left, store.not(explained));
  };
  for (const change of undone.changed) explain([change], moved);
  for (let sets = 0; left !== FALSE && sets < MOST_SETS; sets++) {
    const example = space.nearest(left);
    if (example === undefined) break;
    explain(
      enoughToUndo(undone.changed, (changes) => undone.levelOf(example, changes) !== to),
      left,
    );
  }
  const byCases = blame.toSorted((a, b) => Number(b.cases > a.cases) - Number(b.cases < a.cases));
  return { blame: byCases, unexplained: space.count(left) };
}

/**
 * A set of changes of which none can be left out. `isEnough` holds of all of them. To leave one out can make another
 * needless, for a rule that was undone may ask for a level of its own; so the search goes on while anything is left out.
 */
function enoughToUndo(
  all: readonly number[],
  isEnough: (changes: ReadonlySet<number>) => boolean,
): readonly number[] {
  let kept = all;
  for (;;) {
    const spare = kept.find((change) => isEnough(new Set(kept.filter((other) => other !== change))));
    if (spare === undefined) return kept;
    kept = kept.filter((change) => change !== spare);
  }
}
