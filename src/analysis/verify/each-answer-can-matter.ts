import type { AlikeAnswers, EachAnswerCanMatterClaim } from '../../core/guarantee.ts';
import type { AnswerPair } from '../../core/verdict.ts';
import { TRUE } from '../../diagram/node-store.ts';
import { membersOf } from '../../diagram/possible.ts';
import { answerClasses } from './answer-classes.ts';
import { differences } from './blame.ts';
import { smallestPair, whereAnyChanged } from './changed-answer.ts';
import { outcomeRoots } from './outcome-roots.ts';
import type { Proof } from './proof.ts';
import type { ProofSpace } from './proof-space.ts';

/** Proves that any two answers of a question are told apart by some case, save those listed as alike, which never are. */
export function proveEachAnswerCanMatter(space: ProofSpace, { alike }: EachAnswerCanMatterClaim): Proof {
  const cases = space.count(TRUE);
  const roots = outcomeRoots(space);
  const classes = answerClasses(space, roots);
  const isAlike = ({ question, answers: [a, b] }: AnswerPair) =>
    classes[question]?.[a] === classes[question]?.[b];
  const listed = alike.flatMap(pairsOf);
  const notAlike = listed.find((pair) => !isAlike(pair));
  if (notAlike !== undefined) {
    const { question, answers } = notAlike;
    const [from, to] = answers;
    const pair = smallestPair(space, [{ question, from, to }], (change) =>
      whereAnyChanged(space, roots, change),
    );
    if (pair === undefined)
      throw new RangeError('two answers of different classes have the same outcome everywhere');
    const blame = differences(space.ruleSet, pair.before.answers, pair.after.answers, () => true);
    return { cases, refutation: { kind: 'not_alike', pair: notAlike, ...pair, blame } };
  }
  const isListed = ({ question, answers: [a, b] }: AnswerPair) =>
    listed.some((pair) => pair.question === question && pair.answers[0] === a && pair.answers[1] === b);
  const pairs = space.ruleSet.questions
    .flatMap(({ answers }, question) => pairsOf({ question, answers: 2 ** answers.length - 1 }))
    .filter((pair) => isAlike(pair) && !isListed(pair));
  return pairs.length === 0 ? { cases } : { cases, refutation: { kind: 'alike_answers', pairs } };
}

function pairsOf({ question, answers }: Pick<AlikeAnswers, 'question' | 'answers'>): AnswerPair[] {
  const members = membersOf(answers);
  return members.flatMap((a, place) =>
    members.slice(place + 1).map((b): AnswerPair => ({ question, answers: [a, b] })),
  );
}
