import type { RecordedOutcome, RecordedRuleSet, ScreeningRecord } from '../core/record.ts';
import type { CareStep, MovedAnswer, RecordComparison } from '../core/record-comparison.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { reviewDue } from './review-due.ts';

/** Why two records cannot be compared. */
export type NotComparable = 'other-case' | 'other-rule-set';

/**
 * Compares two records of one case. Ids that the rule set does not have, because it has changed since, have no place
 * on the ladder: what hangs on them is unclear.
 */
export function compareRecords(
  ruleSet: RuleSet,
  earlier: ScreeningRecord,
  later: ScreeningRecord,
): RecordComparison | NotComparable {
  if (earlier.case !== later.case) return 'other-case';
  if (earlier.rule_set.id !== later.rule_set.id || earlier.rule_set.id !== ruleSet.id)
    return 'other-rule-set';
  return {
    earlier,
    later,
    rules: rulesBetween(earlier.rule_set, later.rule_set),
    need: stepBetween(ruleSet, rangeOf(earlier.outcome), rangeOf(later.outcome)),
    placement: placementStep(ruleSet, earlier.agreement.placed, later.agreement.placed),
    moved: movedAnswers(ruleSet, earlier.answers, later.answers),
    reviewDue: reviewDue(ruleSet, [earlier, later]),
  };
}

function rulesBetween(earlier: RecordedRuleSet, later: RecordedRuleSet): RecordComparison['rules'] {
  if (earlier.fingerprint !== later.fingerprint) return 'changed';
  return earlier.content_hash === later.content_hash ? 'same' : 'reworded';
}

type Range = readonly [lowest: string, highest: string];

function rangeOf({ lowest, highest }: RecordedOutcome): Range {
  return [lowest, highest];
}

function placementStep(ruleSet: RuleSet, from: string | null, to: string | null): CareStep | undefined {
  return from === null || to === null ? undefined : stepBetween(ruleSet, [from, from], [to, to]);
}

/** Up or down if both ends of the range move that way or stay, and one of them moves. */
function stepBetween(ruleSet: RuleSet, from: Range, to: Range): CareStep {
  if (from[0] === to[0] && from[1] === to[1]) return 'same';
  const rank = (id: string) => ruleSet.levels.findIndex((level) => level.id === id);
  const [lowestBefore, highestBefore, lowest, highest] = [...from, ...to].map(rank);
  if (lowestBefore === undefined || highestBefore === undefined) return 'unclear';
  if (lowest === undefined || highest === undefined) return 'unclear';
  if ([lowestBefore, highestBefore, lowest, highest].includes(-1)) return 'unclear';
  const moves = [Math.sign(lowest - lowestBefore), Math.sign(highest - highestBefore)];
  if (moves.every((move) => move >= 0)) return 'up';
  return moves.every((move) => move <= 0) ? 'down' : 'unclear';
}

type GivenAnswers = ScreeningRecord['answers'];

function movedAnswers(ruleSet: RuleSet, before: GivenAnswers, after: GivenAnswers): MovedAnswer[] {
  const known = ruleSet.questions.map(({ id }) => id);
  const gone = [...Object.keys(before), ...Object.keys(after)].filter((id) => !known.includes(id));
  return [...known, ...new Set(gone)].flatMap((question): MovedAnswer[] => {
    const from = answerTo(before, question);
    const to = answerTo(after, question);
    return from === to ? [] : [{ question, from, to, direction: directionOf(ruleSet, question, from, to) }];
  });
}

function answerTo(answers: GivenAnswers, question: string): string | null {
  return Object.hasOwn(answers, question) ? (answers[question] ?? null) : null;
}

function directionOf(
  ruleSet: RuleSet,
  questionId: string,
  from: string | null,
  to: string | null,
): MovedAnswer['direction'] {
  const question = ruleSet.questions.find(({ id }) => id === questionId);
  const rank = (answer: string | null) => question?.answers.findIndex(({ id }) => id === answer) ?? -1;
  const [before, after] = [rank(from), rank(to)];
  if (question?.ordered !== true || before === -1 || after === -1) return 'other';
  return after > before ? 'more-serious' : 'less-serious';
}
