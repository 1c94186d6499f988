import { createHash } from 'node:crypto';
import { OPEN } from '../../src/core/answers.ts';
import { type Agreement, type ScreeningRecord, UNDECIDED } from '../../src/core/record.ts';
import { fingerprint } from '../../src/diagram/fingerprint.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import { drawCaseId } from '../../src/record/case-id.ts';
import { makeRecord } from '../../src/record/make-record.ts';
import type { Reference } from '../../src/record/verify-record.ts';
import { contentHash } from '../../src/rule-set/content-hash.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { below, drawCase, mulberry32, type Random, withOpenQuestions } from '../oracle/draw-cases.ts';
import { engineAnswers } from '../oracle/engine-answers.ts';

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** What records of the shipped rule set are verified against. */
export const REFERENCE: Reference = {
  compiled: compiledAdult,
  identity: { id: adult.id, version: adult.version, fingerprint: fingerprint(compiledAdult, sha256) },
  contentHash: contentHash(adult, sha256),
  software: '0.1.0',
  sha256,
};

const SEED = 20_261_123;

/** Records of drawn cases, a third of them with questions left open, with every kind of decision. */
export function drawnRecords(count: number): ScreeningRecord[] {
  const random = mulberry32(SEED);
  return Array.from({ length: count }, (_, index) => drawRecord(random, index));
}

/** A record of these answers, by id. */
export function recordOf(
  answers: Readonly<Record<string, string>>,
  rest: { readonly day?: string; readonly agreement?: Agreement } = {},
): ScreeningRecord {
  const codes = adult.questions.map((question) =>
    question.answers.findIndex(({ id }) => id === answers[question.id]),
  );
  const outcome = evaluate(compiledAdult, codes);
  const placed = outcome.settled ? (adult.levels[outcome.lowest]?.id ?? '') : undefined;
  const agreement: Agreement =
    placed === undefined ? UNDECIDED : { decision: 'agreed', placed, reason: null, note: null };
  return makeRecord(
    {
      caseId: 'k7f3-9xq2',
      ruleSet: adult,
      identity: REFERENCE.identity,
      software: REFERENCE.software,
      day: rest.day ?? '2026-01-15',
      durationSeconds: 301.5,
      answers: codes,
      unknown: new Set(),
      carriedOver: [],
      notes: {},
      outcome,
      agreement: rest.agreement ?? agreement,
    },
    sha256,
  );
}

function drawRecord(random: Random, index: number): ScreeningRecord {
  const drawn = drawCase(random);
  const codes = index % 3 === 0 ? withOpenQuestions(random, drawn, 1 + below(random, 6)) : drawn;
  const answers = engineAnswers(adult)(codes);
  const outcome = evaluate(compiledAdult, answers);
  const [first] = adult.questions;
  return makeRecord(
    {
      caseId: drawCaseId(sha256(`${index}`)),
      ruleSet: adult,
      identity: REFERENCE.identity,
      software: REFERENCE.software,
      day: `2026-${String(1 + below(random, 12)).padStart(2, '0')}-${String(1 + below(random, 28)).padStart(2, '0')}`,
      durationSeconds: below(random, 3600),
      answers,
      unknown: new Set(
        adult.questions.flatMap((_, question) => (answers[question] === OPEN ? [question] : [])),
      ),
      carriedOver: index % 5 === 0 ? [12, 13] : [],
      notes: index % 4 === 0 && first !== undefined ? { [first.id]: 'said twice, “never again” \u00e9' } : {},
      outcome,
      agreement: drawAgreement(random, outcome.possible),
    },
    sha256,
  );
}

function drawAgreement(random: Random, possible: readonly number[]): Agreement {
  const level = below(random, adult.levels.length + 1);
  const placed = adult.levels[level]?.id;
  if (placed === undefined) return UNDECIDED;
  if (possible.includes(level)) return { decision: 'agreed', placed, reason: null, note: null };
  const reason = adult.overrideReasons[below(random, adult.overrideReasons.length)]?.id ?? '';
  return { decision: 'overridden', placed, reason, note: 'talked through with the team' };
}
