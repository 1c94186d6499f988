import type { NeverMattersClaim } from '../../core/guarantee.ts';
import { alertOf } from '../../core/rule-set.ts';
import type { Node } from '../../diagram/node-store.ts';
import { decidesLevelOrAlert, differences } from './blame.ts';
import {
  type AnswerChange,
  casesThatCanChange,
  changesOf,
  smallestPair,
  whereChanged,
} from './changed-answer.ts';
import type { Proof } from './proof.ts';
import type { ProofSpace } from './proof-space.ts';

/** Proves that exchanging an answer to one of the questions leaves the level and every alert as they are. */
export function proveNeverMatters(space: ProofSpace, { questions }: NeverMattersClaim): Proof {
  const cases = casesThatCanChange(space, questions);
  const alerts = space.ruleSet.rules.flatMap((rule, index) =>
    alertOf(rule) === undefined ? [] : [space.ruleNode(index)],
  );
  const roots = [space.level, ...alerts];
  const changes = questions.flatMap((question) => changesOf(space, question));
  const pair = smallestPair(space, changes, (change) => whereAnyChanged(space, roots, change));
  if (pair === undefined) return { cases };
  const blame = differences(space.ruleSet, pair.before.answers, pair.after.answers, decidesLevelOrAlert);
  return { cases, refutation: { kind: 'pair', ...pair, blame } };
}

/** Where one of several diagrams gives something else once one answer is exchanged for the other. */
export function whereAnyChanged(space: ProofSpace, roots: readonly Node[], change: AnswerChange): Node {
  return roots
    .map((root) => whereChanged(space, root, change))
    .reduce((union, part) => space.store.or(union, part));
}
