import type { Outcome } from '../../core/outcome.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { evaluate } from '../../explain/evaluate.ts';
import type { CaseWriter } from '../case-writer.ts';
import { SummaryCounts } from '../summary.ts';
import { answersOfRow, idOfRow, keptOfRow } from './block-row.ts';
import type { CaseBlock } from './case-block.ts';
import { LineBytes } from './line-bytes.ts';
import type { RowForm } from './row-form.ts';
import { RowScorer } from './row-scorer.ts';

/** What the rows of a block lead to, as bytes of the output, and how many of them are open or alert. */
export interface ScoredBlock {
  readonly text: Uint8Array<ArrayBuffer>;
  readonly scored: number;
  readonly open: number;
  readonly alerted: number;
}

/** What a block does not say of its rows: where the file lies, and what comes before a line number that is an id. */
export interface BlockPlace {
  readonly path: string;
  readonly idPrefix: string;
}

/** The id of a row that has none of its own. */
export function lineIdOf({ idPrefix }: BlockPlace, line: number): string {
  return `${idPrefix}${line}`;
}

export interface BlockScoring {
  /** The program of the folder `kernel`; none where this machine cannot run it: then all rows are evaluated one by one. */
  readonly kernel: () => WebAssembly.Module | undefined;
  readonly compiled: CompiledRuleSet;
  /** Writes the rows that are evaluated one by one. */
  readonly writer: CaseWriter;
  /** How all other rows are written, so that nobody can tell which was which. */
  readonly form: RowForm;
  /** Rows to evaluate one by one before the tables are built: a small file is done before they would pay. */
  readonly patience: number;
}

const NOTHING = new Uint8Array(0);

/** Scores blocks of rows: most by what holds for them, the others, among them those with open questions, by `evaluate`. */
export class BlockScorer {
  readonly #scoring: BlockScoring;
  readonly #counts: SummaryCounts;
  readonly #lines = new LineBytes();
  #patience: number;
  #rows: RowScorer | undefined;

  constructor(scoring: BlockScoring) {
    this.#scoring = scoring;
    this.#patience = scoring.patience;
    this.#counts = new SummaryCounts(scoring.compiled.ruleSet.levels.length);
    this.#rowScorer();
  }

  /** Scores the rows of a block but for those that are marked with 1 in `leftOut`. */
  score(block: CaseBlock, leftOut: Uint8Array, place: BlockPlace): ScoredBlock {
    const rows = this.#rowScorer();
    let open = 0;
    let alerted = 0;
    rows?.take(block, leftOut, (line) => lineIdOf(place, line));
    for (let row = 0; row < block.count; row++) {
      row = rows?.write(row, this.#lines) ?? row;
      if (row === block.count) break;
      if (leftOut[row] === 1) continue;
      const outcome = this.#evaluateRow(block, row, place);
      if (!outcome.settled) open++;
      if (outcome.alerts.length > 0) alerted++;
    }
    this.#patience -= block.count;
    const alertedRows = rows?.takeAlerted() ?? 0;
    this.#counts.addAlerted(alertedRows);
    alerted += alertedRows;
    const scored = leftOut.reduce((left, out) => left - out, block.count);
    const text = this.#lines.take(rows?.takeRest() ?? NOTHING);
    return { text, scored, open, alerted };
  }

  /** What all rows together came to. Scores nothing more. */
  counts(): SummaryCounts {
    this.#rows?.count(this.#counts);
    return this.#counts;
  }

  #rowScorer(): RowScorer | undefined {
    const { kernel, compiled, form } = this.#scoring;
    if (this.#rows === undefined && this.#patience <= 0) {
      const module = kernel();
      if (module === undefined) this.#patience = Infinity;
      else this.#rows = new RowScorer(module, compiled, form);
    }
    return this.#rows;
  }

  /** Evaluates a row by itself and appends its line. */
  #evaluateRow(block: CaseBlock, row: number, place: BlockPlace): Outcome {
    const id = idOfRow(block, row) ?? lineIdOf(place, block.line[row] ?? 0);
    const kept = keptOfRow(block, row);
    const outcome = evaluate(this.#scoring.compiled, answersOfRow(block, row));
    this.#counts.add(outcome);
    this.#lines.appendText(this.#scoring.writer.cases([{ kind: 'scored', id, outcome, kept }]));
    return outcome;
  }
}
