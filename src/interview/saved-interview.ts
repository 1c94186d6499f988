import { type Answers, answersFromIds, idsFromAnswers } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { evaluate } from '../explain/evaluate.ts';
import { questionAt } from '../render/answer-text.ts';
import { answersInUse, type InterviewState } from './interview.ts';
import type { Scope } from './next-question.ts';
import { advance } from './next-state.ts';

/** Where an interview stands, by ids, so that it can be written down and gone on with. */
export interface SavedInterview {
  readonly answers: Readonly<Record<string, string>>;
  readonly unknown: readonly string[];
  readonly path: readonly string[];
  readonly position: number;
  readonly acknowledged: readonly string[];
  readonly notes: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly offer_declined: boolean;
  readonly earlier: SavedEarlierScreening | null;
  /** The question on the screen. Without one it is the review, or what comes next by itself. */
  readonly question: string | null;
  readonly is_review: boolean;
}

export interface SavedEarlierScreening {
  readonly day: string;
  readonly answers: Readonly<Record<string, string>>;
}

export function saveInterview(ruleSet: RuleSet, state: InterviewState): SavedInterview {
  const idOf = (question: number) => questionAt(ruleSet, question).id;
  const { step, earlier } = state;
  return {
    answers: idsFromAnswers(ruleSet, state.answers),
    unknown: [...state.unknown].map(idOf),
    path: state.path.map(idOf),
    position: state.position,
    acknowledged: [...state.acknowledged],
    notes: state.notes,
    scope: state.scope,
    offer_declined: state.offerDeclined,
    earlier:
      earlier === undefined ? null : { day: earlier.day, answers: idsFromAnswers(ruleSet, earlier.answers) },
    question: step.kind === 'question' || step.kind === 'note' ? idOf(step.question) : null,
    is_review: step.kind === 'review',
  };
}

/**
 * The interview as it stood when it was saved; a note that was being typed is lost. `undefined` where it names
 * questions or answers that the rule set does not have.
 */
export function resumeInterview(
  compiled: CompiledRuleSet,
  saved: SavedInterview,
): InterviewState | undefined {
  const { ruleSet } = compiled;
  const indexOf = (id: string) => ruleSet.questions.findIndex((question) => question.id === id);
  const answers = readAnswers(ruleSet, saved.answers);
  const before = readAnswers(ruleSet, saved.earlier?.answers ?? {});
  const unknown = saved.unknown.map(indexOf);
  const path = saved.path.map(indexOf);
  const question = saved.question === null ? undefined : indexOf(saved.question);
  const isKnown = [...unknown, ...path, question ?? 0].every((index) => index >= 0);
  if (answers === undefined || before === undefined || !isKnown) return undefined;
  const unplaced = {
    answers: Array.from(answers),
    unknown: new Set(unknown),
    path,
    acknowledged: new Set(saved.acknowledged),
    notes: saved.notes,
    scope: saved.scope,
    offerDeclined: saved.offer_declined,
    ...(saved.earlier && { earlier: { day: saved.earlier.day, answers: before } }),
  };
  if (question === undefined && !saved.is_review) return advance(compiled, unplaced);
  return {
    ...unplaced,
    position: Math.min(saved.position, path.length),
    outcome: evaluate(compiled, answersInUse(ruleSet, unplaced)),
    step: question === undefined ? { kind: 'review' } : { kind: 'question', question },
  };
}

function readAnswers(ruleSet: RuleSet, ids: Readonly<Record<string, string>>): Answers | undefined {
  const { answers, problems } = answersFromIds(ruleSet, ids);
  return problems.length === 0 ? answers : undefined;
}
