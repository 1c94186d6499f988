import type { CaseRow, InputRow } from '../batch/case-row.ts';
import type { CaseSource } from '../batch/opened-file.ts';
import { readCases } from '../batch/read-cases.ts';
import { createReading } from '../batch/reading.ts';
import { unusableText } from '../batch/rejected-text.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { printable } from '../render/printable.ts';
import { suggestion } from '../rule-set/suggestion.ts';
import { InvalidFileError, UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/**
 * Reads one case of a case file, or of standard input where the path is `-`. A file with one case needs no id. Other
 * cases of the file may be wrong; the one asked for may not.
 *
 * @throws UsageError where the case cannot be singled out, InvalidFileError where it cannot be read.
 */
export async function readCase(
  path: string,
  id: string | undefined,
  ruleSet: RuleSet,
  world: World,
): Promise<CaseRow> {
  const source: CaseSource =
    path === '-'
      ? { path: 'standard input', open: () => bytesOf(world) }
      : { path, open: () => world.openRead(path) };
  const rows: InputRow[] = [];
  for await (const batch of readCases([source], createReading(ruleSet, ANY_ID))) rows.push(...batch);
  return id === undefined ? theOnly(rows, source.path) : theOneWithId(rows, id, source.path);
}

/** The case stays on this machine and in sight of the person who named it. */
const ANY_ID = { allowIdentifier: ['id'] };

async function* bytesOf(world: World): AsyncIterable<Uint8Array | string> {
  yield* world.stdin;
}

function theOnly(rows: readonly InputRow[], path: string): CaseRow {
  refuseUnusable(rows);
  const [row, second] = rows;
  if (row === undefined) throw new UsageError(`\`${printable(path)}\` holds no case`, 'write a case into it');
  if (second !== undefined) {
    const ids = rows.flatMap((candidate) => (candidate.kind === 'case' ? [candidate.id] : []));
    throw new UsageError(
      `\`${printable(path)}\` holds ${rows.length} cases`,
      `name one of them, as in \`--id ${printable(ids[0] ?? 'ID')}\``,
    );
  }
  if (row.kind !== 'case') throw unreadable([row]);
  return row;
}

function theOneWithId(rows: readonly InputRow[], id: string, path: string): CaseRow {
  const cases = rows.flatMap((row) => (row.kind === 'case' ? [row] : []));
  const [found, second] = cases.filter((row) => row.id === id);
  if (second !== undefined) {
    const help = `give each case its own id; the second one stands in line ${second.line}`;
    throw new UsageError(`two cases of \`${printable(path)}\` have the id \`${printable(id)}\``, help);
  }
  if (found !== undefined) return found;
  // The case may be among those that cannot be read: their problems are the better answer.
  if (rows.length > cases.length) throw unreadable(rows);
  const known = cases.map((row) => printable(row.id));
  throw new UsageError(
    `\`${printable(path)}\` holds no case \`${printable(id)}\``,
    suggestion(printable(id), known, 'cases'),
  );
}

function refuseUnusable(rows: readonly InputRow[]): void {
  const unusable = rows.filter((row) => row.kind === 'unusable');
  if (unusable.length > 0) throw unreadable(unusable);
}

function unreadable(rows: readonly InputRow[]): InvalidFileError {
  return new InvalidFileError(rows.map((row) => (row.kind === 'case' ? '' : unusableText(row))).join(''));
}
