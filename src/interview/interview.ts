import { type Answers, OPEN } from '../core/answers.ts';
import type { Outcome } from '../core/outcome.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { applicability } from '../core/truth.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { evaluate } from '../explain/evaluate.ts';
import { type Asked, nextQuestion, questionsLeft, type Scope } from './next-question.ts';

/** What is on the screen; questions by index, rules by id. */
type Step =
  | { readonly kind: 'question'; readonly question: number }
  /** Alerts in force that have not been acknowledged. */
  | { readonly kind: 'alert'; readonly rules: readonly string[] }
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
  /** Past an alert, out of the review, or into the questions offered. */
  | { readonly kind: 'go_on' }
  | { readonly kind: 'decline' }
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
  readonly acknowledged: ReadonlySet<string>;
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

export function beginInterview(compiled: CompiledRuleSet, beginning: Beginning): InterviewState {
  const answers = compiled.ruleSet.questions.map((_, index) => beginning.answers[index] ?? OPEN);
  return advance(compiled, {
    answers,
    unknown: new Set(),
    path: [],
    acknowledged: new Set(),
    scope: beginning.full ? 'all' : 'deciding',
    offerDeclined: false,
    ...(beginning.earlier && { earlier: beginning.earlier }),
  });
}

/** The state after an event. */
export function nextState(
  compiled: CompiledRuleSet,
  state: InterviewState,
  event: InterviewEvent,
): InterviewState {
  switch (event.kind) {
    case 'answered':
      return record(compiled, state, event.answer);
    case 'unknown':
      return record(compiled, state, OPEN);
    case 'back':
      return back(compiled.ruleSet, state);
    case 'keep':
      return keep(compiled, state);
    case 'review':
      return state.step.kind === 'question' || state.step.kind === 'offer'
        ? { ...state, position: state.path.length, step: { kind: 'review' } }
        : state;
    case 'correct':
      return correct(state, event.question);
    case 'go_on':
      return goOn(compiled, state);
    case 'decline':
      return state.step.kind === 'offer' ? advance(compiled, { ...state, offerDeclined: true }) : state;
    case 'stop':
      return stop(compiled, state);
    default:
      return event satisfies never;
  }
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

type Unplaced = Omit<InterviewState, 'position' | 'outcome' | 'step'>;

/** Moves to what comes next: an alert before anything else, then a question, the offer, the review. */
function advance(compiled: CompiledRuleSet, unplaced: Unplaced): InterviewState {
  const outcome = evaluate(compiled, answersInUse(compiled.ruleSet, unplaced));
  // An alert that lapses and comes back is shown again.
  const acknowledged = new Set(outcome.alerts.filter((rule) => unplaced.acknowledged.has(rule)));
  const state = { ...unplaced, position: unplaced.path.length, outcome, acknowledged };
  return { ...state, step: stepAfter(compiled, state) };
}

function stepAfter(compiled: CompiledRuleSet, state: Omit<InterviewState, 'step'>): Step {
  const alerts = state.outcome.alerts.filter((rule) => !state.acknowledged.has(rule));
  if (alerts.length > 0) return { kind: 'alert', rules: alerts };
  const question = nextQuestion(asked(compiled, state), state.scope);
  if (question !== undefined) return { kind: 'question', question };
  if (state.scope === 'deciding' && !state.offerDeclined) {
    const questions = questionsLeft(asked(compiled, state), 'advisory');
    if (questions.length > 0) return { kind: 'offer', questions };
  }
  return { kind: 'review' };
}

function asked(compiled: CompiledRuleSet, state: Omit<InterviewState, 'step'>): Asked {
  const answers = answersInUse(compiled.ruleSet, state);
  return { compiled, answers, unknown: state.unknown, path: state.path, outcome: state.outcome };
}

function record(compiled: CompiledRuleSet, state: InterviewState, answer: number): InterviewState {
  if (state.step.kind !== 'question') return state;
  const { question } = state.step;
  if (answer !== OPEN && compiled.ruleSet.questions[question]?.answers[answer] === undefined) return state;
  const unknown = new Set(state.unknown);
  if (answer === OPEN) unknown.add(question);
  else unknown.delete(question);
  const path = state.path.includes(question) ? state.path : [...state.path, question];
  return advance(compiled, { ...state, answers: state.answers.with(question, answer), unknown, path });
}

function back(ruleSet: RuleSet, state: InterviewState): InterviewState {
  return state.step.kind === 'end' ? state : showPlace(state, placeBefore(ruleSet, state));
}

function keep(compiled: CompiledRuleSet, state: InterviewState): InterviewState {
  if (state.step.kind !== 'question' || state.position === state.path.length) return state;
  const after = nearestPlace(compiled.ruleSet, state, state.position + 1, 1);
  return after === undefined ? advance(compiled, state) : showPlace(state, after);
}

/** The nearest place on the path, from one on, whose question still applies. */
function nearestPlace(ruleSet: RuleSet, state: InterviewState, from: number, by: 1 | -1): number | undefined {
  for (let place = from; ; place += by) {
    const index = state.path[place];
    const question = index === undefined ? undefined : ruleSet.questions[index];
    if (question === undefined) return undefined;
    if (applicability(ruleSet, question, state.answers) !== 'cannot_hold') return place;
  }
}

function showPlace(state: InterviewState, place: number | undefined): InterviewState {
  const question = place === undefined ? undefined : state.path[place];
  if (place === undefined || question === undefined) return state;
  return { ...state, position: place, step: { kind: 'question', question } };
}

/** Puts the question at the end of the path, so that keeping its answer leads on from here. */
function correct(state: InterviewState, question: number): InterviewState {
  const isGiven = (state.answers[question] ?? OPEN) !== OPEN || state.unknown.has(question);
  if (state.step.kind !== 'review' || !isGiven) return state;
  const path = [...state.path.filter((earlier) => earlier !== question), question];
  return { ...state, path, position: path.length - 1, step: { kind: 'question', question } };
}

function goOn(compiled: CompiledRuleSet, state: InterviewState): InterviewState {
  switch (state.step.kind) {
    case 'alert': {
      const acknowledged = new Set([...state.acknowledged, ...state.step.rules]);
      return advance(compiled, { ...state, acknowledged });
    }
    case 'offer':
      return advance(compiled, { ...state, scope: 'advisory' });
    case 'review':
      return advance(compiled, state);
    case 'question':
    case 'end':
      return state;
    default:
      return state.step satisfies never;
  }
}

function stop(compiled: CompiledRuleSet, state: InterviewState): InterviewState {
  if (state.step.kind !== 'alert' && state.step.kind !== 'review') return state;
  const early = nextQuestion(asked(compiled, state), 'deciding') !== undefined;
  return { ...state, step: { kind: 'end', early } };
}
