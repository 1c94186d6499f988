import type { RuleSet } from '../core/rule-set.ts';
import type { InterviewState } from '../interview/interview.ts';
import { saveInterview } from '../interview/saved-interview.ts';
import { type DraftHeader, draftText } from './draft.ts';
import { draftFolder } from './draft-folder.ts';
import { succeeds } from './succeeds.ts';
import type { World } from './world.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Keeps an interview that is not over in a file, whatever may interrupt it. */
export interface DraftKeeper {
  /** Leaving now would lose nothing. */
  isKeeping(): boolean;
  /** There is a draft on the disk. */
  isKept(): boolean;
  keep(state: InterviewState): Promise<void>;
  /** Removes the draft and keeps none from then on. */
  erase(): Promise<void>;
}

/** For an interview of which nothing is to be stored. */
export const KEEPS_NOTHING: DraftKeeper = {
  isKeeping: () => false,
  isKept: () => false,
  keep: async () => {},
  erase: async () => {},
};

/** What a keeper needs to know of an interview. */
export interface KeptInterview {
  readonly header: DraftHeader;
  readonly ruleSet: RuleSet;
  readonly began: Date;
  /** The draft it was resumed from is there already. */
  readonly isResumed: boolean;
}

/**
 * Makes ready to keep drafts. Where the disk does not let it, now or later, the interview goes on without a draft:
 * `isKeeping` says so.
 */
export async function draftKeeper(kept: KeptInterview, world: World): Promise<DraftKeeper> {
  const folder = draftFolder(world);
  if (folder === undefined || !(await succeeds(() => world.makeDir(folder)))) return KEEPS_NOTHING;
  const { header, ruleSet, began } = kept;
  const path = `${folder}/${header.id}.json`;
  let isKept = kept.isResumed;
  let isKeeping = true;
  return {
    isKeeping: () => isKeeping,
    isKept: () => isKept,
    async keep(state) {
      if (!isKeeping || state.step.kind === 'end') return;
      const now = world.now();
      const text = draftText({
        ...header,
        changed: now.toISOString(),
        seconds: Math.max(0, Math.round((now.getTime() - began.getTime()) / 1000)),
        interview: saveInterview(ruleSet, state),
      });
      isKeeping = await succeeds(() => writeWholeFile(world, path, text, 0o600));
      isKept ||= isKeeping;
    },
    async erase() {
      isKeeping = false;
      isKept = false;
      await eraseDraft(path, world);
    },
  };
}

/** Removes a draft with what an interrupted writing may have left of it. */
export async function eraseDraft(path: string, world: World): Promise<void> {
  await world.remove(path);
  await world.remove(`${path}.partial`);
}
