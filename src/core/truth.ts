import { type Answers, OPEN } from './answers.ts';
import type { AdviseCondition, AnswerSet, LevelSet, Question, RuleSet } from './rule-set.ts';

/** Three-valued truth of a condition under answers of which some are open (Kleene's strong logic). */
export type Truth = 'holds' | 'may_hold' | 'cannot_hold';

/** How tests on the outcome stand; given from outside, because conditions on answers cannot know the outcome. */
export interface OutcomeTruth {
  level(levels: LevelSet): Truth;
  restsOn(rules: readonly string[]): Truth;
}

/** For conditions on answers alone: they hold no test on the outcome. */
export const OUTCOME_NOT_KNOWN: OutcomeTruth = { level: () => 'may_hold', restsOn: () => 'may_hold' };

/** The set of all answers of a question. */
export function allAnswers(question: Question): AnswerSet {
  return 2 ** question.answers.length - 1;
}

/** Whether a question applies; one without `appliesWhen` always does. */
export function applicability(ruleSet: RuleSet, question: Question, answers: Answers): Truth {
  return question.appliesWhen === undefined ? 'holds' : truthOf(question.appliesWhen, ruleSet, answers);
}

/** The truth of a condition. A test on a question that does not apply is false. */
export function truthOf(
  condition: AdviseCondition,
  ruleSet: RuleSet,
  answers: Answers,
  outcome: OutcomeTruth = OUTCOME_NOT_KNOWN,
): Truth {
  switch (condition.kind) {
    case 'answer':
      return answerTruth(condition.question, condition.answers, ruleSet, answers);
    case 'all':
      return conjunction(condition.of, ruleSet, answers, outcome);
    case 'any':
      return disjunction(condition.of, ruleSet, answers, outcome);
    case 'none':
      return not(disjunction(condition.of, ruleSet, answers, outcome));
    case 'count':
      return countTruth(condition.atLeast, condition.of, ruleSet, answers, outcome);
    case 'level':
      return outcome.level(condition.levels);
    case 'rests_on':
      return outcome.restsOn(condition.rules);
    default:
      return condition satisfies never;
  }
}

export function not(truth: Truth): Truth {
  if (truth === 'may_hold') return truth;
  return truth === 'holds' ? 'cannot_hold' : 'holds';
}

function answerTruth(index: number, allowed: AnswerSet, ruleSet: RuleSet, answers: Answers): Truth {
  const question = ruleSet.questions[index];
  if (question === undefined) throw new RangeError(`no question has the index ${index}`);
  const applies = applicability(ruleSet, question, answers);
  if (applies === 'cannot_hold' || allowed === allAnswers(question)) return applies;
  const given = answers[index] ?? OPEN;
  if (given === OPEN) return 'may_hold';
  return (allowed >>> given) & 1 ? applies : 'cannot_hold';
}

function conjunction(
  of: readonly AdviseCondition[],
  ruleSet: RuleSet,
  answers: Answers,
  outcome: OutcomeTruth,
): Truth {
  let truth: Truth = 'holds';
  for (const part of of) {
    const partTruth = truthOf(part, ruleSet, answers, outcome);
    if (partTruth === 'cannot_hold') return partTruth;
    if (partTruth === 'may_hold') truth = partTruth;
  }
  return truth;
}

function disjunction(
  of: readonly AdviseCondition[],
  ruleSet: RuleSet,
  answers: Answers,
  outcome: OutcomeTruth,
): Truth {
  let truth: Truth = 'cannot_hold';
  for (const part of of) {
    const partTruth = truthOf(part, ruleSet, answers, outcome);
    if (partTruth === 'holds') return partTruth;
    if (partTruth === 'may_hold') truth = partTruth;
  }
  return truth;
}

function countTruth(
  atLeast: number,
  of: readonly AdviseCondition[],
  ruleSet: RuleSet,
  answers: Answers,
  outcome: OutcomeTruth,
): Truth {
  let holding = 0;
  let possible = 0;
  for (const part of of) {
    const truth = truthOf(part, ruleSet, answers, outcome);
    if (truth === 'holds') holding++;
    if (truth !== 'cannot_hold') possible++;
  }
  if (holding >= atLeast) return 'holds';
  return possible >= atLeast ? 'may_hold' : 'cannot_hold';
}
