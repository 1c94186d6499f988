import { IDENTIFIER_WORDS } from '../core/identifying-text.ts';
import type { ScreeningRecord } from '../core/record.ts';
import { caseIdProblem, drawCaseId } from '../record/case-id.ts';
import { recordJson } from '../record/make-record.ts';
import { nextRecordName } from '../record/record-name.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Records are for their owner's eyes. */
const OWNER_ONLY = 0o600;

/** Where the record of a screening goes, and under which id. */
export interface RecordPlace {
  readonly folder: string;
  readonly caseId: string;
}

/**
 * Makes the folder where it is missing, so that no interview is held in vain, and settles the id: that of the earlier
 * record, or the given one if it says nothing about the person, else a random one that no record in the folder has.
 *
 * @throws UsageError where the given id looks like an identifier. The id itself is not repeated.
 */
export async function prepareRecordFolder(
  folder: string,
  { from, given }: { readonly from: ScreeningRecord | undefined; readonly given: string | undefined },
  world: World,
): Promise<RecordPlace> {
  if (from === undefined && given !== undefined) refuseIdentifier(given);
  await world.makeDir(folder);
  const names = await world.readDir(folder);
  return { folder, caseId: from?.case ?? given ?? drawNewId(names, world) };
}

function drawNewId(names: readonly string[], world: World): string {
  for (let attempt = 0; ; attempt++) {
    const drawn = drawCaseId(world.sha256(`${world.randomId()} ${attempt}`));
    if (!names.some((name) => name.startsWith(drawn))) return drawn;
  }
}

/** Writes a record into the folder under the next free number and returns its path. */
export async function saveRecord(record: ScreeningRecord, folder: string, world: World): Promise<string> {
  const name = nextRecordName(record.case, await world.readDir(folder));
  const path = `${folder.replace(/[\\/]+$/, '')}/${name}`;
  await writeWholeFile(world, path, recordJson(record), OWNER_ONLY);
  return path;
}

function refuseIdentifier(id: string): void {
  const problem = caseIdProblem(id);
  if (problem === undefined) return;
  const help = 'leave `--id` out, and the record gets a random id such as k7f3-9xq2';
  if (problem === 'form') {
    const form = 'the id of a record is made of at most 40 letters, digits, hyphens, dots and underscores';
    throw new UsageError(form, help);
  }
  throw new UsageError(
    `the given id looks like ${IDENTIFIER_WORDS[problem]}, and a record must not identify anyone`,
    help,
  );
}
