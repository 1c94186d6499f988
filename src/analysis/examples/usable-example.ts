import { type Answers, OPEN } from '../../core/answers.ts';
import { type Example, type ExpectedList, speaksOf } from '../../core/example.ts';
import type { ExampleResult } from '../../core/example-report.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import { applicability } from '../../core/truth.ts';
import type { Subject } from './goal-diagrams.ts';

/** A case of which every question that applies is answered. */
export interface CompleteCase {
  readonly answers: Answers;
  /** Per question. */
  readonly applies: readonly boolean[];
}

/** An example that can count: it passes, it expects something, and its case is complete. */
export interface UsableExample extends CompleteCase {
  readonly example: Example;
}

export function usableExamples(ruleSet: RuleSet, results: readonly ExampleResult[]): UsableExample[] {
  return results.flatMap(({ example, differences }) => {
    if (differences.length > 0 || example.expect === undefined) return [];
    const complete = completeCase(ruleSet, example.answers);
    return complete === undefined ? [] : [{ example, ...complete }];
  });
}

/** The case with what applies in it; undefined if a question that applies is open. */
export function completeCase(ruleSet: RuleSet, answers: Answers): CompleteCase | undefined {
  const truths = ruleSet.questions.map((question) => applicability(ruleSet, question, answers));
  const isOpen = truths.some((truth, index) => truth !== 'cannot_hold' && (answers[index] ?? OPEN) === OPEN);
  return isOpen ? undefined : { answers, applies: truths.map((truth) => truth === 'holds') };
}

/** The one question in which two cases differ, leaving aside what applies in only one of them. */
export function oneAnswerApart(a: CompleteCase, b: CompleteCase): number | undefined {
  let apart: number | undefined;
  for (let question = 0; question < a.applies.length; question++) {
    if (!a.applies[question] || !b.applies[question] || a.answers[question] === b.answers[question]) continue;
    if (apart !== undefined) return undefined;
    apart = question;
  }
  return apart;
}

/** The part of an expectation in which a subject is spoken of. */
export function listOf(ruleSet: RuleSet, subject: Subject): 'level' | ExpectedList {
  if (subject === 'level') return 'level';
  const rule = ruleSet.rules[subject];
  if (rule?.kind === 'advise') return 'advice';
  return rule?.kind === 'recheck' ? 'rechecks' : 'alerts';
}

/** Whether the example says what the outcome is in this respect. */
export function speaksOfSubject(ruleSet: RuleSet, { expect }: Example, subject: Subject): boolean {
  const list = listOf(ruleSet, subject);
  if (list === 'level' || subject === 'level') return expect?.levels !== undefined;
  return speaksOf(expect?.[list], ruleSet.rules[subject]?.id ?? '');
}
