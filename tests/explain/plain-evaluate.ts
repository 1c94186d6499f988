import { evenShares } from '../../src/core/answer-shares.ts';
import type { Answers } from '../../src/core/answers.ts';
import { notApplicable } from '../../src/core/interpret.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import { alertOf, type Rule } from '../../src/core/rule-set.ts';
import { type Truth, truthOf } from '../../src/core/truth.ts';
import type { CompiledRuleSet } from '../../src/diagram/compile.ts';
import { branchesOf, type Diagram, liveNodes } from '../../src/diagram/diagram.ts';
import { reasonsFor } from '../../src/explain/reasons.ts';
import { plainInformationGain } from '../diagram/plain-information.ts';
import { plainSupport } from '../diagram/plain-support.ts';

/** What `evaluate` gives, in its plain form: every rule and every diagram is looked at, one after the other. */
export function plainEvaluate(compiled: CompiledRuleSet, answers: Answers): Outcome {
  const { ruleSet } = compiled;
  const possible = reachedTerminals(compiled.level, answers);
  const lowest = Math.min(...possible);
  const highest = Math.max(...possible);
  const truths = ruleSet.rules.map((_, index) => truthOfRule(compiled, index, answers));
  const rulesThat = (truth: Truth) => [...truths.keys()].filter((index) => truths[index] === truth);
  const inPlay = { holding: rulesThat('holds'), awaited: rulesThat('may_hold') };
  const idsOfHolding = (wanted: (rule: Rule) => boolean) =>
    ruleSet.rules.filter((rule, index) => truths[index] === 'holds' && wanted(rule)).map(({ id }) => id);
  return {
    possible,
    lowest,
    highest,
    settled: possible.length === 1,
    ...reasonsFor(compiled, answers, inPlay, lowest),
    alerts: idsOfHolding((rule) => alertOf(rule) !== undefined),
    advice: idsOfHolding((rule) => rule.kind === 'advise'),
    rechecks: [...idsOfHolding((rule) => rule.kind === 'recheck'), ...notApplicable(ruleSet, answers)],
    open: openQuestions(compiled, answers, truths),
  };
}

/** The terminals that completions can reach, ascending: each is tried on each live node. */
function reachedTerminals(diagram: Diagram, answers: Answers): number[] {
  if (diagram.root < 0) return [~diagram.root];
  const reached = liveNodes(diagram, answers).flatMap((node) =>
    [...branchesOf(diagram, node, answers)].filter((child) => child < 0).map((child) => ~child),
  );
  return [...new Set(reached)].sort((a, b) => a - b);
}

/** What three-valued logic is sure of is so; where it is not, the rule's diagram decides. */
function truthOfRule({ ruleSet, rules }: CompiledRuleSet, index: number, answers: Answers): Truth {
  const rule = ruleSet.rules[index];
  const diagram = rules[index];
  if (rule === undefined || diagram === undefined) throw new RangeError(`no rule has the index ${index}`);
  const truth = rule.kind === 'advise' ? 'may_hold' : truthOf(rule.when, ruleSet, answers);
  if (truth !== 'may_hold') return truth;
  const [first, second] = reachedTerminals(diagram, answers);
  if (second !== undefined) return 'may_hold';
  return first === 1 ? 'holds' : 'cannot_hold';
}

function openQuestions(compiled: CompiledRuleSet, answers: Answers, truths: readonly Truth[]): number[] {
  const { questions, rules } = compiled.ruleSet;
  const undecidedAlerts = compiled.rules.filter((_, index) => {
    const rule = rules[index];
    return rule !== undefined && alertOf(rule) !== undefined && truths[index] === 'may_hold';
  });
  const diagrams = [compiled.level, ...undecidedAlerts];
  const matter = [...new Set(diagrams.flatMap((diagram) => plainSupport(diagram, answers)))];
  const shares = evenShares(questions);
  const levelGains = plainInformationGain(compiled.level, answers, shares);
  const alertGains = undecidedAlerts.map((diagram) => plainInformationGain(diagram, answers, shares));
  const levelGain = (question: number) => levelGains[question] ?? 0;
  const alertGain = (question: number) => alertGains.reduce((sum, gains) => sum + (gains[question] ?? 0), 0);
  return matter.sort((a, b) => levelGain(b) - levelGain(a) || alertGain(b) - alertGain(a) || a - b);
}
