import type { Answers } from '../core/answers.ts';
import { notApplicable } from '../core/interpret.ts';
import type { Outcome } from '../core/outcome.ts';
import { alertOf, type Rule, type RuleSet } from '../core/rule-set.ts';
import type { Truth } from '../core/truth.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { membersOf, possibleTerminals } from '../diagram/possible.ts';
import { openQuestions } from './open-questions.ts';
import { reasonsFor } from './reasons.ts';
import { ruleTruths } from './rule-truths.ts';

/** What the answers of a case lead to. Exact whatever is open; pure; the same for the same answers. */
export function evaluate(compiled: CompiledRuleSet, answers: Answers): Outcome {
  const { ruleSet } = compiled;
  const possible = membersOf(possibleTerminals(compiled.level, answers));
  const lowest = possible[0] ?? 0;
  const highest = possible.at(-1) ?? lowest;
  const truths = ruleTruths(compiled, answers);
  return {
    possible,
    lowest,
    highest,
    settled: possible.length === 1,
    ...reasonsFor(compiled, answers, truths, lowest),
    alerts: idsOfHolding(ruleSet, truths, (rule) => alertOf(rule) !== undefined),
    advice: idsOfHolding(ruleSet, truths, (rule) => rule.kind === 'advise'),
    rechecks: [
      ...idsOfHolding(ruleSet, truths, (rule) => rule.kind === 'recheck'),
      ...notApplicable(ruleSet, answers),
    ],
    open: openQuestions(compiled, answers, truths),
  };
}

function idsOfHolding(ruleSet: RuleSet, truths: readonly Truth[], wanted: (rule: Rule) => boolean): string[] {
  return ruleSet.rules
    .filter((rule, index) => truths[index] === 'holds' && wanted(rule))
    .map((rule) => rule.id);
}
