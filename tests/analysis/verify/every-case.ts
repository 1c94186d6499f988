import { OPEN } from '../../../src/core/answers.ts';
import { type Interpretation, interpret } from '../../../src/core/interpret.ts';
import type { RuleSet } from '../../../src/core/rule-set.ts';
import { completions, withoutInapplicable } from '../../arbitrary-rule-set.ts';

/** One combination of answers to all questions, and what the plain interpreter says of it. */
export interface TriedCase extends Interpretation {
  readonly answers: Int8Array;
  /** Of the combinations that differ only in answers to questions that do not apply, the one that counts. */
  readonly counts: boolean;
  /** Answers away from the first ones, then steps; comparable as text. */
  readonly distance: string;
}

/** Every combination of answers of a small rule set, by its answers joined. */
export function everyCase(ruleSet: RuleSet): ReadonlyMap<string, TriedCase> {
  const open = new Int8Array(ruleSet.questions.length).fill(OPEN);
  return new Map(
    completions(ruleSet, open).map((answers): [string, TriedCase] => [
      answers.join(),
      {
        ...interpret(ruleSet, answers),
        answers,
        counts: withoutInapplicable(ruleSet, answers).join() === answers.join(),
        distance: distanceOf(ruleSet, answers),
      },
    ]),
  );
}

function distanceOf(ruleSet: RuleSet, answers: Int8Array): string {
  const changed = ruleSet.questions.flatMap(({ ordered }, index) => {
    const answer = answers[index] ?? 0;
    return answer === 0 ? [] : [ordered ? answer : 1];
  });
  const steps = changed.reduce((sum, step) => sum + step, 0);
  return [changed.length, steps].map((part) => String(part).padStart(3, '0')).join(' ');
}

/** The least distance among some cases; undefined for none. */
export function leastDistance(cases: readonly TriedCase[]): string | undefined {
  return cases.map(({ distance }) => distance).sort()[0];
}

/** A case with another answer to one question. */
export function exchanged(
  cases: ReadonlyMap<string, TriedCase>,
  from: TriedCase,
  question: number,
  answer: number,
): TriedCase {
  const answers = from.answers.map((given, index) => (index === question ? answer : given));
  const found = cases.get(answers.join());
  if (found === undefined) throw new RangeError('the case is not among all cases');
  return found;
}
