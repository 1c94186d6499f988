import { OPEN } from '../core/answers.ts';
import { judge } from '../core/grounds.ts';
import { NOT_APPLICABLE } from '../core/outcome.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { questionAt } from '../render/answer-text.ts';
import { asSentence } from '../render/rule-sentence.ts';
import type { InterviewState } from './interview.ts';

/** Answers that disagree. */
export interface Disagreement {
  /** A sentence on what does not go together. */
  readonly says: string;
  /** The questions (indexes) whose answers take part, in the order of the rule set. */
  readonly questions: readonly number[];
}

/** What these rechecks (ids as in an outcome) say, and about which of the given answers. */
export function disagreementsOf(
  ruleSet: RuleSet,
  { answers }: Pick<InterviewState, 'answers'>,
  rechecks: readonly string[],
): Disagreement[] {
  return rechecks.map((id) => {
    const { says, questions } = id.startsWith(NOT_APPLICABLE)
      ? notApplicable(ruleSet, answers, id.slice(NOT_APPLICABLE.length))
      : disagreement(ruleSet, id);
    const given = questions.filter((question) => (answers[question] ?? OPEN) !== OPEN);
    return { says: capitalized(asSentence(says)), questions: given.sort((a, b) => a - b) };
  });
}

interface Found {
  readonly says: string;
  readonly questions: number[];
}

function disagreement(ruleSet: RuleSet, id: string): Found {
  const rule = ruleSet.rules.find((each) => each.id === id);
  if (rule?.kind !== 'recheck') throw new RangeError(`no recheck is called ${id}`);
  return { says: rule.because, questions: [...rule.questions] };
}

function notApplicable(ruleSet: RuleSet, answers: readonly number[], questionId: string): Found {
  const index = ruleSet.questions.findIndex(({ id }) => id === questionId);
  const { title, appliesWhen } = questionAt(ruleSet, index);
  const grounds = appliesWhen === undefined ? [] : judge(appliesWhen, ruleSet, answers).by;
  return {
    says: `“${title}” does not apply by the other answers, so its answer is not used`,
    questions: [index, ...grounds],
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
