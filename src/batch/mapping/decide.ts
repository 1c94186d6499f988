import type { Screen } from '../../render/screen.ts';
import { shownValue } from '../identifying-value.ts';
import { answersScreen, columnScreen, valueScreen } from './decide-screens.ts';
import type { ProposedAnswer } from './propose-answers.ts';
import type { Candidate, ProposedColumn } from './propose-mapping.ts';
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
  choose: Choose,
  width: () => number,
): Promise<Decisions | 'cancelled'> {
  const decided: Decision[] = [];
  const open: OpenDecision[] = [];
  let hasId = proposed.some(({ proposal }) => proposal.use === 'id' && proposal.certainty === 'sure');
  const given = new Set<string>();
  for (const [at, each] of proposed.entries()) {
    if (each.proposal.certainty === 'sure') {
      decided.push(proposedDecision(each));
      continue;
    }
    const offered = withoutGiven(each, given);
    const place = { index: at + 1, count: proposed.length, hasId };
    const event = await choose(() => columnScreen(offered, { ...place, width: width() }));
    if (event === 'cancelled') return event;
    const column = each.column.name;
    switch (event.use) {
      case 'question': {
        const answers = await decideAnswers(column, event.candidate, choose, width);
        if (answers === 'cancelled') return answers;
        given.add(event.candidate.question.id);
        if (answers === 'open') open.push(openDecision(offered));
        else decided.push({ use: 'question', column, question: event.candidate.question.id, answers });
        break;
      }
      case 'open':
        open.push(openDecision(offered));
        break;
      case 'id':
      case 'keep':
      case 'ignore':
        hasId ||= event.use === 'id';
        decided.push({ use: event.use, column });
        break;
      default:
        event satisfies never;
    }
  }
  return { decided, open: inOrder(open) };
}

async function decideAnswers(
  column: string,
  candidate: Candidate,
  choose: Choose,
  width: () => number,
): Promise<readonly ProposedAnswer[] | 'open' | 'cancelled'> {
  if (candidate.answers.every(({ certainty }) => certainty === 'sure')) return candidate.answers;
  const event = await choose(() => answersScreen(column, candidate, width()));
  if (event === 'cancelled') return event;
  if (event.kind === 'all') return candidate.answers;
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
  return answers;
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
