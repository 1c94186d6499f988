import { type Answers, OPEN } from '../core/answers.ts';
import type { Question, RuleSet } from '../core/rule-set.ts';
import type { Change } from '../explain/explanation.ts';

/** A title or label for the middle of a sentence: `Self-care` becomes `self-care`, `OCD` stays. */
export function midSentence(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The question at an index. INVARIANT: the index is one of the rule set's. */
export function questionAt(ruleSet: RuleSet, index: number): Question {
  const question = ruleSet.questions[index];
  if (question === undefined) throw new RangeError(`no question has the index ${index}`);
  return question;
}

/** A question and its answer: `suicidal thoughts: active`, or `suicidal thoughts: open`. */
export function answerText(ruleSet: RuleSet, index: number, answer: number): string {
  const question = questionAt(ruleSet, index);
  return `${midSentence(question.title)}: ${labelOf(question, answer)}`;
}

/** The questions with the answers of a case. */
export function answerTexts(ruleSet: RuleSet, questions: readonly number[], answers: Answers): string[] {
  return questions.map((question) => answerText(ruleSet, question, answers[question] ?? OPEN));
}

/** One answer changed: `symptom severity: severe → mild`. */
export function changeText(ruleSet: RuleSet, change: Change): string {
  const question = questionAt(ruleSet, change.question);
  return `${answerText(ruleSet, change.question, change.from)} → ${labelOf(question, change.to)}`;
}

/** Changes that go together. Labels hold commas, so no comma stands between them. */
export function changesText(ruleSet: RuleSet, changes: readonly Change[]): string {
  return changes.map((change) => changeText(ruleSet, change)).join(' and ');
}

/** Question titles in the middle of a sentence. */
export function questionTitles(ruleSet: RuleSet, questions: readonly number[]): string[] {
  return questions.map((question) => midSentence(questionAt(ruleSet, question).title));
}

function labelOf(question: Question, answer: number): string {
  return midSentence(question.answers[answer]?.label ?? 'open');
}
