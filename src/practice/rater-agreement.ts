import { raterAgreement } from '../statistics/agreement.ts';
import { bootstrapIntervals, type Interval, resampledCases } from '../statistics/bootstrap.ts';
import { confusionMatrix } from '../statistics/confusion-matrix.ts';
import { fleissKappa } from '../statistics/fleiss-kappa.ts';
import { intraclassCorrelation } from '../statistics/icc.ts';
import { seededRandom } from '../statistics/random.ts';

/** One case of an exam and where each rater put it, in the order of the raters; levels by index. */
export interface RatedCase {
  readonly id: string;
  /** What the criteria give. */
  readonly level: number;
  /** Undefined for unsure. */
  readonly placed: readonly (number | undefined)[];
}

/** A figure; absent where it is not defined, as for raters who all use one level only. */
export interface Figure {
  readonly value?: number;
  readonly interval?: Interval;
}

/** The weighted kappa of two of the raters (positions), or of one with the criteria. */
export interface PairFigure extends Figure {
  readonly first: number;
  /** Absent for the criteria. */
  readonly second?: number;
}

/** How far several people agree on the cases of one exam. */
export interface TeamAgreement {
  readonly cases: readonly RatedCase[];
  /** Every figure is over the cases about which no rater was unsure. */
  readonly counted: number;
  readonly fleiss: Figure;
  readonly icc: Figure;
  /** Quadratic weights. */
  readonly pairs: readonly PairFigure[];
  readonly withCriteria: readonly PairFigure[];
  /** The cases on which the raters differ, those that differ most first. */
  readonly disputed: readonly RatedCase[];
}

/** The intervals of the same results are the same on every machine. */
const SEED = 1;

/** Works out how far the raters agree with one another and with the criteria, over levels below `levelCount`. */
export function teamAgreement(
  cases: readonly RatedCase[],
  raters: number,
  levelCount: number,
): TeamAgreement {
  const counted = cases.flatMap((one) => {
    const ratings = one.placed.filter((level) => level !== undefined);
    return ratings.length === raters ? [{ level: one.level, ratings }] : [];
  });
  const ratings = counted.map((one) => one.ratings);
  const positions = Array.from({ length: raters }, (_, rater) => rater);
  const kappa = (pairs: readonly (readonly [number, number])[]) => quadraticKappa(pairs, levelCount);
  const [fleiss, icc] = figuresOf(ratings, [fleissKappa, intraclassCorrelation]);
  return {
    cases,
    counted: counted.length,
    fleiss: fleiss ?? {},
    icc: icc ?? {},
    pairs: positions.flatMap((first) =>
      positions.slice(first + 1).map((second) => ({
        first,
        second,
        ...kappa(ratings.map((row) => [row[first] ?? 0, row[second] ?? 0])),
      })),
    ),
    withCriteria: positions.map((first) => ({
      first,
      ...kappa(counted.map(({ level, ratings: row }) => [level, row[first] ?? 0])),
    })),
    disputed: cases.filter((one) => dispute(one) > 0).toSorted((a, b) => dispute(b) - dispute(a)),
  };
}

function quadraticKappa(pairs: readonly (readonly [number, number])[], levelCount: number): Figure {
  const { estimates } = raterAgreement(confusionMatrix(levelCount, pairs), SEED);
  const { value, interval } = estimates.find(({ figure }) => figure === 'quadratic') ?? {};
  return { ...(value !== undefined && { value }), ...(interval && { interval }) };
}

type Ratings = readonly (readonly number[])[];

function figuresOf(
  ratings: Ratings,
  figures: readonly ((ratings: Ratings) => number | undefined)[],
): Figure[] {
  const random = seededRandom(SEED);
  const intervals =
    ratings.length === 0 ? [] : bootstrapIntervals(() => resampledCases(ratings, random), figures);
  return figures.map((figure, index) => {
    const value = figure(ratings);
    const interval = intervals[index];
    return {
      ...(value !== undefined && { value }),
      ...(value !== undefined && interval !== undefined && { interval }),
    };
  });
}

/** How far apart the raters are: the sum of squared distances of each two of them. Unsure is half a level from any. */
function dispute({ placed }: RatedCase): number {
  let sum = 0;
  placed.forEach((one, index) => {
    for (const other of placed.slice(index + 1)) {
      if (one !== undefined && other !== undefined) sum += (one - other) ** 2;
      else if (one !== other) sum += 0.25;
    }
  });
  return sum;
}
