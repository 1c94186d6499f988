import type { Answers } from '../core/answers.ts';
import { notApplicable } from '../core/interpret.ts';
import type { Outcome } from '../core/outcome.ts';
import { alertOf, type LevelSet, type Rule, type RuleSet } from '../core/rule-set.ts';
import { type OutcomeTruth, type Truth, truthOf } from '../core/truth.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { membersOf, possibleTerminals } from '../diagram/possible.ts';
import { openQuestions } from './open-questions.ts';
import { reasonsFor } from './reasons.ts';

/** What the answers of a case lead to. Exact whatever is open; pure; the same for the same answers. */
export function evaluate(compiled: CompiledRuleSet, answers: Answers): Outcome {
  const { ruleSet } = compiled;
  const levels = possibleTerminals(compiled.level, answers);
  const possible = membersOf(levels);
  const lowest = possible[0] ?? 0;
  const highest = possible.at(-1) ?? lowest;
  const truths = ruleTruths(compiled, answers, levels);
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

/** How every rule stands; tests on the outcome are judged by the exact set of possible levels. */
export function ruleTruths(compiled: CompiledRuleSet, answers: Answers, levels: LevelSet): Truth[] {
  const outcome = outcomeTruth(compiled, answers, levels);
  return compiled.ruleSet.rules.map((rule) => truthOf(rule.when, compiled.ruleSet, answers, outcome));
}

/** The truth of tests on the outcome, given the exact set of possible levels. */
export function outcomeTruth(compiled: CompiledRuleSet, answers: Answers, levels: LevelSet): OutcomeTruth {
  return {
    level: (wanted) => {
      if ((levels & ~wanted) === 0) return 'holds';
      return (levels & wanted) === 0 ? 'cannot_hold' : 'may_hold';
    },
    restsOn: (rules) => {
      const diagram = compiled.restsOn.get(rules.join(' '));
      if (diagram === undefined)
        throw new RangeError(`no diagram was compiled for rests_on ${rules.join(' ')}`);
      return TRUTHS[possibleTerminals(diagram, answers)] ?? 'may_hold';
    },
  };
}

/** By the set of reachable truth values: bit 0 false, bit 1 true. */
const TRUTHS: Readonly<Record<number, Truth>> = { 1: 'cannot_hold', 2: 'holds', 3: 'may_hold' };

function idsOfHolding(ruleSet: RuleSet, truths: readonly Truth[], wanted: (rule: Rule) => boolean): string[] {
  return ruleSet.rules
    .filter((rule, index) => truths[index] === 'holds' && wanted(rule))
    .map((rule) => rule.id);
}
