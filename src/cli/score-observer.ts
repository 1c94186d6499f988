import type { Reading } from '../batch/reading.ts';
import type { AnsweredCase, ScoredRow } from '../batch/score.ts';
import { SummaryCounts } from '../batch/summary.ts';
import { DIFFERENCES_HEADER, differencesCsv } from '../batch/write-differences.ts';
import type { PlacementDifference } from '../core/placement-difference.ts';
import type { SummaryPage } from '../render/summary-page.ts';
import type { ScoreOptions } from './command-options.ts';
import { localDay } from './local-day.ts';
import type { OpenedRuleSet } from './open-rule-set.ts';
import { type Comparison, openComparisons } from './score-comparisons.ts';
import { TextSink } from './text-sink.ts';
import type { World } from './world.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** From this many cases on a terminal shows the summary unasked: fewer can be read one by one. */
const MANY = 20;

/** How many cases that are placed otherwise are named on the screen and in the report. */
const MOST_LISTED = 20;

/** Looks on while cases are scored, and says afterwards what there was to see. */
export interface ScoreObserver {
  /** Takes rows in their order; those that are no cases too. */
  readonly add: (rows: readonly ScoredRow[]) => Promise<void>;
  /** Only single rows will do, because cases are compared. */
  readonly needsRows: boolean;
  /** Takes what all rows came to, where no single ones are needed. */
  readonly addCounts: (counts: SummaryCounts) => void;
  /** Writes its files, and prints what was asked for. */
  readonly finish: () => Promise<void>;
  /** Leaves a file that was begun where the input breaks off, and says so. */
  readonly leave: () => Promise<string>;
}

/** Looks on for what the options ask for. */
export async function createObserver(
  options: ScoreOptions,
  { compiled, identity }: OpenedRuleSet,
  reading: Reading,
  world: World,
): Promise<ScoreObserver> {
  const place = printedWhere(options, world);
  const { report, summary } = options;
  const { ruleSet } = compiled;
  const counts = new SummaryCounts(ruleSet.levels.length);
  const comparisons = await openComparisons(options, ruleSet, reading, world);
  const watched = comparisons.map((comparison) => new WatchedComparison(comparison));
  const file = options.differences === undefined ? undefined : new TextSink(world, options.differences);
  let hasHeader = false;
  const writeHeader = async () => {
    if (!hasHeader) await file?.write(DIFFERENCES_HEADER);
    hasHeader = true;
  };

  const pageOf = async () => {
    const files = options.files.map((path) => (path === '-' ? 'standard input' : path));
    const day = localDay(world.now());
    let page: SummaryPage = { ruleSet, identity, files, day, summary: counts.result() };
    for (const one of watched) page = { ...page, ...(await one.part()) };
    return page;
  };

  return {
    needsRows: watched.length > 0,
    addCounts: (more) => counts.addCounts(more.counts()),
    add: async (rows) => {
      if (rows.some(({ kind }) => kind !== 'unusable')) await writeHeader();
      const cases = rows.filter((row) => row.kind === 'scored');
      for (const { outcome } of cases) counts.add(outcome);
      for (const row of rows) if (row.kind === 'rejected') counts.reject(row);
      for (const one of watched) {
        const differences = one.add(cases);
        if (differences.length > 0) await file?.write(differencesCsv(ruleSet, one.against, differences));
      }
    },
    finish: async () => {
      await writeHeader();
      await file?.finish();
      const page = await pageOf();
      const isWhole = summary ?? (place.isTTY && page.summary.scored >= MANY);
      if (isWhole || watched.length > 0) await place.print(page, isWhole);
      if (report !== undefined) await writeReport(report, page, world);
    },
    leave: async () => (await file?.leave()) ?? '',
  };
}

/** A comparison with the first cases that are placed otherwise. */
class WatchedComparison {
  readonly #comparison: Comparison;
  readonly #first: PlacementDifference[] = [];
  #count = 0;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  get against(): string {
    return this.#comparison.against;
  }

  /** Those of the cases that are placed otherwise. */
  add(cases: readonly AnsweredCase[]): PlacementDifference[] {
    const differences = cases.flatMap((one) => this.#comparison.add(one) ?? []);
    this.#count += differences.length;
    this.#first.push(...differences.slice(0, MOST_LISTED - this.#first.length));
    return differences;
  }

  part(): ReturnType<Comparison['part']> {
    return this.#comparison.part({ count: this.#count, first: this.#first });
  }
}

/** Standard output where the outcomes go to a file, else standard error. */
function printedWhere({ out }: ScoreOptions, world: World) {
  const { stdout, stderr, stdoutIsTTY, stderrIsTTY, columns, env } = world;
  const [stream, isTTY] = out === undefined ? [stderr, stderrIsTTY] : [stdout, stdoutIsTTY];
  const print = async (page: SummaryPage, isWhole: boolean) => {
    const { renderAgreement, renderSummary } = await import('../render/summary-text.ts');
    const { createTheme, wantsColor } = await import('../render/theme.ts');
    const look = { width: columns, theme: createTheme({ color: wantsColor(env, isTTY) }) };
    const text = isWhole ? renderSummary(page, look) : renderAgreement(page, look);
    await new TextSink(world, stream).write(`\n${text}`);
  };
  return { isTTY, print };
}

async function writeReport(path: string, page: SummaryPage, world: World): Promise<void> {
  const { renderSummaryHtml } = await import('../render/summary-html.ts');
  await writeWholeFile(world, path, renderSummaryHtml(page));
}
