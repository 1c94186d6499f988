import { UNKNOWN } from '../../core/answers.ts';
import type { Question } from '../../core/rule-set.ts';
import type { SampledColumn } from './sample.ts';
import { isSameText, similarity } from './similarity.ts';

/** How far a proposal can be relied on. Only what is sure is taken without a person. */
export type Certainty = 'sure' | 'likely' | 'guess';

/** What a value of a column may mean. */
export interface ProposedAnswer {
  readonly value: string;
  /** How often the sample has it. */
  readonly count: number;
  /** The id of an answer or `unknown`; absent where nothing comes near. */
  readonly answer?: string;
  readonly certainty: Certainty;
}

/** An answer this much like a value is worth showing. */
const LEAST_ALIKE = 0.6;

/** What each value of the column would mean if it answered the question. */
export function proposeAnswers({ values }: SampledColumn, question: Question): readonly ProposedAnswer[] {
  const steps = codesInOrder(values, question);
  return byNumber(values).map(([value, count]) => {
    const same = question.answers.filter(
      ({ id, label }) => isSameText(value, id) || isSameText(value, label),
    );
    const [exact] = same;
    if (value === UNKNOWN) return { value, count, answer: UNKNOWN, certainty: 'sure' };
    if (exact !== undefined && same.length === 1)
      return { value, count, answer: exact.id, certainty: 'sure' };
    const step = steps?.get(value);
    if (step !== undefined) return { value, count, answer: step, certainty: 'guess' };
    const near = nearestAnswer(value, question);
    return {
      value,
      count,
      ...(near !== undefined && { answer: near }),
      certainty: near === undefined ? 'guess' : 'likely',
    };
  });
}

/** Numbers in their order, as codes are read, and then the other values. */
function byNumber(values: SampledColumn['values']): SampledColumn['values'] {
  const isNumber = ([value]: readonly [string, number]) => /^\d+$/.test(value);
  const numbers = values.filter(isNumber).sort(([one], [other]) => Number(one) - Number(other));
  return [...numbers, ...values.filter((value) => !isNumber(value))];
}

/** How many of the values are answers by their ids or labels, from 0 to 1. */
export function shareOfAnswers(proposed: readonly ProposedAnswer[]): number {
  const sure = proposed.filter(({ certainty }) => certainty === 'sure');
  return proposed.length === 0 ? 0 : sure.length / proposed.length;
}

/**
 * Whole numbers from 0 or 1 up are often the answers in their order; which way round, nobody can tell from them. Other
 * numbers beside them stand for something else, such as 9 for what was not asked.
 */
function codesInOrder(
  values: SampledColumn['values'],
  { answers, ordered }: Question,
): ReadonlyMap<string, string> | undefined {
  const codes = values.map(([value]) => value).filter((value) => /^\d$/.test(value));
  const first = codes.includes('0') ? 0 : 1;
  const steps = codes.flatMap((code): [string, string][] => {
    const answer = answers[Number(code) - first];
    return answer === undefined ? [] : [[code, answer.id]];
  });
  return ordered && steps.length > 1 ? new Map(steps) : undefined;
}

function nearestAnswer(value: string, { answers }: Question): string | undefined {
  let best: string | undefined;
  let most = LEAST_ALIKE;
  for (const { id, label } of answers) {
    const alike = Math.max(similarity(value, id), similarity(value, label));
    if (alike < most) continue;
    best = id;
    most = alike;
  }
  return best;
}
