import { jsonIn } from '../core/json-in.ts';
import type { Scope } from '../interview/next-question.ts';
import type { SavedEarlierScreening, SavedInterview } from '../interview/saved-interview.ts';
import {
  anyText,
  type Check,
  countOf,
  either,
  exactly,
  listOf,
  mapOf,
  objectOf,
  textLike,
} from '../record/json-check.ts';
import type { RuleSetIdentity } from '../render/identity.ts';

/** An interview that is not over, as its JSON file holds it. It is read by the same carestep that wrote it. */
export interface Draft extends DraftHeader {
  readonly carestep_draft: typeof DRAFT_VERSION;
  /** When it was last written, as an ISO time. */
  readonly changed: string;
  /** How long the interview has taken so far. */
  readonly seconds: number;
  readonly interview: SavedInterview;
}

/** What stays the same from one answer to the next. */
export interface DraftHeader {
  /** Random; also the name of the file. */
  readonly id: string;
  readonly rule_set: RuleSetIdentity;
  readonly options: DraftOptions;
}

/** The options that an interview takes along when it is resumed; paths are absolute. */
export interface DraftOptions {
  readonly rules: string;
  readonly case: string | null;
  readonly save: string | null;
  readonly from: string | null;
}

const DRAFT_VERSION = 1;

export function draftText(draft: Omit<Draft, 'carestep_draft'>): string {
  return `${JSON.stringify({ carestep_draft: DRAFT_VERSION, ...draft } satisfies Draft, null, 2)}\n`;
}

/** The draft that a text holds; `undefined` where it is none, or one of another version. */
export function parseDraft(text: string): Draft | undefined {
  const value = jsonIn(text);
  return isDraft(value, '', () => {}) ? value : undefined;
}

const orNull = <T>(check: Check<T>): Check<T | null> => either(check, exactly(null), '');

const flag: Check<boolean> = (value, _at, _report): value is boolean => typeof value === 'boolean';

const isScope: Check<Scope> = either(
  exactly('deciding'),
  either(exactly('advisory'), exactly('all'), ''),
  'a scope',
);

const isDraft = objectOf<Draft>({
  carestep_draft: exactly(DRAFT_VERSION),
  id: anyText,
  changed: textLike(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/, 'a time'),
  seconds: countOf('a number of seconds'),
  rule_set: objectOf<RuleSetIdentity>({ id: anyText, version: anyText, fingerprint: anyText }),
  options: objectOf<DraftOptions>({
    rules: anyText,
    case: orNull(anyText),
    save: orNull(anyText),
    from: orNull(anyText),
  }),
  interview: objectOf<SavedInterview>({
    answers: mapOf(anyText),
    unknown: listOf(anyText),
    path: listOf(anyText),
    position: countOf('a place'),
    acknowledged: listOf(anyText),
    notes: mapOf(anyText),
    scope: isScope,
    offer_declined: flag,
    earlier: orNull(objectOf<SavedEarlierScreening>({ day: anyText, answers: mapOf(anyText) })),
    question: orNull(anyText),
    is_review: flag,
  }),
});
