import { answersFromIds } from '../core/answers.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import type { RecordedOutcome, ScreeningRecord } from '../core/record.ts';
import type {
  RecordFinding,
  RecordFindingCode,
  RecordNoteCode,
  RecordVerification,
} from '../core/record-verification.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { evaluate } from '../explain/evaluate.ts';
import { identityText, type RuleSetIdentity } from '../render/identity.ts';
import { printable } from '../render/printable.ts';
import { checksum } from './make-record.ts';
import { type ParsedRecord, parseRecord } from './parse-record.ts';
import { partsOfName } from './record-name.ts';
import { recordedOutcome } from './recorded-outcome.ts';

/** What a record is held against. */
export interface Reference {
  readonly compiled: CompiledRuleSet;
  readonly identity: RuleSetIdentity;
  readonly contentHash: string;
  readonly software: string;
  readonly sha256: (text: string) => string;
}

type Finding = RecordFinding<RecordFindingCode>;
type Note = RecordFinding<RecordNoteCode>;

/** Checks the text of one record file: the checksum, and the outcome by working it out again. */
export function verifyRecord(path: string, text: string, reference: Reference): RecordVerification {
  const parsed = parseRecord(text);
  if (parsed.kind === 'unreadable') return { path, findings: [unreadable(parsed)], notes: [] };
  const { record } = parsed;
  const findings = [
    ...changedContent(record, reference),
    ...otherName(path, record),
    ...otherOutcome(record, reference),
  ];
  return { path, findings, notes: changesWithoutEffect(record, reference) };
}

function unreadable({ problems }: Extract<ParsedRecord, { kind: 'unreadable' }>): Finding {
  const [first, ...more] = problems.map(({ at, message }) =>
    at === '' ? message : `\`${printable(at)}\`: ${message}`,
  );
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  return {
    code: 'unreadable',
    message: `${first ?? 'this is not a record of carestep'}${others}`,
    help:
      problems[0]?.at === 'carestep_record'
        ? 'use a version of carestep that knows this format'
        : 'take the file from a backup, or screen again',
  };
}

/** Whether the record is still as it was saved, as far as its own checksum tells. */
export function isAsSaved(record: ScreeningRecord, sha256: (text: string) => string): boolean {
  return checksum(record, sha256) === record.sha256;
}

function changedContent(record: ScreeningRecord, { sha256 }: Reference): Finding[] {
  if (isAsSaved(record, sha256)) return [];
  const message = 'the record has been changed since it was saved: its checksum does not fit';
  return [{ code: 'record-changed', message, help: 'take the file from a backup' }];
}

function otherName(path: string, record: ScreeningRecord): Finding[] {
  if (partsOfName(path)?.caseId === record.case) return [];
  const message = 'the file is not called after the case in it';
  return [{ code: 'other-name', message, help: `call it ${printable(record.case)}-NUMBER.json` }];
}

function otherOutcome(record: ScreeningRecord, reference: Reference): Finding[] {
  const { compiled, identity } = reference;
  const { ruleSet } = compiled;
  if (record.rule_set.id !== identity.id) {
    const message = `it was screened with the rule set \`${printable(record.rule_set.id)}\`, not \`${identity.id}\``;
    const help = 'name that rule set with `--rules`';
    return [{ code: 'other-rule-set', message, help }];
  }
  const { answers, problems } = answersFromIds(ruleSet, record.answers);
  const now = problems.length > 0 ? undefined : recordedOutcome(ruleSet, evaluate(compiled, answers));
  if (record.rule_set.fingerprint !== identity.fingerprint) {
    return [rulesChanged(record, identity, now)];
  }
  if (now === undefined || inAnyOrder(now) !== inAnyOrder(record.outcome)) {
    return [outcomeDiffers(record, reference, now)];
  }
  return agreementFits(record, reference) ? [] : [agreementDoesNotFit()];
}

function rulesChanged(
  record: ScreeningRecord,
  identity: RuleSetIdentity,
  now: RecordedOutcome | undefined,
): Finding {
  const then = identityText(record.rule_set);
  return {
    code: 'rules-changed',
    message: `the rules have changed, from ${printable(then)} to ${identityText(identity)}; ${effectOnOutcome(record, now)}`,
    help: 'to verify the outcome, name the rules it was screened with with `--rules`',
  };
}

function effectOnOutcome({ outcome }: ScreeningRecord, now: RecordedOutcome | undefined): string {
  if (now === undefined) return 'some of the answers no longer exist';
  if (inAnyOrder(now) === inAnyOrder(outcome)) return 'the outcome would be the same today';
  const [before, today] = [rangeOf(outcome), rangeOf(now)];
  if (before !== today) return `the outcome was ${before} and would be ${today} today`;
  return `the outcome would be ${today} today too, with other reasons, alerts or advice`;
}

function outcomeDiffers(
  { outcome, software }: ScreeningRecord,
  reference: Reference,
  now: RecordedOutcome | undefined,
): Finding {
  const today = now === undefined ? 'answers that do not exist' : rangeOf(now);
  const differs =
    now !== undefined && rangeOf(now) === rangeOf(outcome)
      ? 'the level is the same, but not the reasons, alerts, advice or open questions'
      : `the record says ${rangeOf(outcome)}, the same rules say ${today}`;
  const help =
    software === reference.software
      ? 'take the file from a backup'
      : `carestep ${printable(software)} wrote it and this is ${reference.software}: if its checksum fits, report this`;
  return { code: 'outcome-differs', message: `its answers lead elsewhere: ${differs}`, help };
}

function agreementFits(record: ScreeningRecord, { compiled, contentHash }: Reference): boolean {
  const { outcome, agreement } = record;
  const { levels, overrideReasons } = compiled.ruleSet;
  // Where the wording has changed, so may have the list of reasons.
  const isReworded = record.rule_set.content_hash !== contentHash;
  switch (agreement.decision) {
    case 'agreed':
      return outcome.possible.includes(agreement.placed);
    case 'overridden':
      return (
        levels.some(({ id }) => id === agreement.placed) &&
        !outcome.possible.includes(agreement.placed) &&
        (isReworded || overrideReasons.some(({ id }) => id === agreement.reason))
      );
    case 'undecided':
      return true;
    default:
      return agreement satisfies never;
  }
}

function agreementDoesNotFit(): Finding {
  return {
    code: 'agreement-does-not-fit',
    message: "the placement contradicts the outcome, or its reason is not on the rule set's list",
    help: 'take the file from a backup',
  };
}

function changesWithoutEffect(record: ScreeningRecord, reference: Reference): Note[] {
  const { rule_set: ruleSet, software } = record;
  const notes: Note[] = [];
  const decidesTheSame = ruleSet.fingerprint === reference.identity.fingerprint;
  if (decidesTheSame && ruleSet.content_hash !== reference.contentHash) {
    notes.push({
      code: 'wording-changed',
      message: 'the wording of the rules has changed, no decision has',
    });
  }
  if (software !== reference.software) {
    const message = `carestep ${printable(software)} wrote it, this is ${reference.software}`;
    notes.push({ code: 'software-changed', message });
  }
  return notes;
}

/** An outcome as text, with every list sorted: the order of rules and questions in the files has no meaning. */
function inAnyOrder(outcome: RecordedOutcome): string {
  return canonicalJson(sortedLists(outcome));
}

function sortedLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => canonicalJson(sortedLists(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, sortedLists(content)]));
}

function rangeOf({ lowest, highest }: RecordedOutcome): string {
  return lowest === highest ? printable(lowest) : `${printable(lowest)} to ${printable(highest)}`;
}
