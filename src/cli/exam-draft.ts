import { jsonIn } from '../core/json-in.ts';
import { anyText, countOf, either, exactly, listOf, objectOf } from '../record/json-check.ts';
import type { RuleSetIdentity } from '../render/identity.ts';
import { unlessMissing } from './draft-folder.ts';
import { eraseDraft } from './draft-keeper.ts';
import type { PracticeOptions } from './practice-options.ts';
import { stateFolder } from './state-folder.ts';
import { succeeds } from './succeeds.ts';
import type { World } from './world.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** An exam that is not over: with which options it was begun, and what was answered so far. */
export interface ExamDraft {
  readonly carestep_exam_draft: typeof DRAFT_VERSION;
  readonly rule_set: RuleSetIdentity;
  readonly count: number;
  readonly seed: number;
  readonly source: NonNullable<PracticeOptions['source']> | null;
  readonly level: string | null;
  readonly dimension: string | null;
  readonly rater: string | null;
  /** The ids of all its vignettes, in order. */
  readonly vignettes: readonly string[];
  /** Level ids, null for unsure, in the same order as far as they were answered. */
  readonly placed: readonly (string | null)[];
}

const DRAFT_VERSION = 1;

/** The file of the draft; undefined where the machine has no place for it. */
export function examDraftPath(world: World): string | undefined {
  const folder = stateFolder('practice', world);
  return folder === undefined ? undefined : `${folder}/exam.json`;
}

/** The exam that is not over; undefined where there is none, or none that can be read. */
export async function readExamDraft(world: World): Promise<ExamDraft | undefined> {
  const path = examDraftPath(world);
  if (path === undefined) return undefined;
  const text = await unlessMissing(() => world.readFile(path));
  const value = text === undefined ? undefined : jsonIn(text);
  return isDraft(value, '', () => {}) ? value : undefined;
}

/** Keeps an exam, whatever may interrupt it; says whether the disk let it. */
export async function keepExamDraft(
  draft: Omit<ExamDraft, 'carestep_exam_draft'>,
  world: World,
): Promise<boolean> {
  const folder = stateFolder('practice', world);
  const path = examDraftPath(world);
  if (folder === undefined || path === undefined) return false;
  const kept: ExamDraft = { carestep_exam_draft: DRAFT_VERSION, ...draft };
  return succeeds(async () => {
    await world.makeDir(folder);
    await writeWholeFile(world, path, `${JSON.stringify(kept, null, 2)}\n`, 0o600);
  });
}

export async function eraseExamDraft(world: World): Promise<void> {
  const path = examDraftPath(world);
  if (path !== undefined) await eraseDraft(path, world);
}

const textOrNull = either(anyText, exactly(null), 'a text or null');

const isDraft = objectOf<ExamDraft>({
  carestep_exam_draft: exactly(DRAFT_VERSION),
  rule_set: objectOf<RuleSetIdentity>({ id: anyText, version: anyText, fingerprint: anyText }),
  count: countOf('a number of cases'),
  seed: countOf('a seed'),
  source: either(
    exactly(null),
    either(exactly('published'), either(exactly('written'), exactly('generated'), ''), ''),
    'a source or null',
  ),
  level: textOrNull,
  dimension: textOrNull,
  rater: textOrNull,
  vignettes: listOf(anyText),
  placed: listOf(textOrNull),
});
