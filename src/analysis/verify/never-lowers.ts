import type { NeverLowersClaim } from '../../core/guarantee.ts';
import { objectsTo } from '../../core/ladder.ts';
import { isLevelRule } from '../../core/rule-set.ts';
import { cofactor, combine } from '../../diagram/algebra.ts';
import { FALSE, type Node, TRUE } from '../../diagram/node-store.ts';
import { differences } from './blame.ts';
import { type AnswerChange, casesThatCanChange, changesOf, smallestPair } from './changed-answer.ts';
import type { Proof } from './proof.ts';
import type { ProofSpace } from './proof-space.ts';

/**
 * Proves that no more serious answer lowers the level. If no answer is undercut by the next one, none is undercut by
 * any later one; so all pairs of answers are looked at only where a smallest counterexample is wanted.
 */
export function proveNeverLowers(space: ProofSpace, { questions }: NeverLowersClaim): Proof {
  const cases = casesThatCanChange(space, questions);
  const suspects = questions.filter((question) =>
    changesOf(space, question).some(
      (change) => change.to === change.from + 1 && whereLowered(space, change) !== FALSE,
    ),
  );
  const upward = suspects
    .flatMap((question) => changesOf(space, question))
    .filter(({ from, to }) => from < to);
  const pair = smallestPair(space, upward, (change) => whereLowered(space, change));
  if (pair === undefined) return { cases };
  const { before, after } = pair;
  const blame = differences(
    space.ruleSet,
    before.answers,
    after.answers,
    (rule) => isLevelRule(rule) && objectsTo(rule, after.level),
  );
  return { cases, refutation: { kind: 'pair', before, after, blame } };
}

function whereLowered({ store, level, variables }: ProofSpace, { question, from, to }: AnswerChange): Node {
  const variable = variables[question] ?? 0;
  return combine(
    store,
    cofactor(store, level, variable, from),
    cofactor(store, level, variable, to),
    (a, b) => (a > b ? TRUE : FALSE),
  );
}
