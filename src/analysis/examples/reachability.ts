import type { Goal } from '../../core/example-report.ts';
import { FALSE, type Node } from '../../diagram/node-store.ts';
import type { GoalDiagram, PairGoal } from './goal-diagrams.ts';
import type { RuleDiagrams } from './rule-diagrams.ts';

/** Where all but one question are such that two answers to that one reach a goal together. */
export interface Contrast {
  readonly question: number;
  readonly first: number;
  readonly second: number;
  /** Over the other questions; never empty. */
  readonly elsewhere: Node;
}

/** The first contrast, in question order, that reaches the goal; undefined if no two cases can. */
export function findContrast(diagrams: RuleDiagrams, goal: PairGoal): Contrast | undefined {
  if (goal.first === FALSE || goal.second === FALSE) return undefined;
  for (const question of goal.questions) {
    const answers = diagrams.ruleSet.questions[question]?.answers ?? [];
    for (const first of answers.keys()) {
      for (const second of answers.keys()) {
        if (first === second) continue;
        const elsewhere = contrastElsewhere(diagrams, goal, question, first, second);
        if (elsewhere !== FALSE) return { question, first, second, elsewhere };
      }
    }
  }
  return undefined;
}

function contrastElsewhere(
  diagrams: RuleDiagrams,
  goal: PairGoal,
  question: number,
  first: number,
  second: number,
): Node {
  const { store } = diagrams;
  const both = store.and(
    diagrams.answered(goal.first, question, first),
    diagrams.answered(goal.second, question, second),
  );
  if (both === FALSE) return FALSE;
  const outcomes = diagrams.differ(
    diagrams.answered(goal.outcome, question, first),
    diagrams.answered(goal.outcome, question, second),
  );
  return store.and(both, outcomes);
}

/** Why no case reaches the goal; undefined if one does. */
export function whyUnreachable(diagrams: RuleDiagrams, goal: GoalDiagram): string | undefined {
  if ('where' in goal) return goal.where === FALSE ? UNREACHABLE[goal.goal.kind] : undefined;
  if (goal.first === FALSE && goal.second === FALSE) return 'it decides no case';
  if (goal.first === FALSE) return 'where it holds, nothing would change if it failed';
  if (goal.second === FALSE) return 'where it fails, nothing would change if it held';
  return findContrast(diagrams, goal) === undefined ? UNREACHABLE[goal.goal.kind] : undefined;
}

const UNREACHABLE = {
  level: 'no case has this level',
  decides: 'without the rule every case would have the same level',
  holds: 'the rule can never hold',
  test: 'no two cases that differ in one answer show it',
  boundary: 'no case changes its level between these answers',
} as const satisfies Record<Goal['kind'], string>;
