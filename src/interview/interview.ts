import { type Answers, OPEN } from '../core/answers.ts';
import type { IdentifierKind } from '../core/identifying-text.ts';
import type { Outcome } from '../core/outcome.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { applicability } from '../core/truth.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { type Asked, questionsLeft, type Scope } from './next-question.ts';

/** What is on the screen; questions by index, rules by id. */
export type Step =
  | { readonly kind: 'question'; readonly question: number }
  /** The line in which a note to an answer is written; `refused`: what the last one seemed to hold. */
  | { readonly kind: 'note'; readonly question: number; readonly refused?: IdentifierKind }
  /** Alerts in force that have not been acknowledged. */
  | { readonly kind: 'alert'; readonly rules: readonly string[] }
  /** Rechecks in force, ids as in an outcome, that have not been acknowledged. */
  | { readonly kind: 'recheck'; readonly rechecks: readonly string[] }
  /** Nothing asked can change the level or raise an alert any more; these questions can still change advice. */
  | { readonly kind: 'offer'; readonly questions: readonly number[] }
  | { readonly kind: 'review' }
  /** `early`: ended on demand while some question could still have changed the level or raised an alert. */
  | { readonly kind: 'end'; readonly early: boolean };

/** What the person does. One that has no meaning at the present step changes nothing. */
export type InterviewEvent =
  | { readonly kind: 'answered'; readonly answer: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'back' }
  /** Keep what this question was answered before, and go on. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'review' }
  | { readonly kind: 'correct'; readonly question: number }
  /** Open the line for a note to the question on the screen. */
  | { readonly kind: 'note' }
  /** The note as typed; an empty one takes away what was there. */
  | { readonly kind: 'noted'; readonly text: string }
  /** Past an alert or a recheck, out of the review, or into the questions offered. */
  | { readonly kind: 'go_on' }
  | { readonly kind: 'decline' }
  /** From now on, ask every question that applies. */
  | { readonly kind: 'ask_all' }
  /** Ask no more and show the result. */
  | { readonly kind: 'stop' };

/** Where an interview stands: a value, never changed in place. */
export interface InterviewState {
  /** By question; one that stopped applying stays here, see `answersInUse`. */
  readonly answers: readonly number[];
  readonly unknown: ReadonlySet<number>;
  /** Questions answered or left unknown in this interview, in the order in which *back* goes through them. */
  readonly path: readonly number[];
  /** Place of the shown question in `path`; its length where the step is not on the path yet. */
  readonly position: number;
  /** Alerts and rechecks in force that were shown and left as they are. */
  readonly acknowledged: ReadonlySet<string>;
  /** By question id. */
  readonly notes: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly offerDeclined: boolean;
  readonly earlier?: EarlierScreening;
  /** What the answers in use lead to. */
  readonly outcome: Outcome;
  readonly step: Step;
}

/** What an interview begins with. */
export interface Beginning {
  readonly answers: Answers;
  /** Ask every question that applies, not only those that matter. */
  readonly full: boolean;
  /** `answers` then hold what is carried over from it. */
  readonly earlier?: EarlierScreening;
}

/** What was answered before, to be seen beside the questions; none of it counts by itself. */
export interface EarlierScreening {
  readonly day: string;
  /** By question, safety included. */
  readonly answers: Answers;
}

/**
 * The answers that count: without those given in this interview to questions that a correction has since made
 * inapplicable. Answers it began with all count, so that one to a question that does not apply is named.
 */
export function answersInUse(
  ruleSet: RuleSet,
  state: Pick<InterviewState, 'answers' | 'path'>,
): readonly number[] {
  return ruleSet.questions.map((question, index) => {
    const isIdle =
      state.path.includes(index) && applicability(ruleSet, question, state.answers) === 'cannot_hold';
    return isIdle ? OPEN : (state.answers[index] ?? OPEN);
  });
}

/** Whether the answer to a question comes from the earlier screening and was not asked for in this one. */
export function isCarriedOver(state: InterviewState, question: number): boolean {
  const isGiven = (state.answers[question] ?? OPEN) !== OPEN;
  return state.earlier !== undefined && isGiven && !state.path.includes(question);
}

/** The questions still to ask after the one on the screen, at most. */
export function questionsAhead(compiled: CompiledRuleSet, state: InterviewState): readonly number[] {
  const { step } = state;
  const left = questionsLeft(asked(compiled, state), state.scope);
  return step.kind === 'question' ? left.filter((question) => question !== step.question) : left;
}

/** The place on the path to which *back* leads; none at its beginning. */
export function placeBefore(ruleSet: RuleSet, state: InterviewState): number | undefined {
  return nearestPlace(ruleSet, state, state.position - 1, -1);
}

/** The nearest place on the path, from one on, whose question still applies. */
export function nearestPlace(
  ruleSet: RuleSet,
  state: InterviewState,
  from: number,
  by: 1 | -1,
): number | undefined {
  for (let place = from; ; place += by) {
    const index = state.path[place];
    const question = index === undefined ? undefined : ruleSet.questions[index];
    if (question === undefined) return undefined;
    if (applicability(ruleSet, question, state.answers) !== 'cannot_hold') return place;
  }
}

/** What the choice of the next question rests on. */
export function asked(compiled: CompiledRuleSet, state: Omit<InterviewState, 'step' | 'position'>): Asked {
  const answers = answersInUse(compiled.ruleSet, state);
  return { compiled, answers, unknown: state.unknown, path: state.path, outcome: state.outcome };
}
