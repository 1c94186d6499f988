import type { Answer, Rule, RuleSet } from '../core/rule-set.ts';
import { questionAt } from './answer-text.ts';

/** The rule at an index. INVARIANT: the index is one of the rule set's. */
export function ruleAt(ruleSet: RuleSet, index: number): Rule {
  const rule = ruleSet.rules[index];
  if (rule === undefined) throw new RangeError(`no rule has the index ${index}`);
  return rule;
}

/** The answer at an index of a question. INVARIANT: both are the rule set's. */
export function answerAt(ruleSet: RuleSet, question: number, index: number): Answer {
  const answer = questionAt(ruleSet, question).answers[index];
  if (answer === undefined) throw new RangeError(`no answer to this question has the index ${index}`);
  return answer;
}
