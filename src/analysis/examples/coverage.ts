import type { Coverage, ExampleResult } from '../../core/example-report.ts';
import { TRUE } from '../../diagram/node-store.ts';
import { type GoalDiagram, goalDiagrams, type PairGoal } from './goal-diagrams.ts';
import { whyUnreachable } from './reachability.ts';
import type { RuleDiagrams } from './rule-diagrams.ts';
import { oneAnswerApart, speaksOfSubject, type UsableExample, usableExamples } from './usable-example.ts';

/** The goals that some case can reach, and those that none can, with the reason. */
export interface SplitGoals {
  readonly reachable: readonly GoalDiagram[];
  readonly unreachable: Coverage['unreachable'];
}

/** Proves of every goal, over all cases, whether it can be reached. */
export function splitGoals(diagrams: RuleDiagrams): SplitGoals {
  const reachable: GoalDiagram[] = [];
  const unreachable: { goal: GoalDiagram['goal']; because: string }[] = [];
  for (const goal of goalDiagrams(diagrams)) {
    const because = whyUnreachable(diagrams, goal);
    if (because === undefined) reachable.push(goal);
    else unreachable.push({ goal: goal.goal, because });
  }
  return { reachable, unreachable };
}

/** Which goals the examples reach. Only what an example says counts, not what it happens to pass through. */
export function measureCoverage(
  diagrams: RuleDiagrams,
  { reachable, unreachable }: SplitGoals,
  results: readonly ExampleResult[],
): Coverage {
  const { ruleSet } = diagrams;
  const usable = usableExamples(ruleSet, results);
  const pairs = pairsOf(usable, ruleSet.questions.length);
  const goals = reachable.map((goal) => {
    const speaking = (example: UsableExample) => speaksOfSubject(ruleSet, example.example, goal.subject);
    const found =
      'where' in goal
        ? usable
            .filter((example) => speaking(example) && diagrams.terminal(goal.where, example.answers) === TRUE)
            .slice(0, 1)
        : pairThatReaches(diagrams, goal, pairs, speaking);
    return { goal: goal.goal, reachedBy: found.map(({ example }) => example.id) };
  });
  return { usable: usable.length, goals, unreachable };
}

/** Whether two cases, in this order, reach the goal; that they are one answer apart is taken for granted. */
export function reachesTogether(
  diagrams: RuleDiagrams,
  { first, second, outcome }: PairGoal,
  a: UsableExample['answers'],
  b: UsableExample['answers'],
): boolean {
  return (
    diagrams.terminal(first, a) === TRUE &&
    diagrams.terminal(second, b) === TRUE &&
    diagrams.terminal(outcome, a) !== diagrams.terminal(outcome, b)
  );
}

type Pair = readonly [UsableExample, UsableExample];

/** Per question, the pairs of examples that differ in its answer alone. */
function pairsOf(usable: readonly UsableExample[], questionCount: number): readonly (readonly Pair[])[] {
  const pairs: Pair[][] = Array.from({ length: questionCount }, () => []);
  usable.forEach((a, place) => {
    for (const b of usable.slice(place + 1)) {
      const question = oneAnswerApart(a, b);
      if (question !== undefined) pairs[question]?.push([a, b]);
    }
  });
  return pairs;
}

function pairThatReaches(
  diagrams: RuleDiagrams,
  goal: PairGoal,
  pairs: readonly (readonly Pair[])[],
  speaking: (example: UsableExample) => boolean,
): readonly UsableExample[] {
  for (const [a, b] of goal.questions.flatMap((question) => pairs[question] ?? [])) {
    if (!speaking(a) || !speaking(b)) continue;
    if (reachesTogether(diagrams, goal, a.answers, b.answers)) return [a, b];
    if (reachesTogether(diagrams, goal, b.answers, a.answers)) return [b, a];
  }
  return [];
}
