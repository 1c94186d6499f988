import { objectsTo } from '../../core/ladder.ts';
import { isLevelRule } from '../../core/rule-set.ts';
import { FALSE, type Node, TRUE } from '../../diagram/node-store.ts';
import { differences } from './blame.ts';
import { type AnswerChange, changesOf, smallestPair, whereChanged } from './changed-answer.ts';
import type { Proof } from './proof.ts';
import { type ProofSpace, withAnswers } from './proof-space.ts';

/**
 * Proves that the compiled diagram gives each case one level, the lowest to which no rule in force objects, worked out
 * anew from the rules; and that answers to questions that do not apply leave it alone.
 */
export function proveAlwaysOneLevel(space: ProofSpace): Proof {
  const cases = space.count(TRUE);
  const way = space.nearestWay(whereNotOnTheLadder(space));
  if (way !== undefined) {
    const witness = space.witness(withAnswers(space.bestCase, way.changes));
    return { cases, refutation: { kind: 'case', witness, blame: [] } };
  }
  const changes = space.ruleSet.questions.flatMap((question, index) =>
    question.appliesWhen === undefined ? [] : changesOf(space, index),
  );
  const pair = smallestPair(space, changes, (change) => whereUnusedAnswerCounts(space, change));
  if (pair === undefined) return { cases };
  const blame = differences(space.ruleSet, pair.before.answers, pair.after.answers, isLevelRule);
  return { cases, refutation: { kind: 'pair', ...pair, blame } };
}

/** Where the diagram's level is another than the lowest to which no rule in force objects. */
function whereNotOnTheLadder(space: ProofSpace): Node {
  const { store, levelRules, ruleSet } = space;
  const last = ruleSet.levels.length - 1;
  let wrong: Node = FALSE;
  let allLowerObjected: Node = TRUE;
  ruleSet.levels.forEach((_, level) => {
    const objecting = level === last ? [] : levelRules.filter(({ rule }) => objectsTo(rule, level));
    const objected = objecting.reduce((union, { holds }) => store.or(union, holds), FALSE);
    const chosen = store.and(allLowerObjected, store.not(objected));
    const given = space.levelIn(1 << level);
    wrong = store.or(wrong, store.ite(chosen, store.not(given), given));
    allLowerObjected = store.and(allLowerObjected, objected);
  });
  return wrong;
}

function whereUnusedAnswerCounts(space: ProofSpace, change: AnswerChange): Node {
  const { store } = space;
  return store.and(store.not(space.applies(change.question)), whereChanged(space, space.level, change));
}
