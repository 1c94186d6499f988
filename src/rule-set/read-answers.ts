import { OPEN, UNKNOWN } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { applicability } from '../core/truth.ts';
import { diagnostic, type Report } from './diagnostic.ts';
import { describe, type Node } from './node.ts';
import { lookUp, type Vocabulary } from './vocabulary.ts';

/** The names that the answers of a case may use. */
export interface AnswerNames {
  readonly questions: Vocabulary<number>;
  /** Per question. */
  readonly answers: readonly Vocabulary<number>[];
}

/** Answers by question; `OPEN` for one that is left open on purpose. */
export function readAnswers(node: Node, names: AnswerNames, report: Report): Map<number, number> {
  const answers = new Map<number, number>();
  if (node.kind !== 'map') {
    if (node.kind === 'broken') return answers;
    const message = `answers must be a mapping of questions to answers, not ${describe(node)}`;
    report(diagnostic('wrong-type', node.place, message, 'write `{ question: answer }`'));
    return answers;
  }
  for (const { key, keyPlace, value } of node.entries) {
    const index = lookUp(names.questions, { text: key, place: keyPlace }, report);
    const vocabulary = names.answers[index ?? -1];
    if (index === undefined || vocabulary === undefined || value.kind === 'broken') continue;
    if (value.kind !== 'scalar') {
      const message = `\`${key}\` must be one answer, not ${describe(value)}`;
      report(diagnostic('wrong-type', value.place, message, `leave a question open with \`${UNKNOWN}\``));
      continue;
    }
    const answer = value.text === UNKNOWN ? OPEN : lookUp(vocabulary, value, report, ` for \`${key}\``);
    if (answer !== undefined) answers.set(index, answer);
  }
  return answers;
}

/** A case of a file whose cases share answers; a shared answer is left out where its question does not apply. */
export function joinAnswers(
  shared: ReadonlyMap<number, number>,
  own: ReadonlyMap<number, number>,
  ruleSet: RuleSet,
): Int8Array {
  const answers = new Int8Array(ruleSet.questions.length).fill(OPEN);
  for (const [question, answer] of [...shared, ...own]) answers[question] = answer;
  let changed = true;
  while (changed) {
    changed = false;
    ruleSet.questions.forEach((question, index) => {
      if (own.has(index) || answers[index] === OPEN) return;
      if (applicability(ruleSet, question, answers) !== 'cannot_hold') return;
      answers[index] = OPEN;
      changed = true;
    });
  }
  return answers;
}
