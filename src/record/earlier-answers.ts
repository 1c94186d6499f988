import { type Answers, answersFromIds, OPEN } from '../core/answers.ts';
import type { ScreeningRecord } from '../core/record.ts';
import type { RuleSet } from '../core/rule-set.ts';

/** What a new screening takes from a record. */
export interface EarlierAnswers {
  /** Every answer of the record that the rule set knows, to be seen beside the questions. */
  readonly all: Answers;
  /** Those without safety, which is asked anew each time. */
  readonly carriedOver: Answers;
  /** Ids of questions whose answers the rule set does not know. */
  readonly lost: readonly string[];
}

/** The answers of a record for a new screening. Safety, the first dimension, is never carried over. */
export function earlierAnswers(ruleSet: RuleSet, record: ScreeningRecord): EarlierAnswers {
  const { answers: all, problems } = answersFromIds(ruleSet, record.answers);
  const carriedOver = all.map((answer, index) => (ruleSet.questions[index]?.dimension === 0 ? OPEN : answer));
  return { all, carriedOver, lost: problems.map(({ question }) => question) };
}
