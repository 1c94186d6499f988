import type { Outcome } from '../core/outcome.ts';
import { directionFrom, type PlacementDifference } from '../core/placement-difference.ts';
import { type ConfusionMatrix, matrixOf } from '../statistics/confusion-matrix.ts';

/** How the suggested levels stand to those that a reviewer assigned. */
export interface ExpectedCounts {
  /** Settled cases: the reviewer's level in rows, the suggested one in columns. */
  readonly matrix: ConfusionMatrix;
  /** Open cases by whether their range includes the reviewer's level. */
  readonly open: { readonly within: number; readonly outside: number };
  /** Cases to which the reviewer assigned no level. */
  readonly unassigned: number;
}

/** Holds each outcome against the level that a reviewer assigned to the case. */
export class ExpectedComparison {
  readonly #levelCount: number;
  readonly #matrix: Float64Array;
  readonly #open = { within: 0, outside: 0 };
  #unassigned = 0;

  constructor(levelCount: number) {
    this.#levelCount = levelCount;
    this.#matrix = new Float64Array(levelCount * levelCount);
  }

  /** Counts a case; says how it differs if the reviewer's level is not one of those that are possible. */
  add(id: string, outcome: Outcome, expected: number | undefined): PlacementDifference | undefined {
    if (expected === undefined) {
      this.#unassigned++;
      return undefined;
    }
    const isPossible = outcome.possible.includes(expected);
    if (outcome.settled) {
      const cell = expected * this.#levelCount + outcome.lowest;
      this.#matrix[cell] = (this.#matrix[cell] ?? 0) + 1;
    } else {
      this.#open[isPossible ? 'within' : 'outside']++;
    }
    if (isPossible) return undefined;
    const other = { lowest: expected, highest: expected, reasons: [] };
    const own = placementOf(outcome);
    return { id, own, other, direction: directionFrom(other, own) ?? 'range' };
  }

  result(): ExpectedCounts {
    return {
      matrix: matrixOf(this.#levelCount, this.#matrix),
      open: { ...this.#open },
      unassigned: this.#unassigned,
    };
  }
}

/** The placement that an outcome amounts to. */
export function placementOf({ lowest, highest, reasons }: Outcome) {
  return { lowest, highest, reasons: reasons.map(({ rules }) => rules) };
}
