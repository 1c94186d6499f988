import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { evaluate } from '../../explain/evaluate.ts';
import type { CaseWriter } from '../case-writer.ts';
import { SummaryCounts } from '../summary.ts';
import { answersOfRow, idOfRow, keptOfRow } from './block-row.ts';
import { ByteText } from './byte-text.ts';
import type { CaseBlock } from './case-block.ts';
import { Pieces } from './pieces.ts';
import { isPlainCell } from './plain-text.ts';
import type { RowForm } from './row-form.ts';
import { CANNOT_TELL, RowScorer } from './row-scorer.ts';

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
  readonly compiled: CompiledRuleSet;
  /** Writes the rows that are evaluated one by one. */
  readonly writer: CaseWriter;
  /** How all other rows are written, so that nobody can tell which was which. */
  readonly form: RowForm;
  /** Rows to evaluate one by one before the tables are built: a small file is done before they would pay. */
  readonly patience: number;
}

/** Scores blocks of rows: most by what holds for them, the others, among them those with open questions, by `evaluate`. */
export class BlockScorer {
  readonly #scoring: BlockScoring;
  readonly #counts: SummaryCounts;
  readonly #encoder = new TextEncoder();
  readonly #pieces = new Pieces();
  readonly #beforeKept: readonly number[];
  readonly #close: number;
  readonly #text = new ByteText();
  #patience: number;
  #rows: RowScorer | undefined;

  constructor(scoring: BlockScoring) {
    this.#scoring = scoring;
    this.#patience = scoring.patience;
    this.#counts = new SummaryCounts(scoring.compiled.ruleSet.levels.length);
    this.#beforeKept = scoring.form.beforeKept.map((text) => this.#pieces.add(text));
    this.#close = this.#pieces.add(scoring.form.close);
  }

  /** Scores the rows of a block but for those that are marked with 1 in `leftOut`. */
  score(block: CaseBlock, leftOut: Uint8Array, place: BlockPlace): ScoredBlock {
    const rows = this.#rowScorer();
    let scored = 0;
    let open = 0;
    let alerted = 0;
    for (let row = 0; row < block.count; row++) {
      if (leftOut[row] === 1) continue;
      scored++;
      const alerts = rows === undefined ? CANNOT_TELL : this.#writeRow(rows, block, row, place);
      if (alerts !== CANNOT_TELL) {
        if (alerts > 0) alerted++;
        continue;
      }
      const outcome = this.#evaluateRow(block, row, place);
      if (!outcome.settled) open++;
      if (outcome.alerts.length > 0) alerted++;
    }
    this.#patience -= block.count;
    return { text: this.#text.take(), scored, open, alerted };
  }

  /** What all rows together came to. Scores nothing more. */
  counts(): SummaryCounts {
    this.#rows?.endCount();
    return this.#counts;
  }

  #rowScorer(): RowScorer | undefined {
    if (this.#rows === undefined && this.#patience <= 0) {
      this.#rows = new RowScorer(this.#scoring.compiled, this.#scoring.form, this.#counts);
    }
    return this.#rows;
  }

  #writeRow(rows: RowScorer, block: CaseBlock, row: number, place: BlockPlace): number {
    const { codes, bytes, idStart, idEnd, line, count } = block;
    const at = row * (codes.length / count);
    const start = idStart[row] ?? -1;
    const end = idEnd[row] ?? start;
    if (start >= 0) {
      if (!isPlainCell(bytes, start, end) || !this.#isKeptPlain(block, row)) return CANNOT_TELL;
      return this.#completed(rows.append(codes, at, bytes, start, end, this.#text), block, row);
    }
    const id = this.#encoder.encode(lineIdOf(place, line[row] ?? 0));
    if (!isPlainCell(id, 0, id.length) || !this.#isKeptPlain(block, row)) return CANNOT_TELL;
    return this.#completed(rows.append(codes, at, id, 0, id.length, this.#text), block, row);
  }

  #isKeptPlain({ bytes, keptStart, keptEnd }: CaseBlock, row: number): boolean {
    const kept = this.#beforeKept.length;
    for (let place = row * kept; place < (row + 1) * kept; place++) {
      if (!isPlainCell(bytes, keptStart[place] ?? 0, keptEnd[place] ?? 0)) return false;
    }
    return true;
  }

  /** Completes a line that has so many alerts, if it could be begun. */
  #completed(alerts: number, { bytes, keptStart, keptEnd }: CaseBlock, row: number): number {
    if (alerts === CANNOT_TELL) return CANNOT_TELL;
    const kept = this.#beforeKept.length;
    for (let index = 0; index < kept; index++) {
      const place = row * kept + index;
      this.#text.append(this.#pieces, this.#beforeKept[index] ?? 0);
      this.#text.appendRange(bytes, keptStart[place] ?? 0, keptEnd[place] ?? 0);
    }
    this.#text.append(this.#pieces, this.#close);
    return alerts;
  }

  #evaluateRow(block: CaseBlock, row: number, place: BlockPlace) {
    const id = idOfRow(block, row) ?? lineIdOf(place, block.line[row] ?? 0);
    const kept = keptOfRow(block, row);
    const outcome = evaluate(this.#scoring.compiled, answersOfRow(block, row));
    this.#counts.add(outcome);
    const line = this.#scoring.writer.cases([{ kind: 'scored', id, outcome, kept }]);
    const bytes = this.#encoder.encode(line);
    this.#text.appendRange(bytes, 0, bytes.length);
    return outcome;
  }
}
