import type { StaysClaim } from '../../core/guarantee.ts';
import { isLevelRule } from '../../core/rule-set.ts';
import { cofactor } from '../../diagram/algebra.ts';
import { FALSE, type Node } from '../../diagram/node-store.ts';
import { differences } from './blame.ts';
import type { Proof } from './proof.ts';
import { type ProofSpace, withAnswers } from './proof-space.ts';

/** Proves that a case that is at the levels with best answers to some questions stays there under all their answers. */
export function proveStays(space: ProofSpace, { levels, whatever }: StaysClaim): Proof {
  const { store } = space;
  const there = space.levelIn(levels);
  const spokenOf = whatever.reduce((root, question) => thereAtBest(space, root, question), there);
  const cases = space.count(spokenOf);
  const way = space.nearestWay(store.and(spokenOf, store.not(there)));
  if (way === undefined) return { cases };
  const after = withAnswers(space.bestCase, way.changes);
  const atBest = whatever
    .filter((question) => space.ruleSet.questions[question]?.ordered)
    .reduce((root, question) => store.and(root, space.hasBest(question)), there);
  const back = space.nearestWay(atBest, after, (question) => whatever.includes(question));
  const before = withAnswers(after, back?.changes ?? []);
  const blame = differences(space.ruleSet, before, after, isLevelRule);
  return {
    cases,
    refutation: { kind: 'pair', before: space.witness(before), after: space.witness(after), blame },
  };
}

/** The diagram with a question answered at its best; of a nominal question, with any answer that makes it hold. */
function thereAtBest({ store, ruleSet, variables }: ProofSpace, root: Node, question: number): Node {
  const variable = variables[question] ?? 0;
  const { ordered, answers } = ruleSet.questions[question] ?? { ordered: true, answers: [] };
  if (ordered) return cofactor(store, root, variable, 0);
  return answers.reduce(
    (union, _, answer) => store.or(union, cofactor(store, root, variable, answer)),
    FALSE,
  );
}
