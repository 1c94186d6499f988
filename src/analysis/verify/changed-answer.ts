import type { CasePair } from '../../core/verdict.ts';
import { cofactor, combine } from '../../diagram/algebra.ts';
import { FALSE, type Node, TRUE } from '../../diagram/node-store.ts';
import { type ProofSpace, withAnswers } from './proof-space.ts';

/** One answer exchanged for another of the same question (indexes). */
export interface AnswerChange {
  readonly question: number;
  readonly from: number;
  readonly to: number;
}

/** Every exchange of one answer of a question for another, from the first answer on. */
export function changesOf({ ruleSet }: ProofSpace, question: number): AnswerChange[] {
  const answers = ruleSet.questions[question]?.answers ?? [];
  return answers.flatMap((_, from) =>
    answers.flatMap((_, to) => (from === to ? [] : [{ question, from, to }])),
  );
}

/** Where a diagram gives something else once one answer is exchanged for the other. */
export function whereChanged({ store, variables }: ProofSpace, root: Node, change: AnswerChange): Node {
  const variable = variables[change.question] ?? 0;
  const before = cofactor(store, root, variable, change.from);
  const after = cofactor(store, root, variable, change.to);
  return combine(store, before, after, (a, b) => (a === b ? FALSE : TRUE));
}

/** Where one of several diagrams gives something else once one answer is exchanged for the other. */
export function whereAnyChanged(space: ProofSpace, roots: readonly Node[], change: AnswerChange): Node {
  return roots.reduce((union, root) => space.store.or(union, whereChanged(space, root, change)), FALSE);
}

/**
 * Of the cases that some change turns into a counterexample, the one nearest to the best case, with the change.
 * `failing` gives the other answers under which a change fails: a diagram that does not test the changed question.
 */
export function smallestPair(
  space: ProofSpace,
  changes: readonly AnswerChange[],
  failing: (change: AnswerChange) => Node,
): CasePair | undefined {
  const { store } = space;
  const found = changes.flatMap((change) => {
    const given = store.test(space.variables[change.question] ?? 0, 1 << change.from);
    const way = space.nearestWay(store.and(given, failing(change)));
    return way === undefined ? [] : [{ change, way }];
  });
  const [smallest] = found.sort(
    (a, b) => a.way.changes.length - b.way.changes.length || a.way.steps - b.way.steps,
  );
  if (smallest === undefined) return undefined;
  const before = withAnswers(space.bestCase, smallest.way.changes);
  return {
    before: space.witness(before),
    after: space.witness(withAnswers(before, [smallest.change])),
  };
}

/** How many complete cases answer one of the questions because it applies, so that the answer can be changed. */
export function casesThatCanChange(space: ProofSpace, questions: readonly number[]): bigint {
  const { store } = space;
  return space.count(questions.reduce((union, question) => store.or(union, space.applies(question)), FALSE));
}
