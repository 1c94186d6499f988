import type { AlikeAnswers, EachAnswerCanMatterClaim } from '../../core/guarantee.ts';
import { alertOf, type Rule } from '../../core/rule-set.ts';
import type { AnswerPair } from '../../core/verdict.ts';
import { nodesBelow } from '../../diagram/diagram.ts';
import { type Node, TRUE } from '../../diagram/node-store.ts';
import { membersOf } from '../../diagram/possible.ts';
import { differences } from './blame.ts';
import { smallestPair } from './changed-answer.ts';
import { whereAnyChanged } from './never-matters.ts';
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

/** The diagrams whose values are the outcome: the level, and each alert, advice and recheck. */
function outcomeRoots(space: ProofSpace): Node[] {
  const isInOutcome = (rule: Rule) =>
    rule.kind === 'advise' || rule.kind === 'recheck' || alertOf(rule) !== undefined;
  const rules = space.ruleSet.rules.flatMap((rule, index) =>
    isInOutcome(rule) ? [space.ruleNode(index)] : [],
  );
  return [space.level, ...rules];
}

/**
 * Per question and answer a class: two answers of one class lead to the same outcome in every case.
 *
 * Method: every node of a reduced diagram is met by some case, so two answers are alike exactly if each node that
 * tests their question goes on to the same child under both. Each node splits the classes once more.
 */
function answerClasses(space: ProofSpace, roots: readonly Node[]): readonly (readonly string[])[] {
  const { store, ruleSet, variables } = space;
  const classes = ruleSet.questions.map(({ answers }) => answers.map(() => ''));
  for (const node of new Set(roots.flatMap((root) => nodesBelow(store, root)))) {
    const question = variables.indexOf(store.variable(node));
    const children = store.children(node);
    classes[question] = numbered(
      (classes[question] ?? []).map((known, answer) => `${known} ${children[answer]}`),
    );
  }
  return classes;
}

/** The same classes under short names. */
function numbered(classes: readonly string[]): string[] {
  return classes.map((name) => String(classes.indexOf(name)));
}

function pairsOf({ question, answers }: Pick<AlikeAnswers, 'question' | 'answers'>): AnswerPair[] {
  const members = membersOf(answers);
  return members.flatMap((a, place) =>
    members.slice(place + 1).map((b): AnswerPair => ({ question, answers: [a, b] })),
  );
}
