import { IdTable } from '../batch/id-table.ts';
import { readCases } from '../batch/read-cases.ts';
import { type ScoredRow, scoreRows } from '../batch/score.ts';
import { evaluate } from '../explain/evaluate.ts';
import { isBlockFormat } from './block-format.ts';
import type { WrittenPart } from './score-outputs.ts';
import type { ScoreRun } from './score-run.ts';

/** Bytes of so few cases (some 2,000 as CSV) that evaluating each takes less time than laying the rule set out for all. */
const FEW = 2 ** 19;

/**
 * Scores the cases: by blocks where they are many, the format is one that blocks can be written in and nobody asks for
 * single rows. What that needs is loaded only then.
 */
export async function* scoredParts(run: ScoreRun): AsyncGenerator<WrittenPart, void> {
  const { size, format, observer } = run;
  const isByBlocks = isBlockFormat(format) && observer?.needsRows !== true;
  if (!isByBlocks) {
    yield* byRows(run, (rows) => [rows]);
  } else if (size !== undefined && size <= FEW) {
    yield* byRows(run, upToRejected);
  } else {
    const { scoredBlocks } = await import('./scored-blocks.ts');
    yield* scoredBlocks(run, format);
  }
}

/** The rows cut behind each that is rejected: what is said of it stands where its outcome would. */
function* upToRejected(rows: readonly ScoredRow[]): Generator<readonly ScoredRow[], void> {
  let from = 0;
  for (const [index, { kind }] of rows.entries()) {
    if (kind !== 'rejected') continue;
    yield rows.slice(from, index + 1);
    from = index + 1;
  }
  if (from < rows.length) yield rows.slice(from);
}

async function* byRows(
  run: ScoreRun,
  cut: (rows: readonly ScoredRow[]) => Iterable<readonly ScoredRow[]>,
): AsyncGenerator<WrittenPart, void> {
  const { compiled, sources, reading, inputFormat, writer, tally, observer, written } = run;
  const batches = readCases(sources, reading, inputFormat);
  const answered = scoreRows(batches, (answers) => evaluate(compiled, answers), new IdTable(), tally);
  for await (const batch of answered) {
    for (const rows of cut(batch)) {
      const { scored, rejected, unusable } = sorted(rows);
      const left = written === undefined ? scored : await written.without(scored);
      yield { text: writer.cases(left), scored: left.length, rejected, unusable };
      await observer?.add(rows);
    }
  }
}

function sorted(rows: readonly ScoredRow[]) {
  return {
    scored: rows.filter((row) => row.kind === 'scored'),
    rejected: rows.filter((row) => row.kind === 'rejected'),
    unusable: rows.filter((row) => row.kind === 'unusable'),
  };
}
