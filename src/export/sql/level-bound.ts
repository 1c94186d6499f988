import type { LevelRule } from '../../core/rule-set.ts';
import { combine } from '../../diagram/algebra.ts';
import { climbDiagram } from '../../diagram/climb-diagram.ts';
import { nodesBelow } from '../../diagram/diagram.ts';
import { FALSE, type Node, TRUE } from '../../diagram/node-store.ts';
import type { End, PartialSpace } from '../../diagram/partial-space.ts';
import { type Formula, fillOpen } from './formula.ts';
import { formulaDiagram, type LevelColumns } from './formula-diagram.ts';

/** A rule that decides the level, and the formula of where it is counted at one end of the range. */
export interface CountedRule {
  readonly rule: LevelRule;
  readonly formula: Formula;
}

/** Open questions that are read as if they had these answers. */
export type Fill = readonly { readonly question: number; readonly answer: number }[];

/** How one end of what completions give is worked out: of the range of levels, or of whether a rule holds. */
export interface LevelBound {
  readonly end: End;
  /** Questions whose open answer is always read as the same one. */
  readonly fixed: Fill;
  /** Questions of which, where they are open, every answer is tried; in question order. */
  readonly tried: readonly number[];
}

/** More ladders than this in one SELECT nobody would review. */
const MOST_LADDERS = 64;

/** What stands in the way of a SELECT. */
export class TooManyAnswersError extends Error {
  override readonly name = 'TooManyAnswersError';
  readonly questions: readonly number[];
  readonly ladders: number;

  constructor(questions: readonly number[], ladders: number) {
    super(`${ladders} combinations of answers would have to be tried`);
    this.questions = questions;
    this.ladders = ladders;
  }
}

/** What is found with some open questions filled in. */
export type UnderFill = (fill: Fill) => Node;

/**
 * The fewest questions that have to be filled in, where they are open, for one end to be found exactly.
 *
 * Method: where what is found and the exact diagram differ, a partial case with few open questions shows which ones
 * to fill in; so until there is no such case. Then each question is left out again if the proof stands without it.
 * A question is filled in with one answer where that is the least (or most) serious for every case, which the exact
 * diagram tells; else with every answer.
 *
 * @throws TooManyAnswersError if more than 64 combinations would have to be tried.
 */
export function findBound(space: PartialSpace, end: End, exact: Node, underFill: UnderFill): LevelBound {
  const answers = new Map<number, readonly number[]>();
  const differs = (questions: readonly number[]) => {
    const bound = boundOfQuestions(space, end, answers, questions);
    const found = boundDiagram(space, bound, underFill);
    return { found, where: combine(space.store, found, exact, (a, b) => (a === b ? FALSE : TRUE)) };
  };
  let filled: readonly number[] = [];
  for (;;) {
    const codes = space.caseWithFewestOpen(differs(filled).where);
    if (codes === undefined) break;
    const open = questionsOpenIn(space, codes).filter((question) => !filled.includes(question));
    for (const question of open) answers.set(question, decidingAnswers(space, end, exact, question));
    const cheapest = open.toSorted((a, b) => (answers.get(a)?.length ?? 0) - (answers.get(b)?.length ?? 0));
    const wanted = space.terminalOf(exact, codes);
    const enough = cheapest.find(
      (question) => space.terminalOf(differs([...filled, question]).found, codes) === wanted,
    );
    filled = [...filled, ...(enough === undefined ? open : [enough])];
  }
  for (const question of filled) {
    const rest = filled.filter((other) => other !== question);
    if (differs(rest).where === FALSE) filled = rest;
  }
  return boundOfQuestions(space, end, answers, filled);
}

/** The combinations of answers to try; one without any answer where no question has to be tried. */
export function fillsOf(space: PartialSpace, { fixed, tried }: LevelBound): Fill[] {
  return tried.reduce<Fill[]>(
    (fills, question) =>
      fills.flatMap((fill) =>
        Array.from({ length: space.openCode(question) }, (_, answer) => [...fill, { question, answer }]),
      ),
    [fixed],
  );
}

/** The formula with some open questions filled in. */
export function filledIn(space: PartialSpace, formula: Formula, fill: Fill): Formula {
  return fill.reduce(
    (part, { question, answer }) => fillOpen(part, question, answer, space.openCode(question)),
    formula,
  );
}

/** What is found for each partial case over all combinations to try. */
export function boundDiagram(space: PartialSpace, bound: LevelBound, underFill: UnderFill): Node {
  const join = bound.end === 'least' ? Math.min : Math.max;
  return fillsOf(space, bound)
    .map(underFill)
    .reduce((all, found) => combine(space.store, all, found, join));
}

/** The level that the ladder gives. */
export function ladderUnderFill(space: PartialSpace, rules: readonly CountedRule[]): UnderFill {
  const levelCount = space.compiled.ruleSet.levels.length;
  return (fill) =>
    climbDiagram(
      space.store,
      levelCount,
      rules.map(({ rule, formula }) => ({ rule, holds: truthUnderFill(space, formula)(fill) })),
    );
}

/** Where a formula that does not look at the level holds. */
export function truthUnderFill(space: PartialSpace, formula: Formula): UnderFill {
  return (fill) => formulaDiagram(space, filledIn(space, formula, fill), NO_LEVELS);
}

/** Nothing that is filled in looks at the level. */
const NO_LEVELS: LevelColumns = { level: () => FALSE, levelWithout: () => FALSE };

function boundOfQuestions(
  space: PartialSpace,
  end: End,
  answers: ReadonlyMap<number, readonly number[]>,
  questions: readonly number[],
): LevelBound {
  const sorted = questions.toSorted((a, b) => a - b);
  const fixed = sorted.flatMap((question) => {
    const [answer, another] = answers.get(question) ?? [];
    return answer === undefined || another !== undefined ? [] : [{ question, answer }];
  });
  const tried = sorted.filter((question) => (answers.get(question)?.length ?? 0) > 1);
  const ladders = tried.reduce((product, question) => product * space.openCode(question), 1);
  if (ladders > MOST_LADDERS) throw new TooManyAnswersError(tried, ladders);
  return { end, fixed, tried };
}

function questionsOpenIn(space: PartialSpace, codes: readonly number[]): number[] {
  return codes.flatMap((code, variable) => {
    const question = space.question(variable);
    return code === space.openCode(question) ? [question] : [];
  });
}

/** The one answer that, for every case, leads as low (or as high) as any; else every answer. */
function decidingAnswers(space: PartialSpace, end: End, exact: Node, question: number): number[] {
  const variable = space.variable(question);
  const openCode = space.openCode(question);
  const nodes = nodesBelow(space.store, exact).filter((node) => space.store.variable(node) === variable);
  const all = Array.from({ length: openCode }, (_, answer) => answer);
  const deciding = all.filter((answer) =>
    nodes.every((node) => space.store.child(node, answer) === space.store.child(node, openCode)),
  );
  const chosen = end === 'least' ? deciding[0] : deciding.at(-1);
  return chosen === undefined ? all : [chosen];
}
