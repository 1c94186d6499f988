import type { Question, RuleSet } from '../../core/rule-set.ts';
import { looksLikeIdentifier } from '../identifier-columns.ts';
import { identifierLikeId } from '../identifying-value.ts';
import { type Certainty, type ProposedAnswer, proposeAnswers, shareOfAnswers } from './propose-answers.ts';
import type { Sample, SampledColumn } from './sample.ts';
import { contained, isSameText, similarity, wordsOf } from './similarity.ts';

/** What a column may be for. */
export type ColumnProposal =
  | { readonly use: 'question'; readonly certainty: Certainty; readonly candidates: readonly Candidate[] }
  | { readonly use: 'id'; readonly certainty: Certainty }
  /** `identifying` by its name: it is left out unasked. */
  | { readonly use: 'ignore'; readonly certainty: Certainty; readonly identifying: boolean };

/** A question that a column may answer. */
export interface Candidate {
  readonly question: Question;
  readonly answers: readonly ProposedAnswer[];
  /** From 0 to 1, for the order alone. */
  readonly score: number;
}

/** A column of the sample and what it may be for. */
export interface ProposedColumn {
  readonly column: SampledColumn;
  readonly proposal: ColumnProposal;
}

const MOST_CANDIDATES = 3;
const MOST_VALUES = 20;
const LEAST_SCORE = 0.4;
const LIKELY_SCORE = 0.7;

/**
 * What each column may be for, by the likeness of its name to the questions' ids, titles and prompts and of its values
 * to their answers. Each question is given to the column that is most like it.
 */
export function proposeMapping({ columns, rows }: Sample, ruleSet: RuleSet): readonly ProposedColumn[] {
  const idColumn = columns.find((column) => isIdName(column.name) && isDistinct(column, rows));
  const left = columns.filter((column) => column !== idColumn && !looksLikeIdentifier(column.name));
  const pairs = left
    .flatMap((column) =>
      ruleSet.questions.map((question) => ({ column, candidate: candidateOf(column, question) })),
    )
    .filter(({ candidate }) => candidate.score >= LEAST_SCORE)
    .sort((one, other) => other.candidate.score - one.candidate.score);
  const taken = new Map<SampledColumn, Candidate>();
  const given = new Set<Question>();
  for (const { column, candidate } of pairs) {
    if (taken.has(column) || given.has(candidate.question)) continue;
    taken.set(column, candidate);
    given.add(candidate.question);
  }
  return columns.map((column) => {
    if (column === idColumn) return { column, proposal: { use: 'id', certainty: idCertainty(column) } };
    if (looksLikeIdentifier(column.name)) {
      return { column, proposal: { use: 'ignore', certainty: 'sure', identifying: true } };
    }
    const best = taken.get(column);
    if (best === undefined)
      return { column, proposal: { use: 'ignore', certainty: 'guess', identifying: false } };
    const others = pairs
      .filter(
        (pair) => pair.column === column && pair.candidate !== best && !given.has(pair.candidate.question),
      )
      .map(({ candidate }) => candidate);
    const candidates = [best, ...others].slice(0, MOST_CANDIDATES);
    return { column, proposal: { use: 'question', certainty: certaintyOf(column, best), candidates } };
  });
}

/** The proposal for a column if it answered this question. */
export function candidateOf(column: SampledColumn, question: Question): Candidate {
  // Names, numbers and remarks are no answers, and must not be written into a mapping.
  const isClosed =
    column.values.length <= MOST_VALUES &&
    column.values.every(([value]) => identifierLikeId(value, true) === undefined);
  if (!isClosed) return { question, answers: [], score: 0 };
  const answers = proposeAnswers(column, question);
  const name = nameScore(column.name, question);
  const share = shareOfAnswers(answers);
  const proposed = answers.filter(({ answer }) => answer !== undefined).length;
  const values = Math.max(share, answers.length === 0 ? 0 : (0.6 * proposed) / answers.length);
  // A column without a value in the sample can be told by its name alone.
  const score = answers.length === 0 ? 0.8 * name : 0.6 * name + 0.4 * values;
  return { question, answers, score };
}

/** Sure is what leaves nothing to a guess: the name of the question, and its answers by their ids or labels. */
function certaintyOf(column: SampledColumn, { question, answers, score }: Candidate): Certainty {
  const isNamed = isSameText(column.name, question.id) || isSameText(column.name, question.title);
  if (isNamed && answers.every(({ certainty }) => certainty === 'sure')) return 'sure';
  return isNamed || score >= LIKELY_SCORE ? 'likely' : 'guess';
}

function nameScore(name: string, { id, title, prompt }: Question): number {
  return Math.max(similarity(name, id), similarity(name, title), 0.8 * contained(name, prompt));
}

const ID_NAMES = [
  'id',
  'case id',
  'case',
  'record',
  'record id',
  'subject',
  'subject id',
  'study id',
  'participant id',
  'participant',
  'key',
  'nr',
  'number',
];

function isIdName(name: string): boolean {
  return ID_NAMES.includes(wordsOf(name).join(' '));
}

function isDistinct({ values, blanks }: SampledColumn, rows: number): boolean {
  return rows > 0 && blanks === 0 && values.length === rows;
}

function idCertainty({ name }: SampledColumn): Certainty {
  return isSameText(name, 'id') || isSameText(name, 'case id') ? 'sure' : 'likely';
}
