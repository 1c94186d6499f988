import type { ScreeningRecord } from '../core/record.ts';
import { parseRecord } from '../record/parse-record.ts';
import { printable } from '../render/printable.ts';
import { InvalidFileError } from './usage-error.ts';
import type { World } from './world.ts';

/**
 * Reads one record.
 *
 * @throws InvalidFileError with everything that keeps the file from being one.
 */
export async function readRecord(path: string, world: World): Promise<ScreeningRecord> {
  const parsed = parseRecord(await world.readFile(path));
  if (parsed.kind === 'record') return parsed.record;
  const lines = parsed.problems.map(
    ({ at, message }) => `${printable(path)}: ${at === '' ? '' : `\`${printable(at)}\`: `}${message}`,
  );
  throw new InvalidFileError(lines.join('\n'));
}
