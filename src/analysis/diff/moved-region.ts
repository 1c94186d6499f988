import { type Answers, OPEN } from '../../core/answers.ts';
import type { MovedRegion } from '../../core/version-difference.ts';
import { FALSE, type Node } from '../../diagram/node-store.ts';
import { smallestHittingSet } from '../../diagram/smallest-cause.ts';
import type { VersionSpace } from './version-space.ts';

/**
 * Describes a part of a move around one of its cases: the fewest answers of that case such that every case of `given`
 * with these answers moves; then each answer is widened to all that will do in its place.
 *
 * Method: implicit hitting sets, as for the smallest cause of a level. Each counterexample is a case that has the chosen
 * answers and does not move; another answer of the example must be kept to shut it out.
 */
export function describeRegion(
  space: VersionSpace,
  given: Node,
  moved: Node,
  example: Answers,
): Pick<MovedRegion, 'answers' | 'cases'> {
  const { store } = space;
  const stays = store.and(given, store.not(moved));
  const region = new Map(
    neededAnswers(space, stays, example).map((question) => [question, 1 << (example[question] ?? OPEN)]),
  );
  const within = (node: Node) =>
    [...region].reduce((rest, [question, answers]) => store.and(rest, space.test(question, answers)), node);
  for (const [question, own] of region) {
    region.set(question, -1);
    const [moves, fails] = [within(moved), within(stays)];
    const widened = space.questions[question]?.answers.reduce((set, _, answer) => {
      const here = space.test(question, 1 << answer);
      const isFit = store.and(moves, here) !== FALSE && store.and(fails, here) === FALSE;
      return isFit ? set | (1 << answer) : set;
    }, own);
    region.set(question, widened ?? own);
  }
  const answers = [...region].map(([question, set]) => ({ question, answers: set }));
  return { answers, cases: space.count(within(moved)) };
}

/** The fewest questions (ascending) whose answers in the example no case that stays has. */
function neededAnswers(space: VersionSpace, stays: Node, example: Answers): number[] {
  const counterexamples: number[][] = [];
  for (;;) {
    const chosen = smallestHittingSet(counterexamples);
    const found = space.nearest(stays, example, (question) => !chosen.includes(question));
    if (found === undefined) return chosen;
    counterexamples.push(
      space.questions.flatMap((_, question) => (found[question] === example[question] ? [] : [question])),
    );
  }
}
