import type { CaseWriter, Writing } from '../batch/case-writer.ts';
import type { InputFormat } from '../batch/input-format.ts';
import type { CaseSource } from '../batch/opened-file.ts';
import type { Reading } from '../batch/reading.ts';
import type { WrittenCases } from '../batch/resume/written-cases.ts';
import type { Tally } from '../batch/score.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { ScoreOptions } from './command-options.ts';
import type { ScoreObserver } from './score-observer.ts';
import type { World } from './world.ts';

/** What a scoring run reads, scores and writes with. */
export interface ScoreRun {
  readonly compiled: CompiledRuleSet;
  readonly sources: readonly CaseSource[];
  /** Their bytes, as they are stored; undefined where the end of one is not known. */
  readonly size: number | undefined;
  readonly reading: Reading;
  readonly inputFormat: InputFormat | undefined;
  readonly writing: Writing;
  readonly writer: CaseWriter;
  readonly format: NonNullable<ScoreOptions['format']>;
  readonly tally: Tally;
  readonly observer: ScoreObserver | undefined;
  /** How many threads score large files. */
  readonly jobs: number;
  readonly startWorker: World['startWorker'];
  /** The cases that need not be written, where an output is gone on with. */
  readonly written: WrittenCases | undefined;
}
