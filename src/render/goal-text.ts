import type { Goal } from '../core/example-report.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { conditionText } from './condition-text.ts';

/** The kinds of goals in the order in which they are counted, and how a count calls them. */
export const GOAL_KINDS = {
  level: 'levels',
  decides: 'rules that decide',
  holds: 'alerts, advice and rechecks that hold',
  test: 'tests of rules',
  boundary: 'boundaries between answers',
} as const satisfies Record<Goal['kind'], string>;

/** What a goal asks the examples to show, in the ids that an author writes. */
export function goalText(goal: Goal, ruleSet: RuleSet): string {
  const rule = 'rule' in goal ? ruleSet.rules[goal.rule]?.id : undefined;
  switch (goal.kind) {
    case 'level':
      return `the level ${ruleSet.levels[goal.level]?.id}`;
    case 'decides':
      return `${rule} decides the level`;
    case 'holds':
      return `${rule} holds`;
    case 'test':
      return `${rule} turns on its test: ${conditionText(goal.test, ruleSet)}`;
    case 'boundary': {
      const question = ruleSet.questions[goal.question];
      return `${question?.id} from ${question?.answers[goal.from]?.id} to ${question?.answers[goal.to]?.id}`;
    }
    default:
      return goal satisfies never;
  }
}
