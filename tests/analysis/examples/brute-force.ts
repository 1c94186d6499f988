import { decided, leafTestsOf, replacePart } from '../../../src/analysis/examples/condition-parts.ts';
import type { Example } from '../../../src/core/example.ts';
import type { Goal } from '../../../src/core/example-report.ts';
import { type Interpretation, interpret } from '../../../src/core/interpret.ts';
import { alertOf, isLevelRule, type Rule, type RuleSet } from '../../../src/core/rule-set.ts';
import { truthOf } from '../../../src/core/truth.ts';
import { completions } from '../../arbitrary-rule-set.ts';

/** Every combination of answers to all questions. */
export function allCases(ruleSet: RuleSet): Int8Array[] {
  return completions(ruleSet, new Int8Array(ruleSet.questions.length).fill(-1));
}

/** Everything that a rule set decides about a case, as text. */
export function decisionText(ruleSet: RuleSet, answers: Int8Array): string {
  const { level, alerts, advice, rechecks } = interpret(ruleSet, answers);
  return JSON.stringify([level, alerts, advice, rechecks]);
}

/** A case as an example that says everything about its outcome. */
export function exampleOf(ruleSet: RuleSet, answers: Int8Array, id: string): Example {
  const { level, alerts, advice, rechecks } = interpret(ruleSet, answers);
  const exactly = (ids: readonly string[]) => ({ kind: 'exactly', ids }) as const;
  return {
    id,
    answers,
    expect: {
      levels: { lowest: level, highest: level },
      alerts: exactly(alerts),
      advice: exactly(advice),
      rechecks: exactly(rechecks),
    },
    path: 'examples.yaml',
    line: 1,
  };
}

/** The rule set with another condition in one rule. */
function withWhen(ruleSet: RuleSet, index: number, when: Rule['when']): RuleSet {
  const rules = ruleSet.rules.map((rule, place): Rule => {
    if (place !== index) return rule;
    if (rule.kind === 'advise') return { ...rule, when };
    if (!isAnswerCondition(when)) throw new TypeError('only advice may test the outcome');
    return { ...rule, when };
  });
  return { ...ruleSet, rules };
}

function isAnswerCondition(when: Rule['when']): when is Exclude<Rule, { kind: 'advise' }>['when'] {
  return leafTestsOf(when).every(({ test }) => test.kind === 'answer');
}

/** What a rule is judged by: the level for those that decide it, whether it holds for the others. */
function outcomeOf(rule: Rule, { level, holding }: Interpretation): number | boolean {
  return isLevelRule(rule) ? level : holding.includes(rule.id);
}

/** The goals that some case, or two cases one answer apart, reach: by trying all of them. */
export function reachableByTrying(ruleSet: RuleSet): Set<string> {
  const cases = allCases(ruleSet);
  const outcomes = new Map(cases.map((answers) => [answers.join(), interpret(ruleSet, answers)]));
  const goals = new Set<string>();
  const add = (goal: Goal) => goals.add(JSON.stringify(goal));
  for (const answers of cases) {
    const outcome = outcomes.get(answers.join());
    if (outcome === undefined) throw new Error('every case has an outcome');
    add({ kind: 'level', level: outcome.level });
    ruleSet.rules.forEach((rule, index) => {
      const isOwnOutcome = !isLevelRule(rule) || alertOf(rule) !== undefined;
      if (isOwnOutcome && outcome.holding.includes(rule.id)) add({ kind: 'holds', rule: index });
      if (!isLevelRule(rule)) return;
      const without = { ...ruleSet, rules: ruleSet.rules.filter((other) => other !== rule) };
      if (interpret(without, answers).level !== outcome.level) add({ kind: 'decides', rule: index });
    });
  }
  const pairs = cases.flatMap((a) =>
    ruleSet.questions.flatMap((question, index) =>
      question.answers.flatMap((_, answer) => {
        if (answer === a[index]) return [];
        const b = a.map((given, place) => (place === index ? answer : given));
        return [{ question: index, a, b }];
      }),
    ),
  );
  for (const { question, a, b } of pairs) {
    const [from, to] = [a[question] ?? 0, b[question] ?? 0];
    const isNeighbor = ruleSet.questions[question]?.ordered ? to === from + 1 : to > from;
    if (isNeighbor && outcomes.get(a.join())?.level !== outcomes.get(b.join())?.level) {
      add({ kind: 'boundary', question, from, to });
    }
  }
  ruleSet.rules.forEach((rule, index) => {
    for (const { path, test } of leafTestsOf(rule.when)) {
      const passed = withWhen(ruleSet, index, replacePart(rule.when, path, decided(test, true)));
      const failed = withWhen(ruleSet, index, replacePart(rule.when, path, decided(test, false)));
      const decidesAt = (answers: Int8Array) =>
        outcomeOf(rule, interpret(passed, answers)) !== outcomeOf(rule, interpret(failed, answers));
      const holdsAt = (answers: Int8Array) =>
        test.kind === 'answer'
          ? truthOf(test, ruleSet, answers) === 'holds'
          : interpret(withWhen(ruleSet, index, test), answers).holding.includes(rule.id);
      const shown = pairs.some(({ question, a, b }) => {
        if (test.kind === 'answer' && question !== test.question) return false;
        if (!holdsAt(a) || holdsAt(b) || !decidesAt(a) || !decidesAt(b)) return false;
        return outcomeOf(rule, interpret(ruleSet, a)) !== outcomeOf(rule, interpret(ruleSet, b));
      });
      if (shown) add({ kind: 'test', rule: index, path, test });
    }
  });
  return goals;
}
