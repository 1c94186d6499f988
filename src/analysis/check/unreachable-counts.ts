import type { AdviseCondition } from '../../core/rule-set.ts';
import { FALSE, type Node, type NodeStore, TRUE } from '../../diagram/node-store.ts';
import type { OwnedCondition } from './owned-condition.ts';

export type CountCondition = Extract<AdviseCondition, { readonly kind: 'count' }>;

/** Turns conditions into truth diagrams of one store. */
export interface ConditionDiagrams {
  readonly store: NodeStore;
  readonly where: (condition: AdviseCondition) => Node;
}

/** A count that never reaches its number. */
export interface UnreachableCount extends OwnedCondition {
  readonly count: CountCondition;
  /** How many of its parts can hold together. */
  readonly most: number;
  /** Where as many do. */
  readonly where: Node;
  /** By itself it could be reached: what must hold beside it stands in the way. */
  readonly becauseOfRest: boolean;
}

/**
 * The counts in a condition that no case reaches. `beside` is where everything holds that must hold beside the
 * condition; a part of what cannot hold anyway is left alone.
 */
export function unreachableCounts(diagrams: ConditionDiagrams, owned: OwnedCondition): UnreachableCount[] {
  const { store } = diagrams;
  const walk = (condition: AdviseCondition, beside: Node): UnreachableCount[] => {
    if (!('of' in condition) || beside === FALSE) return [];
    if (condition.kind === 'count' && store.and(beside, diagrams.where(condition)) === FALSE) {
      return [{ ...owned, count: condition, ...highestCount(diagrams, condition, beside) }];
    }
    return condition.of.flatMap((part, position) => {
      const others = condition.kind === 'all' ? condition.of.filter((_, place) => place !== position) : [];
      const rest = others.reduce((all, other) => store.and(all, diagrams.where(other)), beside);
      return walk(part, rest);
    });
  };
  return walk(owned.condition, TRUE);
}

function highestCount(diagrams: ConditionDiagrams, count: CountCondition, beside: Node) {
  const { store } = diagrams;
  const becauseOfRest = diagrams.where(count) !== FALSE;
  for (let most = count.atLeast - 1; most > 0; most--) {
    const where = store.and(beside, diagrams.where({ ...count, atLeast: most }));
    if (where !== FALSE) return { most, where, becauseOfRest };
  }
  return { most: 0, where: beside, becauseOfRest };
}
