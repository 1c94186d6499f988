import { type Answers, OPEN } from './answers.ts';
import type { AdviseCondition, RuleSet } from './rule-set.ts';
import { applicability, not, OUTCOME_NOT_KNOWN, type OutcomeTruth, type Truth, truthOf } from './truth.ts';

/** A condition's truth and the questions (indexes, ascending) that make it so. */
export interface Judgement {
  readonly truth: Truth;
  /** Where it may hold: the open questions it awaits. */
  readonly by: readonly number[];
}

/**
 * Judges a condition and names its grounds: for one that holds, every answer that helps it; for one that cannot,
 * the answers of the first part that stands in its way.
 */
export function judge(
  condition: AdviseCondition,
  ruleSet: RuleSet,
  answers: Answers,
  outcome: OutcomeTruth = OUTCOME_NOT_KNOWN,
): Judgement {
  const truth = truthOf(condition, ruleSet, answers, outcome);
  const by = new Set<number>();
  collectGrounds(condition, truth, { ruleSet, answers, outcome }, by);
  return { truth, by: [...by].sort((a, b) => a - b) };
}

interface Setting {
  readonly ruleSet: RuleSet;
  readonly answers: Answers;
  readonly outcome: OutcomeTruth;
}

function collectGrounds(condition: AdviseCondition, truth: Truth, setting: Setting, by: Set<number>): void {
  switch (condition.kind) {
    case 'answer':
      answerGrounds(condition.question, truth, setting, by);
      return;
    case 'level':
    case 'rests_on':
      return;
    case 'all':
      partGrounds(condition.of, truth, truth === 'cannot_hold', setting, by);
      return;
    case 'any':
    case 'count':
      partGrounds(condition.of, truth, false, setting, by);
      return;
    case 'none':
      partGrounds(condition.of, not(truth), false, setting, by);
      return;
    default:
      condition satisfies never;
  }
}

/** Grounds of the parts that have the wanted truth; one of them is enough where any one decides. */
function partGrounds(
  parts: readonly AdviseCondition[],
  wanted: Truth,
  oneIsEnough: boolean,
  setting: Setting,
  by: Set<number>,
): void {
  for (const part of parts) {
    if (truthOf(part, setting.ruleSet, setting.answers, setting.outcome) !== wanted) continue;
    collectGrounds(part, wanted, setting, by);
    if (oneIsEnough) return;
  }
}

function answerGrounds(index: number, truth: Truth, setting: Setting, by: Set<number>): void {
  const { ruleSet, answers } = setting;
  const question = ruleSet.questions[index];
  if (question === undefined) throw new RangeError(`no question has the index ${index}`);
  const applies = applicability(ruleSet, question, answers);
  if (question.appliesWhen !== undefined && applies === truth) {
    collectGrounds(question.appliesWhen, applies, setting, by);
  }
  const isOpen = (answers[index] ?? OPEN) === OPEN;
  if (truth === 'may_hold' ? isOpen : applies !== 'cannot_hold') by.add(index);
}
