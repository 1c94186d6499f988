import { usualShares } from '../core/answer-shares.ts';
import type { Answers } from '../core/answers.ts';
import { alertOf, type RuleSet } from '../core/rule-set.ts';
import { truthOf } from '../core/truth.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { informationGain } from '../diagram/information.ts';

/**
 * Of the questions left, the one to ask now: the first dimension before all others; then, as long as something in it
 * is left, the dimension of the last question; in it the question that tells most, and with it those of its group, in
 * their order.
 */
export function mostTelling(
  compiled: CompiledRuleSet,
  answers: Answers,
  left: readonly number[],
  last: number | undefined,
): number | undefined {
  const { ruleSet } = compiled;
  const [inRow] = last === undefined ? [] : ofGroup(ruleSet, left, last);
  if (inRow !== undefined) return inRow;
  const candidates = ofDimension(ruleSet, left, last);
  if (candidates.length < 2) return candidates[0];
  const bits = bitsTold(compiled, answers);
  const told = (question: number) => bits[question] ?? 0;
  const most = candidates.reduce((best, each) => (told(each) > told(best) ? each : best));
  return ofGroup(ruleSet, left, most)[0] ?? most;
}

/** Those of the questions that belong to the group of this one. */
function ofGroup(ruleSet: RuleSet, questions: readonly number[], question: number): number[] {
  const of = ruleSet.questions[question];
  if (of?.group === undefined) return [];
  const { group, dimension } = of;
  return questions.filter((each) => {
    const other = ruleSet.questions[each];
    return other !== undefined && other.group === group && other.dimension === dimension;
  });
}

/** The questions among which to choose: those of the first dimension, else of the last question's, else all. */
function ofDimension(ruleSet: RuleSet, left: readonly number[], last: number | undefined): readonly number[] {
  const dimensionOf = (question: number) => ruleSet.questions[question]?.dimension;
  const first = left.filter((question) => dimensionOf(question) === 0);
  if (first.length > 0) return first;
  const same = last === undefined ? [] : left.filter((each) => dimensionOf(each) === dimensionOf(last));
  return same.length > 0 ? same : left;
}

/**
 * How many bits of uncertainty about what an interview settles, the level and each alert, the answer to each question
 * removes on average, if answers are as common as the rule set assumes.
 */
function bitsTold({ ruleSet, level, rules }: CompiledRuleSet, answers: Answers): Float64Array {
  const shares = usualShares(ruleSet.questions);
  const openAlerts = ruleSet.rules.flatMap((rule, index): Diagram[] => {
    const diagram = rules[index];
    const isOpen = alertOf(rule) !== undefined && truthOf(rule.when, ruleSet, answers) === 'may_hold';
    return isOpen && diagram !== undefined ? [diagram] : [];
  });
  const bits = informationGain(level, answers, shares);
  for (const alert of openAlerts) {
    informationGain(alert, answers, shares).forEach((gain, question) => {
      bits[question] = (bits[question] ?? 0) + gain;
    });
  }
  return bits;
}
