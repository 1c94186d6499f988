import { jsonIn } from '../core/json-in.ts';
import {
  type Agreed,
  type Agreement,
  type Overridden,
  RECORD_VERSION,
  type RecordedOutcome,
  type RecordedReason,
  type RecordedRuleSet,
  type ScreeningRecord,
  type Undecided,
} from '../core/record.ts';
import {
  anyText,
  type Check,
  countOf,
  either,
  exactly,
  isObject,
  type JsonProblem,
  listOf,
  mapOf,
  objectOf,
  textLike,
} from './json-check.ts';

/** A record, or everything that keeps the text from being one. */
export type ParsedRecord =
  | { readonly kind: 'record'; readonly record: ScreeningRecord }
  | { readonly kind: 'unreadable'; readonly problems: readonly JsonProblem[] };

const hash = textLike(/^[0-9a-f]{64}$/, '64 hex digits');
const id = anyText;
const ids = listOf(id);
const day: Check<string> = (value, at, report): value is string =>
  textLike(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')(value, at, report) &&
  isCalendarDay(value, at, report);

const ruleSet = objectOf<RecordedRuleSet>({ id, version: anyText, fingerprint: hash, content_hash: hash });

const reason = objectOf<RecordedReason>({
  rules: ids,
  weight: either(exactly('alone'), exactly('together'), '`alone` or `together`'),
});

const outcome = objectOf<RecordedOutcome>({
  level: either(id, exactly(null), 'a level or null'),
  lowest: id,
  highest: id,
  possible: ids,
  alerts: ids,
  reasons: listOf(reason),
  lower_rules: ids,
  advice: ids,
  rechecks: ids,
  open: ids,
});

const none = exactly(null);
const agreed = objectOf<Agreed>({ decision: exactly('agreed'), placed: id, reason: none, note: none });
const overridden = objectOf<Overridden>({
  decision: exactly('overridden'),
  placed: id,
  reason: id,
  note: anyText,
});
const undecided = objectOf<Undecided>({
  decision: exactly('undecided'),
  placed: none,
  reason: none,
  note: none,
});

const agreement: Check<Agreement> = (value, at, report): value is Agreement => {
  const decision = isObject(value) ? value['decision'] : undefined;
  if (decision === 'overridden') return overridden(value, at, report);
  if (decision === 'undecided') return undecided(value, at, report);
  return agreed(value, at, report);
};

const wholeRecord = objectOf<ScreeningRecord>({
  carestep_record: exactly(RECORD_VERSION),
  case: id,
  day,
  duration_seconds: countOf('a number of seconds'),
  software: anyText,
  rule_set: ruleSet,
  started_from: either(hash, none, '64 hex digits or null'),
  answers: mapOf(id),
  unknown: ids,
  carried_over: ids,
  notes: mapOf(anyText),
  outcome,
  agreement,
  sha256: hash,
});

/** Reads the text of a record file; it never throws. Whether the content is still the one saved is another question. */
export function parseRecord(text: string): ParsedRecord {
  const value = jsonIn(text);
  if (!isObject(value) || !Object.hasOwn(value, 'carestep_record')) {
    return unreadable({ at: '', message: 'this is not a record of carestep' });
  }
  const version = value['carestep_record'];
  if (version !== RECORD_VERSION) {
    const known = `this carestep reads version ${RECORD_VERSION} of the record format only`;
    return unreadable({ at: 'carestep_record', message: known });
  }
  const problems: JsonProblem[] = [];
  const isSound = wholeRecord(value, '', (problem) => problems.push(problem));
  if (!isSound) return { kind: 'unreadable', problems };
  // A repeated key would hide the value before it, and the checksum would never see that.
  if (withoutSpace(JSON.stringify(value)) !== withoutSpace(text)) {
    return unreadable({ at: '', message: 'a key is repeated, or written in a way that carestep does not' });
  }
  return { kind: 'record', record: value };
}

function unreadable(problem: JsonProblem): ParsedRecord {
  return { kind: 'unreadable', problems: [problem] };
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function isCalendarDay(text: string, at: string, report: (problem: JsonProblem) => void): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return true;
  report({ at, message: 'there is no such day' });
  return false;
}
