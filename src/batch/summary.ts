import type { Outcome, Reason } from '../core/outcome.ts';
import type { Counted, ScoringSummary } from '../core/scoring-summary.ts';
import type { RejectedRow } from './case-row.ts';

/** The part of an outcome that is counted. */
export interface CountedOutcome
  extends Pick<Outcome, 'lowest' | 'highest' | 'alerts' | 'advice' | 'rechecks' | 'open'> {
  readonly reasons: readonly Pick<Reason, 'rules'>[];
}

/** Counts what a scoring run finds, in memory that depends on the rule set and not on the number of cases. */
export class SummaryCounts {
  #scored = 0;
  #rejected = 0;
  #alerted = 0;
  readonly #levelCount: number;
  /** By lowest level, then highest; the cell with both equal counts settled cases. */
  readonly #ranges: Tallies<string> = new Map();
  readonly #drivers: readonly Tallies<string>[];
  readonly #unknowns: Tallies<number> = new Map();
  readonly #alerts: Tallies<string> = new Map();
  readonly #advice: Tallies<string> = new Map();
  readonly #rechecks: Tallies<string> = new Map();
  readonly #rejects: Tallies<string> = new Map();

  constructor(levelCount: number) {
    this.#levelCount = levelCount;
    this.#drivers = Array.from({ length: levelCount }, () => new Map());
  }

  /** Counts an outcome that came `times` times. */
  add(outcome: CountedOutcome, times = 1): void {
    this.#scored += times;
    if (outcome.alerts.length > 0) this.#alerted += times;
    tally(this.#ranges, rangeKey(outcome.lowest, outcome.highest), times);
    const drivers = this.#drivers[outcome.lowest];
    for (const { rules } of outcome.reasons)
      if (drivers !== undefined) tally(drivers, rules.join('|'), times);
    for (const question of outcome.open) tally(this.#unknowns, question, times);
    for (const id of outcome.alerts) tally(this.#alerts, id, times);
    for (const id of outcome.advice) tally(this.#advice, id, times);
    for (const id of outcome.rechecks) tally(this.#rechecks, id, times);
  }

  /** Counts cases that are settled at a level. */
  addSettled(level: number, cases: number): void {
    this.#scored += cases;
    tally(this.#ranges, rangeKey(level, level), cases);
  }

  /** Counts cases, counted already, that have alerts. */
  addAlerted(cases: number): void {
    this.#alerted += cases;
  }

  /** Counts how often a rule was a reason for a level, alone or with others. */
  addReason(level: number, rule: string, times: number): void {
    const drivers = this.#drivers[level];
    if (drivers !== undefined) tally(drivers, rule, times);
  }

  /** Counts how often a rule of a kind held. */
  addHeld(kind: 'alerts' | 'advice' | 'rechecks', id: string, times: number): void {
    tally({ alerts: this.#alerts, advice: this.#advice, rechecks: this.#rechecks }[kind], id, times);
  }

  /** Everything counted so far, as plain values that can be handed from one thread to another. */
  counts(): PlainCounts {
    return {
      scored: this.#scored,
      rejected: this.#rejected,
      alerted: this.#alerted,
      ranges: this.#ranges,
      drivers: this.#drivers,
      unknowns: this.#unknowns,
      alerts: this.#alerts,
      advice: this.#advice,
      rechecks: this.#rechecks,
      rejects: this.#rejects,
    };
  }

  /** Adds what was counted elsewhere. */
  addCounts(counts: PlainCounts): void {
    this.#scored += counts.scored;
    this.#rejected += counts.rejected;
    this.#alerted += counts.alerted;
    addTallies(this.#ranges, counts.ranges);
    for (const [level, drivers] of this.#drivers.entries()) {
      addTallies(drivers, counts.drivers[level] ?? new Map());
    }
    addTallies(this.#unknowns, counts.unknowns);
    addTallies(this.#alerts, counts.alerts);
    addTallies(this.#advice, counts.advice);
    addTallies(this.#rechecks, counts.rechecks);
    addTallies(this.#rejects, counts.rejects);
  }

  reject({ problems }: RejectedRow): void {
    this.#rejected++;
    for (const code of new Set(problems.map((problem) => problem.code))) tally(this.#rejects, code, 1);
  }

  result(): ScoringSummary {
    const levels = Array.from({ length: this.#levelCount }, (_, level) => level);
    const cases = (lowest: number, highest: number) => this.#ranges.get(rangeKey(lowest, highest)) ?? 0;
    const ranges = levels.flatMap((lowest) =>
      levels
        .slice(lowest + 1)
        .map((highest) => ({ lowest, highest, cases: cases(lowest, highest) }))
        .filter((range) => range.cases > 0),
    );
    return {
      scored: this.#scored,
      rejected: this.#rejected,
      alerted: this.#alerted,
      settled: levels.map((level) => cases(level, level)),
      open: ranges,
      drivers: this.#drivers.map((drivers) =>
        counted(drivers).map(({ of, cases: times }) => ({ of: of.split('|'), cases: times })),
      ),
      unknowns: counted(this.#unknowns),
      alerts: counted(this.#alerts),
      advice: counted(this.#advice),
      rechecks: counted(this.#rechecks),
      rejects: counted(this.#rejects),
    };
  }
}

type Tallies<Key> = Map<Key, number>;

/** What a `SummaryCounts` has counted. */
export interface PlainCounts {
  readonly scored: number;
  readonly rejected: number;
  readonly alerted: number;
  readonly ranges: ReadonlyMap<string, number>;
  readonly drivers: readonly ReadonlyMap<string, number>[];
  readonly unknowns: ReadonlyMap<number, number>;
  readonly alerts: ReadonlyMap<string, number>;
  readonly advice: ReadonlyMap<string, number>;
  readonly rechecks: ReadonlyMap<string, number>;
  readonly rejects: ReadonlyMap<string, number>;
}

function addTallies<Key>(tallies: Tallies<Key>, more: ReadonlyMap<Key, number>): void {
  for (const [key, times] of more) tally(tallies, key, times);
}

function tally<Key>(tallies: Tallies<Key>, key: Key, times: number): void {
  tallies.set(key, (tallies.get(key) ?? 0) + times);
}

function rangeKey(lowest: number, highest: number): string {
  return `${lowest}-${highest}`;
}

/** The most frequent first; what is equally frequent by its name, whatever the order in which it came. */
function counted<Key extends string | number>(tallies: Tallies<Key>): Counted<Key>[] {
  return [...tallies]
    .map(([of, cases]) => ({ of, cases }))
    .sort((a, b) => b.cases - a.cases || Number(a.of > b.of) - Number(a.of < b.of));
}
