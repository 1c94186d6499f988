import { type Answers, OPEN, UNKNOWN } from '../core/answers.ts';
import type { Outcome } from '../core/outcome.ts';
import { directionFrom, type PlacementDifference } from '../core/placement-difference.ts';
import type { Question, RuleSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { evaluate } from '../explain/evaluate.ts';
import { type ConfusionMatrix, matrixOf } from '../statistics/confusion-matrix.ts';
import { placementOf } from './expected-comparison.ts';

/** How the levels of a rule set stand to those of another one for the same cases. */
export interface ComparedCounts {
  /** Cases settled under both: the other's level in rows, the own one in columns. */
  readonly matrix: ConfusionMatrix;
  /** Open under one of them or both. */
  readonly open: number;
  readonly same: number;
  readonly higher: number;
  readonly lower: number;
  /** Another range, neither higher nor lower. */
  readonly range: number;
  /** Cases with an answer that the other rule set does not know. */
  readonly apart: number;
}

/** A case as far as it is compared. */
export interface ComparedCase {
  readonly id: string;
  readonly answers: Answers;
  readonly kept: readonly string[];
  readonly outcome: Outcome;
}

/** Where an answer to one of the other's questions is found in a case; a negative code is an answer the other lacks. */
type AnswerSource =
  | { readonly kind: 'question'; readonly index: number; readonly codes: readonly number[] }
  | { readonly kind: 'kept'; readonly index: number; readonly codes: ReadonlyMap<string, number> }
  | { readonly kind: 'nowhere' };

/**
 * Scores cases with another rule set too. Questions and answers are matched by id; what only the other asks is read
 * from a kept column of that name, and stays open where there is none.
 */
export class RuleSetComparison {
  readonly #other: CompiledRuleSet;
  readonly #levelCount: number;
  readonly #sources: readonly AnswerSource[];
  readonly #matrix: Float64Array;
  readonly #counts = { open: 0, same: 0, higher: 0, lower: 0, range: 0, apart: 0 };

  constructor(own: RuleSet, other: CompiledRuleSet, keep: readonly string[]) {
    this.#other = other;
    this.#levelCount = own.levels.length;
    this.#sources = other.ruleSet.questions.map((question) => sourceOf(question, own, keep));
    this.#matrix = new Float64Array(this.#levelCount ** 2);
  }

  /** Ids of questions that only the other rule set asks and that no column answers. */
  get unasked(): string[] {
    return this.#other.ruleSet.questions
      .filter((_, index) => this.#sources[index]?.kind === 'nowhere')
      .map(({ id }) => id);
  }

  /** Counts a case; says how it differs if the two give it other levels. */
  add({ id, answers, kept, outcome }: ComparedCase): PlacementDifference | undefined {
    const others = this.#answersOf(answers, kept);
    if (others === undefined) {
      this.#counts.apart++;
      return undefined;
    }
    const otherOutcome = evaluate(this.#other, others);
    if (outcome.settled && otherOutcome.settled) {
      const cell = otherOutcome.lowest * this.#levelCount + outcome.lowest;
      this.#matrix[cell] = (this.#matrix[cell] ?? 0) + 1;
    } else {
      this.#counts.open++;
    }
    const [own, other] = [placementOf(outcome), placementOf(otherOutcome)];
    const direction = directionFrom(other, own);
    this.#counts[direction ?? 'same']++;
    return direction === undefined ? undefined : { id, own, other, direction };
  }

  result(): ComparedCounts {
    return { matrix: matrixOf(this.#levelCount, this.#matrix), ...this.#counts };
  }

  #answersOf(answers: Answers, kept: readonly string[]): Int8Array | undefined {
    const others = new Int8Array(this.#sources.length).fill(OPEN);
    for (const [question, source] of this.#sources.entries()) {
      const code = codeAt(source, answers, kept);
      if (code === undefined) return undefined;
      others[question] = code;
    }
    return others;
  }
}

function sourceOf(question: Question, own: RuleSet, keep: readonly string[]): AnswerSource {
  const index = own.questions.findIndex(({ id }) => id === question.id);
  const codeOf = new Map(question.answers.map(({ id }, code) => [id, code]));
  const codes = own.questions[index]?.answers.map(({ id }) => codeOf.get(id) ?? OPEN);
  if (codes !== undefined) return { kind: 'question', index, codes };
  const column = keep.indexOf(question.id);
  return column === -1 ? { kind: 'nowhere' } : { kind: 'kept', index: column, codes: codeOf };
}

/** The other's code of an answer, `OPEN` for none; undefined for one that the other does not know. */
function codeAt(source: AnswerSource, answers: Answers, kept: readonly string[]): number | undefined {
  switch (source.kind) {
    case 'question': {
      const given = answers[source.index] ?? OPEN;
      if (given === OPEN) return OPEN;
      const code = source.codes[given] ?? OPEN;
      return code === OPEN ? undefined : code;
    }
    case 'kept': {
      const text = kept[source.index] ?? '';
      return text.trim() === '' || text === UNKNOWN ? OPEN : source.codes.get(text);
    }
    case 'nowhere':
      return OPEN;
    default:
      return source satisfies never;
  }
}
