import type { Answers } from '../core/answers.ts';
import type { Outcome } from '../core/outcome.ts';
import type { CaseRow, InputRow, RejectedRow, RowBatches, UnusableInput } from './case-row.ts';
import type { IdTable } from './id-table.ts';
import { quoted } from './quoted.ts';

/** A case and what its answers lead to. */
export interface ScoredCase {
  readonly kind: 'scored';
  readonly id: string;
  readonly outcome: Outcome;
  readonly kept: readonly string[];
}

/** A scored case with the answers that it was scored by. */
export interface AnsweredCase extends ScoredCase {
  readonly answers: Answers;
}

export type ScoredRow = AnsweredCase | RejectedRow | UnusableInput;

/** Rows scored before they are handed on: few, so that a slow reader is felt soon and little is held. */
const MOST_AT_ONCE = 200;

/** How many rows met which fate; `open` and `alerted` are part of `scored`. */
export interface Tally {
  scored: number;
  open: number;
  alerted: number;
  rejected: number;
}

/**
 * Scores rows as they come, in their order, and counts them in `tally`. A row whose id a scored row before it had
 * is rejected; `ids` may serve several files, and then ids are unique across them.
 */
export async function* scoreRows(
  batches: RowBatches,
  evaluate: (answers: Answers) => Outcome,
  ids: IdTable,
  tally: Tally,
): AsyncGenerator<readonly ScoredRow[], void> {
  for await (const rows of batches) {
    for (let from = 0; from < rows.length; from += MOST_AT_ONCE) {
      yield rows.slice(from, from + MOST_AT_ONCE).map((row) => scoreRow(row, evaluate, ids, tally));
    }
  }
}

/** Scores one row and counts it; see `scoreRows`. */
export function scoreRow(
  row: InputRow,
  evaluate: (answers: Answers) => Outcome,
  ids: IdTable,
  tally: Tally,
): ScoredRow {
  if (row.kind === 'unusable') return row;
  if (row.kind === 'case' && ids.add(row.id)) {
    const outcome = evaluate(row.answers);
    tally.scored++;
    if (!outcome.settled) tally.open++;
    if (outcome.alerts.length > 0) tally.alerted++;
    return { kind: 'scored', id: row.id, answers: row.answers, outcome, kept: row.kept };
  }
  tally.rejected++;
  return row.kind === 'rejected' ? row : duplicate(row);
}

/** The rejection of a row whose id an earlier one had. */
export function duplicate({ path, line, idColumn: column, id }: CaseRow): RejectedRow {
  const reason = `an earlier case has the id ${quoted(id)}`;
  const help = 'give each case its own id';
  return { kind: 'rejected', path, problems: [{ line, column, code: 'duplicate-id', reason, help }] };
}
