import type { RuleSet } from '../core/rule-set.ts';
import { type RaterAgreement, raterAgreement } from '../statistics/agreement.ts';
import { confusionMatrix } from '../statistics/confusion-matrix.ts';
import type { PlacementEntry, ProgressEntry } from './progress.ts';

/** How a number of placements compares with the criteria. */
export interface Tally {
  readonly same: number;
  readonly lower: number;
  readonly higher: number;
  /** One of several levels that the story leaves possible: neither right nor wrong. */
  readonly possible: number;
  readonly unsure: number;
}

export interface DimensionTally extends Tally {
  /** Index; absent for the cases in which no criterion asks for more than the first level. */
  readonly dimension?: number;
}

/** What a trainee's practice comes to. */
export interface PracticeStats {
  readonly all: Tally;
  /** Placements of cases with one level beside what the criteria give; `unsure` is no placement. */
  readonly agreement: RaterAgreement;
  /** By the dimension of the criteria that give the level; one case may count in several. Those without a case are left out. */
  readonly dimensions: readonly DimensionTally[];
  /** Stretches of equally many cases that were right or wrong, the earliest first; the last may be shorter. */
  readonly stretches: readonly Tally[];
  readonly pairs: { readonly right: number; readonly wrong: number; readonly unsure: number };
  /** The criteria missed most often, the most often first. */
  readonly missed: readonly { readonly rule: string; readonly times: number }[];
}

/** The intervals of the same practice are the same on every machine. */
const SEED = 1;

/** A stretch of the chart over time: long enough to say something, and few enough to fit a line. */
const SHORTEST_STRETCH = 5;
const MOST_STRETCHES = 24;

const NONE: Tally = { same: 0, lower: 0, higher: 0, possible: 0, unsure: 0 };

/** Works out the figures. Levels, rules and dimensions that the rule set no longer has are left out of them. */
export function practiceStats(ruleSet: RuleSet, entries: readonly ProgressEntry[]): PracticeStats {
  const placements = entries.flatMap((entry) => (entry.kind === 'placement' ? [entry] : []));
  const verdicts = placements.map((entry) => verdictOf(ruleSet, entry));
  const known = verdicts.flatMap((verdict) => (verdict === undefined ? [] : [verdict]));
  const decided = known.filter((verdict) => verdict !== 'unsure' && verdict !== 'possible');
  const length = Math.max(SHORTEST_STRETCH, Math.ceil(decided.length / MOST_STRETCHES));
  return {
    all: tally(known),
    agreement: raterAgreement(
      confusionMatrix(
        ruleSet.levels.length,
        placements.flatMap((entry) => settledPair(ruleSet, entry)),
      ),
      SEED,
    ),
    dimensions: dimensionTallies(ruleSet, placements, verdicts),
    stretches: Array.from({ length: Math.ceil(decided.length / length) }, (_, index) =>
      tally(decided.slice(index * length, (index + 1) * length)),
    ),
    pairs: pairTally(entries),
    missed: missedCriteria(ruleSet, entries),
  };
}

/** All cases of a tally. */
export function casesIn({ same, lower, higher, possible, unsure }: Tally): number {
  return same + lower + higher + possible + unsure;
}

type Verdict = keyof Tally;

function tally(verdicts: readonly Verdict[]): Tally {
  const counts = { ...NONE };
  for (const verdict of verdicts) counts[verdict]++;
  return counts;
}

/** Undefined where a level is none of the rule set's. */
function verdictOf(ruleSet: RuleSet, { placed, possible }: PlacementEntry): Verdict | undefined {
  const indexes = possible.map((id) => indexOf(ruleSet, id));
  if (indexes.length === 0 || indexes.includes(-1)) return undefined;
  if (placed === null) return 'unsure';
  const level = indexOf(ruleSet, placed);
  if (level === -1) return undefined;
  if (indexes.includes(level)) return indexes.length === 1 ? 'same' : 'possible';
  return level > Math.max(...indexes) ? 'higher' : 'lower';
}

function settledPair(ruleSet: RuleSet, { placed, possible }: PlacementEntry): [number, number][] {
  const [given, ...others] = possible.map((id) => indexOf(ruleSet, id));
  const chosen = placed === null ? -1 : indexOf(ruleSet, placed);
  if (given === undefined || given === -1 || others.length > 0 || chosen === -1) return [];
  return [[given, chosen]];
}

function indexOf({ levels }: RuleSet, id: string): number {
  return levels.findIndex((level) => level.id === id);
}

function dimensionTallies(
  { rules, dimensions }: RuleSet,
  placements: readonly PlacementEntry[],
  verdicts: readonly (Verdict | undefined)[],
): DimensionTally[] {
  const of = (belongs: (decidedBy: readonly string[]) => boolean) =>
    tally(
      verdicts
        .filter((verdict, index) => verdict !== undefined && belongs(placements[index]?.decided_by ?? []))
        .flatMap((verdict) => verdict ?? []),
    );
  const all: DimensionTally[] = [
    ...dimensions.map((_, dimension) => ({
      dimension,
      ...of((decidedBy) => rules.some((rule) => rule.dimension === dimension && decidedBy.includes(rule.id))),
    })),
    of((decidedBy) => decidedBy.length === 0),
  ];
  return all.filter((counts) => casesIn(counts) > 0);
}

function pairTally(entries: readonly ProgressEntry[]): PracticeStats['pairs'] {
  const pairs = entries.flatMap((entry) => (entry.kind === 'pair' ? [entry] : []));
  const right = pairs.filter(({ picked, needs_more }) => picked === needs_more).length;
  const unsure = pairs.filter(({ picked }) => picked === null).length;
  return { right, unsure, wrong: pairs.length - right - unsure };
}

function missedCriteria({ rules }: RuleSet, entries: readonly ProgressEntry[]): PracticeStats['missed'] {
  return rules
    .map(({ id }) => ({ rule: id, times: entries.filter(({ missed }) => missed.includes(id)).length }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times);
}
