import { type Answers, OPEN } from '../../../src/core/answers.ts';
import { interpret } from '../../../src/core/interpret.ts';
import { objectsTo } from '../../../src/core/ladder.ts';
import {
  type AdviseCondition,
  alertOf,
  isLevelRule,
  type Rule,
  type RuleSet,
} from '../../../src/core/rule-set.ts';
import { applicability } from '../../../src/core/truth.ts';
import { completions } from '../../arbitrary-rule-set.ts';

/** Every combination of answers, those to questions that do not apply included. */
export function everyCase(ruleSet: RuleSet): Int8Array[] {
  return completions(ruleSet, new Int8Array(ruleSet.questions.length).fill(OPEN));
}

/** In which cases a rule holds, one character a case. */
export function pattern(ruleSet: RuleSet, cases: readonly Answers[], id: string): string {
  return cases.map((answers) => (interpret(ruleSet, answers).holding.includes(id) ? '1' : '0')).join('');
}

/** In which cases a condition holds if it stands alone in an `advise` rule of the rule set. */
export function conditionPattern(ruleSet: RuleSet, cases: readonly Answers[], when: AdviseCondition): string {
  const probe: Rule = {
    id: 'only.probe',
    dimension: 0,
    because: '',
    sources: [],
    practice: false,
    accept: [],
    kind: 'advise',
    advise: 'probe',
    when,
  };
  return pattern({ ...ruleSet, rules: [...ruleSet.rules, probe] }, cases, probe.id);
}

export function levels(ruleSet: RuleSet, cases: readonly Answers[]): number[] {
  return cases.map((answers) => interpret(ruleSet, answers).level);
}

export function without(ruleSet: RuleSet, id: string): RuleSet {
  return { ...ruleSet, rules: ruleSet.rules.filter((rule) => rule.id !== id) };
}

/** Everything an outcome says, as one text. */
export function outcomes(ruleSet: RuleSet, cases: readonly Answers[]): string[] {
  return cases.map((answers) => {
    const { level, alerts, advice, rechecks } = interpret(ruleSet, answers);
    return [level, alerts, advice, rechecks].join(' / ');
  });
}

/** What a rule does, each thing as a word. */
export function effects(ruleSet: RuleSet, rule: Rule): string[] {
  const last = ruleSet.levels.length - 1;
  const objections = ruleSet.levels.flatMap((_, level) =>
    isLevelRule(rule) && level < last && objectsTo(rule, level) ? [`not ${level}`] : [],
  );
  const alert = alertOf(rule);
  return [
    ...objections,
    ...(alert === undefined ? [] : [`alert ${alert}`]),
    ...(rule.kind === 'advise' ? [`advice ${rule.advise}`] : []),
    ...(rule.kind === 'recheck' ? rule.questions.map((question) => `recheck ${question}`) : []),
  ];
}

/** In which cases a question applies. */
export function applies(ruleSet: RuleSet, cases: readonly Answers[], index: number): string {
  const question = ruleSet.questions[index];
  return cases
    .map((answers) => (question && applicability(ruleSet, question, answers) === 'holds' ? '1' : '0'))
    .join('');
}
