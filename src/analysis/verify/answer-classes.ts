import { nodesBelow } from '../../diagram/diagram.ts';
import type { Node } from '../../diagram/node-store.ts';
import { outcomeRoots } from './outcome-roots.ts';
import type { ProofSpace } from './proof-space.ts';

/** Per question and answer a class: two answers of one class lead to the same in every case. */
export type AnswerClasses = readonly (readonly number[])[];

/**
 * Sorts the answers of each question by what they lead to in the given diagrams; by default, in the whole outcome.
 *
 * Method: every node of a reduced diagram is met by some case, so two answers lead to the same everywhere exactly if
 * each node that tests their question goes on to the same child under both. Each node splits the classes once more.
 */
export function answerClasses(
  space: ProofSpace,
  roots: readonly Node[] = outcomeRoots(space),
): AnswerClasses {
  const { store, ruleSet, variables } = space;
  const classes = ruleSet.questions.map(({ answers }) => answers.map(() => 0));
  for (const node of new Set(roots.flatMap((root) => nodesBelow(store, root)))) {
    const question = variables.indexOf(store.variable(node));
    const children = store.children(node);
    const split = (classes[question] ?? []).map((known, answer) => `${known} ${children[answer]}`);
    classes[question] = split.map((name) => split.indexOf(name));
  }
  return classes;
}
