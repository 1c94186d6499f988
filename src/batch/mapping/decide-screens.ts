import { UNKNOWN } from '../../core/answers.ts';
import type { Question } from '../../core/rule-set.ts';
import type { Choice, KeyAction, Screen } from '../../render/screen.ts';
import { wrapped } from '../../render/text-lines.ts';
import { shownValue } from '../identifying-value.ts';
import type { ProposedAnswer } from './propose-answers.ts';
import type { Candidate, ColumnProposal, ProposedColumn } from './propose-mapping.ts';
import type { SampledColumn } from './sample.ts';

/** What a person says of a column. */
export type ColumnEvent =
  | { readonly use: 'question'; readonly candidate: Candidate }
  | { readonly use: 'another' | 'id' | 'keep' | 'ignore' | 'open' };

/** What a person says of the values of a column: all as proposed, one by one, or one answer. */
export type AnswerEvent =
  | { readonly kind: 'all' | 'each' | 'open' }
  | { readonly kind: 'answer'; readonly id: string };

/** Values that are shown; a column with more is no closed list. */
const SHOWN_VALUES = 8;

const SKIP = 'leave it for later: it is written into the file as a comment';

/** Asks what a column is for. Nothing is marked beforehand, and Enter alone takes nothing. */
export function columnScreen(
  { column, proposal }: ProposedColumn,
  place: { readonly index: number; readonly count: number; readonly hasId: boolean; readonly width: number },
): Screen<ColumnEvent> {
  const shown = column.values.slice(0, SHOWN_VALUES).map(([value, count]) => `${shownValue(value)} ${count}`);
  const more =
    column.values.length > SHOWN_VALUES ? ` and ${column.values.length - SHOWN_VALUES} others` : '';
  const values = shown.length === 0 ? 'no values in the sample' : `says ${shown.join(', ')}${more}`;
  const blanks = column.blanks === 0 ? '' : `; blank ${column.blanks}`;
  return {
    above: [
      ...wrapped(`Column ${place.index} of ${place.count}: ${shownValue(column.name)}`, place.width),
      ...wrapped(`${values}${blanks}`, place.width),
    ],
    choices: [
      ...candidatesOf(proposal).map((candidate, index) =>
        choice<ColumnEvent>(candidateLine(candidate, index === 0 ? proposal.certainty : 'guess'), {
          use: 'question',
          candidate,
        }),
      ),
      choice('it answers another question', { use: 'another' }),
      ...(place.hasId ? [] : [choice<ColumnEvent>('it is the id of the case', { use: 'id' })]),
      choice('leave it out', { use: 'ignore' }),
      choice('copy it to the output', { use: 'keep' }),
    ],
    below: [],
    keys: [skip({ use: 'open' })],
    help: wrapped(`A number says what the column is for. s: ${SKIP}.`, place.width),
    onIdleEnter: 'nothing is taken by Enter alone: type a number, or s',
  };
}

function candidatesOf(proposal: ColumnProposal): readonly Candidate[] {
  return proposal.use === 'question' ? proposal.candidates : [];
}

function candidateLine({ question }: Candidate, certainty: string): string {
  return `it answers ${question.id}: ${question.title} (${certainty})`;
}

/** Asks which of the questions a column answers that is like none of them. */
export function questionScreen(
  { name }: SampledColumn,
  questions: readonly Question[],
  width: number,
): Screen<Question | 'open'> {
  return {
    above: wrapped(`Which question does ${shownValue(name)} answer?`, width),
    choices: questions.map((question) => choice(`${question.id}: ${question.title}`, question)),
    below: [],
    keys: [skip<Question | 'open'>('open')],
    help: wrapped(`s: ${SKIP}.`, width),
    onIdleEnter: 'nothing is taken by Enter alone: type a number, or s',
  };
}

/** Asks whether all values mean what is proposed for them. */
export function answersScreen(
  column: string,
  { question, answers }: Candidate,
  width: number,
): Screen<AnswerEvent> {
  return {
    above: [
      ...wrapped(`${shownValue(column)} answers ${question.id}: ${question.prompt}`, width),
      ...answers.flatMap(({ value, answer, certainty }) =>
        wrapped(`${shownValue(value)} would be ${answer ?? 'no answer'} (${certainty})`, width, '  '),
      ),
    ],
    choices: [
      ...(answers.every(({ answer }) => answer !== undefined)
        ? [choice<AnswerEvent>('all of that is right', { kind: 'all' })]
        : []),
      choice('ask for each value', { kind: 'each' }),
    ],
    below: [],
    keys: [skip({ kind: 'open' })],
    help: wrapped(`Look at which way round numbers run. s: ${SKIP}.`, width),
    onIdleEnter: 'nothing is taken by Enter alone: type a number, or s',
  };
}

/** Asks what one value means. */
export function valueScreen(
  column: string,
  { question }: Candidate,
  { value, count, answer }: ProposedAnswer,
  width: number,
): Screen<AnswerEvent> {
  const mark = (id: string) => (id === answer ? ' (proposed)' : '');
  return {
    above: [
      ...wrapped(question.prompt, width),
      ...wrapped(
        `What does ${shownValue(value)} in ${shownValue(column)} mean (${count} in the sample)?`,
        width,
      ),
    ],
    choices: [
      ...question.answers.map(({ id, label }) =>
        choice<AnswerEvent>(`${id}: ${label}${mark(id)}`, { kind: 'answer', id }),
      ),
      choice(`${UNKNOWN}: the question stays open${mark(UNKNOWN)}`, { kind: 'answer', id: UNKNOWN }),
    ],
    below: [],
    keys: [skip({ kind: 'open' })],
    help: wrapped('s: leave the value out: rows that have it are then rejected.', width),
    onIdleEnter: 'nothing is taken by Enter alone: type a number, or s',
  };
}

function choice<Event>(line: string, event: Event): Choice<Event> {
  return { lines: [line], detail: [], event };
}

function skip<Event>(event: Event): KeyAction<Event> {
  return { key: 's', word: 'skip', event };
}
