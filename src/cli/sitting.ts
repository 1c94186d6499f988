import { isAbsolute, resolve } from 'node:path';
import type { ScreeningRecord } from '../core/record.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { changedRulesScreen } from '../interview/changed-rules-screen.ts';
import type { InterviewState } from '../interview/interview.ts';
import { beginInterview } from '../interview/next-state.ts';
import { resumeInterview } from '../interview/saved-interview.ts';
import { drawCaseId } from '../record/case-id.ts';
import { identityText, type RuleSetIdentity } from '../render/identity.ts';
import type { ScreenOptions } from './command-options.ts';
import type { Draft, DraftOptions } from './draft.ts';
import { type DraftKeeper, draftKeeper, KEEPS_NOTHING } from './draft-keeper.ts';
import { draftToResume, findDrafts, unreadableDraft } from './find-draft.ts';
import type { InterviewTerminal } from './interview-terminal.ts';
import { openRuleSet } from './open-rule-set.ts';
import { prepareRecordFolder, type RecordPlace } from './record-folder.ts';
import { startingPoint } from './starting-point.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** One sitting of an interview: everything that is settled before its first question. */
export interface Sitting {
  readonly options: ScreenOptions;
  readonly compiled: CompiledRuleSet;
  readonly identity: RuleSetIdentity;
  readonly start: InterviewState;
  readonly keeper: DraftKeeper;
  /** The id of its draft. */
  readonly draftId: string;
  /** Earlier than now by the time that earlier sittings took. */
  readonly began: Date;
  /** The record that it starts from. */
  readonly record?: ScreeningRecord;
  readonly saving?: RecordPlace;
  /** What the person should know before the first question. */
  readonly remarks: readonly string[];
}

/**
 * Begins an interview, or goes on with a draft. Answers of a draft never pass to other rules: if the rules have
 * changed, the person is asked whether to start over.
 *
 * @throws UsageError where the options do not go together or name nothing that can be used.
 */
export async function beginSitting(
  given: ScreenOptions,
  terminal: InterviewTerminal,
  world: World,
): Promise<Sitting | 'cancelled'> {
  const draft = await draftOf(given, world);
  const options = draft === undefined ? given : withOptionsOf(draft, given);
  const { compiled, identity } = await openRuleSet(options.rules, world);
  const resumed = draft && (await resumedState(draft, compiled, identity, terminal));
  if (resumed === 'cancelled') return resumed;
  const { answers, record, earlier, remark } = await startingPoint(options, compiled.ruleSet, world);
  const saving = await recordPlace(options, record, world);
  const draftId = draft?.id ?? drawCaseId(world.sha256(world.randomId()));
  const began = beganAt(resumed === 'start_over' ? undefined : draft, world);
  const kept = {
    header: { id: draftId, rule_set: identity, options: keptOptions(options, saving, world) },
    ruleSet: compiled.ruleSet,
    began,
    isResumed: draft !== undefined,
  };
  const beginning = { answers, full: options.full === true, ...(earlier && { earlier }) };
  const isNew = resumed === undefined || resumed === 'start_over';
  return {
    options,
    compiled,
    identity,
    start: isNew ? beginInterview(compiled, beginning) : resumed,
    keeper: options.draft === false ? KEEPS_NOTHING : await draftKeeper(kept, world),
    draftId,
    began,
    ...(record && { record }),
    ...(saving && { saving }),
    remarks: [
      ...(remark === undefined ? [] : [remark]),
      ...(draft === undefined ? await remarkOnDrafts(world) : []),
    ],
  };
}

/** Where the draft stood; or what the person wants to do if the rules have changed since. */
async function resumedState(
  draft: Draft,
  compiled: CompiledRuleSet,
  identity: RuleSetIdentity,
  terminal: InterviewTerminal,
): Promise<InterviewState | 'start_over' | 'cancelled'> {
  if (draft.rule_set.fingerprint !== identity.fingerprint) {
    const [before, now] = [identityText(draft.rule_set), identityText(identity)];
    return terminal.choose(() => changedRulesScreen(before, now, terminal.drawing()));
  }
  const state = resumeInterview(compiled, draft.interview);
  if (state === undefined) throw unreadableDraft(draft.id);
  return state;
}

async function recordPlace(
  { save, id }: ScreenOptions,
  from: ScreeningRecord | undefined,
  world: World,
): Promise<RecordPlace | undefined> {
  return save === undefined ? undefined : prepareRecordFolder(save, { from, given: id }, world);
}

function beganAt(draft: Draft | undefined, world: World): Date {
  return new Date(world.now().getTime() - (draft?.seconds ?? 0) * 1000);
}

/** A draft may be resumed from another folder. */
function keptOptions(
  { rules, save, from }: ScreenOptions,
  saving: RecordPlace | undefined,
  { cwd }: World,
): DraftOptions {
  const isPath = isAbsolute(rules) || /[\\/]/.test(rules) || rules.startsWith('.');
  return {
    rules: isPath ? resolve(cwd, rules) : rules,
    case: saving?.caseId ?? null,
    save: save === undefined ? null : resolve(cwd, save),
    from: from === undefined ? null : resolve(cwd, from),
  };
}

/** The draft that `--resume` means, if it is given. */
async function draftOf(options: ScreenOptions, world: World): Promise<Draft | undefined> {
  const { resume, answers, from, id, full, draft } = options;
  if (resume === undefined) return undefined;
  const others = { '--answers': answers, '--from': from, '--id': id, '--full': full };
  const other = Object.entries(others).find(([, value]) => value !== undefined)?.[0];
  if (other !== undefined || draft === false) {
    throw new UsageError(
      `\`${other ?? '--no-draft'}\` does not go together with \`--resume\``,
      'a draft goes on as it was begun: leave the other option out',
    );
  }
  return draftToResume(resume === true ? undefined : resume, world);
}

function withOptionsOf({ options }: Draft, given: ScreenOptions): ScreenOptions {
  const save = given.save ?? options.save;
  return {
    ...given,
    rules: options.rules,
    ...(save !== null && { save }),
    ...(options.from !== null && { from: options.from }),
    ...(options.case !== null && { id: options.case }),
  };
}

/** After a crash nobody was told that there is a draft. */
async function remarkOnDrafts(world: World): Promise<string[]> {
  const { length } = await findDrafts(world);
  if (length === 0) return [];
  return length === 1
    ? ['An earlier interview is not over: `carestep screen --resume` goes on with it.']
    : [`${length} earlier interviews are not over: \`carestep draft list\` shows them.`];
}
