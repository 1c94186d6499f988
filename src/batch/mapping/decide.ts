import type { Question } from '../../core/rule-set.ts';
import type { Screen } from '../../render/screen.ts';
import { shownValue } from '../identifying-value.ts';
import { answersScreen, columnScreen, questionScreen, valueScreen } from './decide-screens.ts';
import type { ProposedAnswer } from './propose-answers.ts';
import { type Candidate, candidateOf, type ProposedColumn } from './propose-mapping.ts';
import type { Decision, OpenDecision } from './write-mapping.ts';

/** What became of the columns. */
export interface Decisions {
  readonly decided: readonly Decision[];
  readonly open: readonly OpenDecision[];
}

/** Shows a screen until the person has chosen. */
export type Choose = <Event>(screen: () => Screen<Event>) => Promise<Event | 'cancelled'>;

/** What is sure is decided, and everything else is left open. */
export function decideUnasked(proposed: readonly ProposedColumn[]): Decisions {
  const decided: Decision[] = [];
  const open: OpenDecision[] = [];
  for (const column of proposed) {
    if (column.proposal.certainty === 'sure') decided.push(proposedDecision(column));
    else open.push(openDecision(column));
  }
  return { decided, open: inOrder(open) };
}

/** What is sure is decided, and a person is asked about everything else; `cancelled` where they leave. */
export async function decideByAsking(
  proposed: readonly ProposedColumn[],
  questions: readonly Question[],
  choose: Choose,
  width: () => number,
): Promise<Decisions | 'cancelled'> {
  const decided: Decision[] = [];
  const open: OpenDecision[] = [];
  const sure = proposed.filter(({ proposal }) => proposal.certainty === 'sure').map(proposedDecision);
  const given = new Set(sure.flatMap((decision) => (decision.use === 'question' ? [decision.question] : [])));
  let hasId = sure.some(({ use }) => use === 'id');
  for (const [at, each] of proposed.entries()) {
    if (each.proposal.certainty === 'sure') {
      decided.push(proposedDecision(each));
      continue;
    }
    const offered = withoutGiven(each, given);
    const left = questions.filter(({ id }) => !given.has(id));
    const place = { index: at + 1, count: proposed.length, hasId };
    const decision = await decideColumn(offered, left, place, choose, width);
    if (decision === 'cancelled') return decision;
    if (decision === 'open') {
      open.push(openDecision(offered));
      continue;
    }
    decided.push(decision);
    hasId ||= decision.use === 'id';
    if (decision.use === 'question') given.add(decision.question);
  }
  return { decided, open: inOrder(open) };
}

async function decideColumn(
  offered: ProposedColumn,
  left: readonly Question[],
  place: { readonly index: number; readonly count: number; readonly hasId: boolean },
  choose: Choose,
  width: () => number,
): Promise<Decision | 'open' | 'cancelled'> {
  const { column } = offered;
  const event = await choose(() => columnScreen(offered, { ...place, width: width() }));
  if (event === 'cancelled') return event;
  switch (event.use) {
    case 'open':
      return 'open';
    case 'id':
    case 'keep':
    case 'ignore':
      return { use: event.use, column: column.name };
    case 'question':
      return decideAnswers(column.name, event.candidate, choose, width);
    case 'another': {
      const question = await choose(() => questionScreen(column, left, width()));
      if (question === 'cancelled' || question === 'open') return question;
      return decideAnswers(column.name, candidateOf(column, question), choose, width);
    }
    default:
      return event satisfies never;
  }
}

async function decideAnswers(
  column: string,
  candidate: Candidate,
  choose: Choose,
  width: () => number,
): Promise<Decision | 'open' | 'cancelled'> {
  const decision = (answers: readonly ProposedAnswer[]): Decision => ({
    use: 'question',
    column,
    question: candidate.question.id,
    answers,
  });
  if (candidate.answers.every(({ certainty }) => certainty === 'sure')) return decision(candidate.answers);
  const event = await choose(() => answersScreen(column, candidate, width()));
  if (event === 'cancelled') return event;
  if (event.kind === 'all') return decision(candidate.answers);
  if (event.kind === 'open') return 'open';
  const answers: ProposedAnswer[] = [];
  for (const answer of candidate.answers) {
    const said =
      answer.certainty === 'sure'
        ? undefined
        : await choose(() => valueScreen(column, candidate, answer, width()));
    if (said === 'cancelled') return said;
    const { value, count } = answer;
    if (said === undefined) answers.push(answer);
    else if (said.kind === 'answer') answers.push({ value, count, answer: said.id, certainty: 'sure' });
    else answers.push({ value, count, certainty: 'guess' });
  }
  return decision(answers);
}

/** The questions that other columns do not answer yet. */
function withoutGiven(each: ProposedColumn, given: ReadonlySet<string>): ProposedColumn {
  if (each.proposal.use !== 'question') return each;
  const candidates = each.proposal.candidates.filter(({ question }) => !given.has(question.id));
  return { ...each, proposal: { ...each.proposal, candidates } };
}

function proposedDecision({ column: { name }, proposal }: ProposedColumn): Decision {
  if (proposal.use !== 'question') return { use: proposal.use, column: name };
  const [best] = proposal.candidates;
  if (best === undefined) return { use: 'ignore', column: name };
  return { use: 'question', column: name, question: best.question.id, answers: best.answers };
}

function openDecision(proposed: ProposedColumn): OpenDecision {
  const { column, proposal } = proposed;
  const isNothing =
    proposal.use === 'ignore' || (proposal.use === 'question' && proposal.candidates.length === 0);
  if (isNothing) {
    return { remark: `${shownValue(column.name)} is like no question: name it under ignore, or under keep` };
  }
  return {
    decision: proposedDecision(proposed),
    remark: `${shownValue(column.name)}: ${proposal.certainty}, to be checked`,
  };
}

/** Questions first: their lines continue the list above them. */
function inOrder(open: readonly OpenDecision[]): readonly OpenDecision[] {
  const rank = ({ decision }: OpenDecision) =>
    decision?.use === 'question' ? 0 : decision === undefined ? 2 : 1;
  return [...open].sort((one, other) => rank(one) - rank(other));
}
