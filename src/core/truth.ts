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
  return (1 << question.answers.length) - 1;
}

/** Whether a question applies; one without `appliesWhen` always does. */
export function applicability(ruleSet: RuleSet, question: Question, answers: Answers): Truth {
  return question.appliesWhen === undefined ? 'holds' : truthOf(question.appliesWhen, ruleSet, answers);
}

/** What a condition is judged against. */
interface Setting {
  readonly ruleSet: RuleSet;
  readonly answers: Answers;
  readonly outcome: OutcomeTruth;
}

/** The truth of a condition. A test on a question that does not apply is false. */
export function truthOf(
  condition: AdviseCondition,
  ruleSet: RuleSet,
  answers: Answers,
  outcome: OutcomeTruth = OUTCOME_NOT_KNOWN,
): Truth {
  return truthIn({ ruleSet, answers, outcome }, condition);
}

export function not(truth: Truth): Truth {
  if (truth === 'may_hold') return truth;
  return truth === 'holds' ? 'cannot_hold' : 'holds';
}

function truthIn(setting: Setting, condition: AdviseCondition): Truth {
  switch (condition.kind) {
    case 'answer':
      return answerTruth(setting, condition.question, condition.answers);
    case 'all':
      return countTruth(setting, condition.of.length, condition.of);
    case 'any':
      return countTruth(setting, 1, condition.of);
    case 'none':
      return not(countTruth(setting, 1, condition.of));
    case 'count':
      return countTruth(setting, condition.atLeast, condition.of);
    case 'level':
      return setting.outcome.level(condition.levels);
    case 'rests_on':
      return setting.outcome.restsOn(condition.rules);
    default:
      return condition satisfies never;
  }
}

function answerTruth({ ruleSet, answers }: Setting, index: number, allowed: AnswerSet): Truth {
  const question = ruleSet.questions[index];
  if (question === undefined) throw new RangeError(`no question has the index ${index}`);
  const applies = applicability(ruleSet, question, answers);
  if (applies === 'cannot_hold' || allowed === allAnswers(question)) return applies;
  const given = answers[index] ?? OPEN;
  if (given === OPEN) return 'may_hold';
  return (allowed >>> given) & 1 ? applies : 'cannot_hold';
}

/** Whether at least so many parts hold: known as soon as enough do, or too few still can. */
function countTruth(setting: Setting, atLeast: number, of: readonly AdviseCondition[]): Truth {
  let missing = atLeast;
  let spare = of.length - atLeast;
  for (const part of of) {
    const truth = truthIn(setting, part);
    if (truth === 'holds') missing--;
    else if (truth === 'cannot_hold') spare--;
    if (missing === 0) return 'holds';
    if (spare < 0) return 'cannot_hold';
  }
  return 'may_hold';
}
