import { type Answers, OPEN } from '../../core/answers.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import { applicability } from '../../core/truth.ts';

/** A case one answer away from another. */
export interface Neighbor {
  readonly question: number;
  readonly answers: Int8Array;
}

/**
 * All complete cases one answer away from a complete case. Where the changed answer makes other questions apply,
 * there is one for each way to answer these.
 */
export function neighborsOf(ruleSet: RuleSet, answers: Answers): Neighbor[] {
  return ruleSet.questions.flatMap((question, index) => {
    if (applicability(ruleSet, question, answers) === 'cannot_hold') return [];
    return question.answers.flatMap((_, answer) => {
      if (answer === answers[index]) return [];
      const changed = Int8Array.from(answers);
      changed[index] = answer;
      return completions(ruleSet, changed).map((complete) => ({ question: index, answers: complete }));
    });
  });
}

/** The case without answers to questions that do not apply; those that apply and are open get their first answer. */
export function completed(ruleSet: RuleSet, answers: Answers): Int8Array {
  return completions(ruleSet, answers)[0] ?? Int8Array.from(answers);
}

function completions(ruleSet: RuleSet, answers: Answers): Int8Array[] {
  const settled = Int8Array.from(answers);
  const openQuestion = ruleSet.questions.findIndex((question, index) => {
    const applies = applicability(ruleSet, question, settled);
    if (applies === 'cannot_hold') settled[index] = OPEN;
    return applies === 'holds' && settled[index] === OPEN;
  });
  if (openQuestion === -1) return [settled];
  const count = ruleSet.questions[openQuestion]?.answers.length ?? 0;
  return Array.from({ length: count }, (_, answer) => {
    const next = Int8Array.from(settled);
    next[openQuestion] = answer;
    return completions(ruleSet, next);
  }).flat();
}
