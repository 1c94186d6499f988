import type { NeverMattersClaim } from '../../core/guarantee.ts';
import { alertOf } from '../../core/rule-set.ts';
import { answerClasses } from './answer-classes.ts';
import { decidesLevelOrAlert, differences } from './blame.ts';
import { casesThatCanChange, changesOf, smallestPair, whereAnyChanged } from './changed-answer.ts';
import type { Proof } from './proof.ts';
import type { ProofSpace } from './proof-space.ts';

/** Proves that exchanging an answer to one of the questions leaves the level and every alert as they are. */
export function proveNeverMatters(space: ProofSpace, { questions }: NeverMattersClaim): Proof {
  const cases = casesThatCanChange(space, questions);
  const alerts = space.ruleSet.rules.flatMap((rule, index) =>
    alertOf(rule) === undefined ? [] : [space.ruleNode(index)],
  );
  const roots = [space.level, ...alerts];
  const classes = answerClasses(space, roots);
  const changes = questions
    .flatMap((question) => changesOf(space, question))
    .filter(({ question, from, to }) => classes[question]?.[from] !== classes[question]?.[to]);
  const pair = smallestPair(space, changes, (change) => whereAnyChanged(space, roots, change));
  if (pair === undefined) return { cases };
  const blame = differences(space.ruleSet, pair.before.answers, pair.after.answers, decidesLevelOrAlert);
  return { cases, refutation: { kind: 'pair', ...pair, blame } };
}
