import type { Outcome } from '../core/outcome.ts';
import type { Counted, ScoringSummary } from '../core/scoring-summary.ts';
import type { RejectedRow } from './case-row.ts';

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
  add(outcome: Outcome, times = 1): void {
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

function tally<Key>(tallies: Tallies<Key>, key: Key, times: number): void {
  tallies.set(key, (tallies.get(key) ?? 0) + times);
}

function rangeKey(lowest: number, highest: number): string {
  return `${lowest}-${highest}`;
}

/** The most frequent first; what is equally frequent in the order in which it came. */
function counted<Key>(tallies: Tallies<Key>): Counted<Key>[] {
  return [...tallies].map(([of, cases]) => ({ of, cases })).sort((a, b) => b.cases - a.cases);
}
