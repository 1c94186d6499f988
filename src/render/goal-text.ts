import type { Goal } from '../core/example-report.ts';
import type { AdviseCondition, RuleSet } from '../core/rule-set.ts';
import { membersOf } from '../diagram/possible.ts';

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
      return `${rule} turns on ${testText(goal.test, ruleSet)}`;
    case 'boundary': {
      const question = ruleSet.questions[goal.question];
      return `${question?.id} from ${question?.answers[goal.from]?.id} to ${question?.answers[goal.to]?.id}`;
    }
    default:
      return goal satisfies never;
  }
}

/** A test as its author writes it. */
function testText(test: AdviseCondition, ruleSet: RuleSet): string {
  switch (test.kind) {
    case 'answer': {
      const question = ruleSet.questions[test.question];
      return `${question?.id}: ${setText(question?.answers ?? [], test.answers, question?.ordered ?? false)}`;
    }
    case 'level':
      return `level: ${setText(ruleSet.levels, test.levels, true)}`;
    case 'rests_on':
      return `rests_on: ${test.rules.join(', ')}`;
    case 'all':
    case 'any':
    case 'none':
    case 'count':
      return test.kind;
    default:
      return test satisfies never;
  }
}

function setText(named: readonly { readonly id: string }[], set: number, ordered: boolean): string {
  const members = membersOf(set);
  const ids = members.map((member) => named[member]?.id ?? '');
  const isUpperRun = ordered && members.length > 1 && members[0] === named.length - members.length;
  return isUpperRun ? `{ from: ${ids[0]} }` : ids.join(' or ');
}
