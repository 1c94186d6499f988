import { type Answers, OPEN } from '../core/answers.ts';
import type { CompiledRuleSet } from './compile.ts';
import { nearestWays, reachable } from './nearest.ts';

/**
 * A smallest set of given answers (question indexes, ascending) that by itself, with everything else open, keeps
 * the level at or above `level`. Undefined if even all given answers together do not.
 *
 * Method: implicit hitting sets. Each counterexample is a case below `level` that keeps the chosen answers and
 * changes as few others as it can; a cause must hold on to one of those others, so the next choice is a
 * smallest set that meets every counterexample so far. The first choice without a counterexample is a smallest cause.
 */
export function smallestCause(
  compiled: CompiledRuleSet,
  answers: Answers,
  level: number,
): readonly number[] | undefined {
  const below = reachable(compiled, compiled.level, answers, (candidate) => candidate < level);
  const counterexamples: number[][] = [];
  for (;;) {
    const chosen = smallestHittingSet(counterexamples);
    const counterexample = nearestWays(
      below,
      compiled.ruleSet.questions,
      (question) => !chosen.includes(question),
    );
    const changed = counterexample?.ways[0]?.changes.map((change) => change.question);
    if (changed === undefined) return chosen.filter((question) => (answers[question] ?? OPEN) !== OPEN);
    if (changed.length === 0) return undefined;
    counterexamples.push(changed);
  }
}

/** A smallest set that has a member in common with every given set; the same one for the same sets. */
export function smallestHittingSet(sets: readonly (readonly number[])[]): number[] {
  for (let size = 0; ; size++) {
    const found = hittingSetOf(size, sets, []);
    if (found !== undefined) return found.sort((a, b) => a - b);
  }
}

function hittingSetOf(
  size: number,
  sets: readonly (readonly number[])[],
  chosen: readonly number[],
): number[] | undefined {
  const missed = sets.find((set) => !set.some((member) => chosen.includes(member)));
  if (missed === undefined) return [...chosen];
  if (size === 0) return undefined;
  for (const member of missed) {
    const found = hittingSetOf(size - 1, sets, [...chosen, member]);
    if (found !== undefined) return found;
  }
  return undefined;
}
