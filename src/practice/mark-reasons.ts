import { type Answers, OPEN } from '../core/answers.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { evaluate } from '../explain/evaluate.ts';
import type { Explanation } from '../explain/explanation.ts';

/** How the answers that a trainee marked as deciding compare with those that do. Questions and levels by index. */
export interface ReasonsMark {
  /** What the marked answers prove by themselves, with every other one open. */
  readonly proven: number;
  /** Marked, and a ground of a criterion that gives the level. */
  readonly deciding: readonly number[];
  /** Not marked, though a criterion rests on them that the marked answers do not prove. Empty where enough is marked. */
  readonly overlooked: readonly number[];
  /** Marked, though no criterion that gives the level rests on them. */
  readonly overWeighted: readonly number[];
}

/**
 * The answers that could be marked: those told of that can have a part in the level, but for the least serious ones,
 * which go without saying.
 */
export function markableQuestions({ ruleSet, level }: CompiledRuleSet, answers: Answers): number[] {
  const canMatter = new Set(level.questions);
  return ruleSet.questions.flatMap(({ ordered }, index) => {
    const answer = answers[index] ?? OPEN;
    return canMatter.has(index) && answer !== OPEN && (answer > 0 || !ordered) ? [index] : [];
  });
}

/** Compares the marked answers with the grounds of the criteria that give the level. */
export function markReasons(
  compiled: CompiledRuleSet,
  answers: Answers,
  { outcome, trace }: Explanation,
  marked: ReadonlySet<number>,
): ReasonsMark {
  const markable = markableQuestions(compiled, answers);
  const withoutRest = Int8Array.from(answers);
  for (const question of markable) if (!marked.has(question)) withoutRest[question] = OPEN;
  const proven = evaluate(compiled, withoutRest).lowest;
  const deciding = new Set(outcome.reasons.flatMap(({ rules }) => rules));
  const grounds = new Set(
    trace.flatMap(({ rule, truth, by }) =>
      truth === 'holds' && deciding.has(compiled.ruleSet.rules[rule]?.id ?? '') ? by : [],
    ),
  );
  const isGround = (question: number) => grounds.has(question);
  return {
    proven,
    deciding: markable.filter((question) => marked.has(question) && isGround(question)),
    overlooked:
      proven >= outcome.lowest
        ? []
        : markable.filter((question) => !marked.has(question) && isGround(question)),
    overWeighted: markable.filter((question) => marked.has(question) && !isGround(question)),
  };
}
