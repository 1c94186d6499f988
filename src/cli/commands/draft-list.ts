import { identityText } from '../../render/identity.ts';
import { printable } from '../../render/printable.ts';
import { aligned } from '../../render/text-lines.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type FoundDraft, findDrafts } from '../find-draft.ts';
import { localDay } from '../local-day.ts';
import type { World } from '../world.ts';

/** Lists the interviews that are not over, the one changed last first. */
export async function run(world: World): Promise<ExitCode> {
  const drafts = await findDrafts(world);
  if (drafts.length === 0) world.stdout.write('There is no draft.\n');
  const ids = aligned(drafts.map(({ id }) => id));
  for (const [row, found] of drafts.entries()) world.stdout.write(`${ids[row]}  ${about(found)}\n`);
  return EXIT.done;
}

function about({ draft }: FoundDraft): string {
  if (draft === undefined) return 'cannot be read';
  const changed = new Date(draft.changed);
  const time = [changed.getHours(), changed.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const count = Object.keys(draft.interview.answers).length;
  const answers = count === 1 ? '1 answer' : `${count} answers`;
  return `${localDay(changed)} ${time}  ${answers}  ${printable(identityText(draft.rule_set))}`;
}
