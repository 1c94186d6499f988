import { idsFromAnswers, OPEN } from '../../core/answers.ts';
import { applicability } from '../../core/truth.ts';
import type { Node } from '../../diagram/node-store.ts';
import type { ExampleCase } from '../../rule-set/finding.ts';
import { type ProofSpace, withAnswers } from '../verify/proof-space.ts';

/** The case nearest to the best one where a truth diagram holds, as an entry of a finding; empty if there is none. */
export function exampleOf(space: ProofSpace, root: Node): { readonly example?: ExampleCase } {
  const way = space.nearestWay(root);
  if (way === undefined) return {};
  const { ruleSet } = space;
  const chosen = withAnswers(space.bestCase, way.changes);
  const answers = chosen.map((answer, index) => {
    const question = ruleSet.questions[index];
    return question && applicability(ruleSet, question, chosen) === 'cannot_hold' ? OPEN : answer;
  });
  const notFirst = answers.map((answer) => (answer === 0 ? OPEN : answer));
  const level = ruleSet.levels[space.witness(chosen).level]?.id ?? '';
  return {
    example: {
      answers: idsFromAnswers(ruleSet, answers),
      notFirst: idsFromAnswers(ruleSet, notFirst),
      level,
    },
  };
}
