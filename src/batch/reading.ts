import { OPEN, UNKNOWN } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { suggestion } from '../rule-set/suggestion.ts';
import type { Place, Problem } from './case-row.ts';
import { type ExpectedColumn, expectedColumn, unknownLevel } from './expected-level.ts';
import { identifierLikeId, identifyingId, identifyingKept, shownValue } from './identifying-value.ts';

/** A question as the readers need it: from what a cell says to the code of the answer. */
export interface AskedQuestion {
  readonly id: string;
  readonly index: number;
  /** Holds every answer id, `unknown` and the empty text. */
  readonly codes: ReadonlyMap<string, number>;
}

/** What every reader needs to know, worked out once. */
export interface Reading {
  readonly questions: ReadonlyMap<string, AskedQuestion>;
  readonly questionCount: number;
  /** Columns to copy, in the order in which they were asked for. */
  readonly keep: readonly string[];
  readonly allowIdentifier: ReadonlySet<string>;
  /** Which of the kept columns must hold levels. */
  readonly expected?: ExpectedColumn;
}

/** Prepares the reading of cases for a rule set. */
export function createReading(
  ruleSet: RuleSet,
  options: {
    readonly keep?: readonly string[];
    readonly allowIdentifier?: readonly string[];
    /** A column with levels that a reviewer assigned: it is kept. */
    readonly expect?: string;
  } = {},
): Reading {
  const questions = ruleSet.questions.map((question, index): [string, AskedQuestion] => {
    const codes = new Map(question.answers.map((answer, code): [string, number] => [answer.id, code]));
    codes.set(UNKNOWN, OPEN).set('', OPEN);
    return [question.id, { id: question.id, index, codes }];
  });
  const { expect } = options;
  const keep = [...new Set([...(options.keep ?? []), ...(expect === undefined ? [] : [expect])])];
  return {
    questions: new Map(questions),
    questionCount: questions.length,
    keep,
    allowIdentifier: new Set(options.allowIdentifier),
    ...(expect !== undefined && { expected: expectedColumn(ruleSet, keep.indexOf(expect)) }),
  };
}

/** What is wrong with the text of the kept column at `position`, if anything is. */
export function keptProblem(
  reading: Reading,
  position: number,
  text: string,
  place: () => Place,
): Problem | undefined {
  if (isDamaged(text)) return notUtf8('a kept column', place());
  const name = reading.keep[position] ?? '';
  const identifying = reading.allowIdentifier.has(name) ? undefined : identifyingKept(name, text, place);
  if (identifying !== undefined) return identifying;
  return reading.expected && unknownLevel(reading.expected, position, text, place);
}

/** What is wrong with an id, if anything is; `isFirst` is true for the first id of a file. */
export function idProblem(reading: Reading, id: string, isFirst: boolean, place: Place): Problem | undefined {
  if (id.trim() === '') return missingId(place);
  if (isDamaged(id)) return notUtf8('the id', place);
  const kind = reading.allowIdentifier.has('id') ? undefined : identifierLikeId(id, isFirst);
  return kind && identifyingId(kind, place);
}

/** The code of what a cell says, `OPEN` for a blank one; `undefined` if it is no answer to this question. */
export function codeOf(question: AskedQuestion, text: string): number | undefined {
  return question.codes.get(text) ?? (text.trim() === '' ? OPEN : undefined);
}

/** The problem of a text that is no answer to its question. */
export function unknownAnswer(question: AskedQuestion, text: string, place: Place): Problem {
  const known = [...question.codes.keys()].filter((id) => id !== '');
  return {
    line: place.line,
    column: place.column,
    code: 'unknown-answer',
    reason: `${shownValue(text)} is not an answer to \`${question.id}\``,
    help: suggestion(text, known, 'answers'),
  };
}

/** Whether decoding has lost something: the file was not UTF-8 there. */
export function isDamaged(text: string): boolean {
  return text.includes('\uFFFD');
}

/** The problem of text that decoding has damaged and that would be copied so. */
export function notUtf8(what: string, place: Place): Problem {
  return {
    line: place.line,
    column: place.column,
    code: 'not-utf8',
    reason: `${what} holds bytes that are not UTF-8`,
    help: 'save the file as UTF-8',
  };
}

/** The problem of an id that is blank or not there. */
export function missingId(place: Place): Problem {
  return {
    line: place.line,
    column: place.column,
    code: 'missing-id',
    reason: 'the case has no id',
    help: 'give each case its own id, or none of the file any',
  };
}
