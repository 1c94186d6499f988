import { printable } from '../render/printable.ts';
import { type Draft, parseDraft } from './draft.ts';
import { draftPaths, unlessMissing } from './draft-folder.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** A draft on the disk; `draft` is absent where the file cannot be read as one. */
export interface FoundDraft {
  readonly path: string;
  /** The name of the file without its ending. */
  readonly id: string;
  readonly draft?: Draft;
}

/** All drafts, the one changed last first. */
export async function findDrafts(world: World): Promise<readonly FoundDraft[]> {
  const found = await Promise.all(
    (await draftPaths(world)).map(async (path): Promise<FoundDraft> => {
      const id = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      const draft = parseDraft((await unlessMissing(() => world.readFile(path))) ?? '');
      return draft === undefined ? { path, id } : { path, id, draft };
    }),
  );
  return found.sort((a, b) => ((a.draft?.changed ?? '') < (b.draft?.changed ?? '') ? 1 : -1));
}

/**
 * The draft with this id; without one, the only draft there is. Which of several is meant must be said, since they are
 * about different people.
 *
 * @throws UsageError where there is none, or none that can be read.
 */
export async function draftToResume(id: string | undefined, world: World): Promise<Draft> {
  const drafts = await findDrafts(world);
  const [first, ...others] = id === undefined ? drafts : drafts.filter((each) => each.id === id);
  if (first === undefined) {
    throw new UsageError(
      id === undefined ? 'there is no draft to resume' : `there is no draft \`${printable(id)}\``,
      id === undefined
        ? 'run `carestep screen` to begin an interview'
        : 'run `carestep draft list` to see the drafts',
    );
  }
  if (others.length > 0) {
    throw new UsageError(
      `there are ${drafts.length} drafts, and each may be about another person`,
      `run \`carestep draft list\`, then name the one you mean, as in \`carestep screen --resume ${first.id}\``,
    );
  }
  if (first.draft === undefined) throw unreadableDraft(first.id);
  return first.draft;
}

export function unreadableDraft(id: string): UsageError {
  return new UsageError(
    `the draft \`${printable(id)}\` cannot be read`,
    `it may come from another version of carestep; \`carestep draft erase ${printable(id)}\` erases it`,
  );
}
