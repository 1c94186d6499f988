import type { Agreement, RecordedOutcome } from '../core/record.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { midSentence } from './answer-text.ts';
import { levelWord } from './level-word.ts';
import { printable } from './printable.ts';

/** A level of a record in one word; its id where the rule set no longer has it. */
function recordedLevel(ruleSet: RuleSet, id: string): string {
  const level = ruleSet.levels.find((candidate) => candidate.id === id);
  return level === undefined ? printable(id) : levelWord(level);
}

/** What a record says is needed: `IOP`, or `IOP to inpatient`. */
export function recordedNeed(ruleSet: RuleSet, { lowest, highest }: RecordedOutcome): string {
  const [from, to] = [lowest, highest].map((id) => recordedLevel(ruleSet, id));
  return from === to ? `${from}` : `${from} to ${to}`;
}

/** What a record says was chosen: `IOP`, or `IOP (other than suggested)`. */
export function recordedPlacement(ruleSet: RuleSet, agreement: Agreement): string {
  switch (agreement.decision) {
    case 'agreed':
      return recordedLevel(ruleSet, agreement.placed);
    case 'overridden':
      return `${recordedLevel(ruleSet, agreement.placed)} (other than suggested)`;
    case 'undecided':
      return 'not decided';
    default:
      return agreement satisfies never;
  }
}

/** The coded reason of an override, in words; its id where the rule set no longer has it. */
export function recordedReason(ruleSet: RuleSet, id: string): string {
  return ruleSet.overrideReasons.find((reason) => reason.id === id)?.label ?? printable(id);
}

/** A question in the middle of a sentence; its id where the rule set no longer has it. */
export function recordedQuestion(ruleSet: RuleSet, id: string): string {
  const question = ruleSet.questions.find((candidate) => candidate.id === id);
  return question === undefined ? printable(id) : midSentence(question.title);
}

/** An answer in the middle of a sentence; its id where the rule set no longer has it, `open` where there is none. */
export function recordedAnswer(ruleSet: RuleSet, questionId: string, id: string | null): string {
  if (id === null) return 'open';
  const question = ruleSet.questions.find((candidate) => candidate.id === questionId);
  const answer = question?.answers.find((candidate) => candidate.id === id);
  return answer === undefined ? printable(id) : midSentence(answer.label);
}
