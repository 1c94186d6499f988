import { OPEN } from '../core/answers.ts';
import { identifierIn } from '../core/identifying-text.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { evaluate } from '../explain/evaluate.ts';
import {
  answersInUse,
  asked,
  type Beginning,
  type InterviewEvent,
  type InterviewState,
  nearestPlace,
  placeBefore,
  type Step,
} from './interview.ts';
import { nextQuestion, questionsLeft } from './next-question.ts';

export function beginInterview(compiled: CompiledRuleSet, beginning: Beginning): InterviewState {
  const answers = compiled.ruleSet.questions.map((_, index) => beginning.answers[index] ?? OPEN);
  return advance(compiled, {
    answers,
    unknown: new Set(),
    path: [],
    acknowledged: new Set(),
    notes: {},
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
      return review(state);
    case 'correct':
      return correct(compiled, state, event.question);
    case 'note':
      return state.step.kind === 'question'
        ? { ...state, step: { kind: 'note', question: state.step.question } }
        : state;
    case 'noted':
      return noted(compiled.ruleSet, state, event.text);
    case 'go_on':
      return goOn(compiled, state);
    case 'decline':
      return state.step.kind === 'offer' ? advance(compiled, { ...state, offerDeclined: true }) : state;
    case 'ask_all':
      return state.step.kind === 'offer' || state.step.kind === 'review'
        ? advance(compiled, { ...state, scope: 'all' })
        : state;
    case 'stop':
      return stop(compiled, state);
    default:
      return event satisfies never;
  }
}

type Unplaced = Omit<InterviewState, 'position' | 'outcome' | 'step'>;

/** Moves to what comes next: an alert before anything else, then a recheck, a question, the offer, the review. */
export function advance(compiled: CompiledRuleSet, unplaced: Unplaced): InterviewState {
  const outcome = evaluate(compiled, answersInUse(compiled.ruleSet, unplaced));
  // What lapses and comes back is shown again.
  const inForce = [...outcome.alerts, ...outcome.rechecks];
  const acknowledged = new Set(inForce.filter((id) => unplaced.acknowledged.has(id)));
  const state = { ...unplaced, position: unplaced.path.length, outcome, acknowledged };
  return { ...state, step: stepAfter(compiled, state) };
}

function stepAfter(compiled: CompiledRuleSet, state: Omit<InterviewState, 'step'>): Step {
  const alerts = state.outcome.alerts.filter((rule) => !state.acknowledged.has(rule));
  if (alerts.length > 0) return { kind: 'alert', rules: alerts };
  const rechecks = state.outcome.rechecks.filter((id) => !state.acknowledged.has(id));
  if (rechecks.length > 0) return { kind: 'recheck', rechecks };
  const question = nextQuestion(asked(compiled, state), state.scope);
  if (question !== undefined) return { kind: 'question', question };
  if (state.scope === 'deciding' && !state.offerDeclined) {
    const questions = questionsLeft(asked(compiled, state), 'advisory');
    if (questions.length > 0) return { kind: 'offer', questions };
  }
  return { kind: 'review' };
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
  switch (state.step.kind) {
    case 'end':
      return state;
    case 'note':
      return { ...state, step: { kind: 'question', question: state.step.question } };
    case 'question':
    case 'alert':
    case 'recheck':
    case 'offer':
    case 'review':
      return showPlace(state, placeBefore(ruleSet, state));
    default:
      return state.step satisfies never;
  }
}

function review(state: InterviewState): InterviewState {
  const { kind } = state.step;
  const isOpen = kind === 'question' || kind === 'recheck' || kind === 'offer';
  return isOpen ? { ...state, position: state.path.length, step: { kind: 'review' } } : state;
}

/** Keeps a note and returns to its question; one that may identify the person has to be written anew. */
function noted(ruleSet: RuleSet, state: InterviewState, typed: string): InterviewState {
  if (state.step.kind !== 'note') return state;
  const { question } = state.step;
  const refused = identifierIn(typed);
  if (refused !== undefined) return { ...state, step: { kind: 'note', question, refused } };
  const id = ruleSet.questions[question]?.id ?? '';
  const { [id]: _, ...others } = state.notes;
  const text = typed.trim();
  const notes = text === '' ? others : { ...others, [id]: text };
  return { ...state, notes, step: { kind: 'question', question } };
}

function keep(compiled: CompiledRuleSet, state: InterviewState): InterviewState {
  if (state.step.kind !== 'question' || state.position === state.path.length) return state;
  const after = nearestPlace(compiled.ruleSet, state, state.position + 1, 1);
  return after === undefined ? advance(compiled, state) : showPlace(state, after);
}

function showPlace(state: InterviewState, place: number | undefined): InterviewState {
  const question = place === undefined ? undefined : state.path[place];
  if (place === undefined || question === undefined) return state;
  return { ...state, position: place, step: { kind: 'question', question } };
}

/** Puts the question at the end of the path, so that keeping its answer leads on from here. */
function correct(compiled: CompiledRuleSet, state: InterviewState, question: number): InterviewState {
  const isGiven = (state.answers[question] ?? OPEN) !== OPEN || state.unknown.has(question);
  const { kind } = state.step;
  if ((kind !== 'review' && kind !== 'recheck') || !isGiven) return state;
  const path = [...state.path.filter((earlier) => earlier !== question), question];
  // One that the interview began with counts as given in it from now on.
  const outcome = evaluate(compiled, answersInUse(compiled.ruleSet, { answers: state.answers, path }));
  return { ...state, path, outcome, position: path.length - 1, step: { kind: 'question', question } };
}

function goOn(compiled: CompiledRuleSet, state: InterviewState): InterviewState {
  switch (state.step.kind) {
    case 'alert': {
      const acknowledged = new Set([...state.acknowledged, ...state.step.rules]);
      return advance(compiled, { ...state, acknowledged });
    }
    case 'recheck': {
      const acknowledged = new Set([...state.acknowledged, ...state.step.rechecks]);
      return advance(compiled, { ...state, acknowledged });
    }
    case 'offer':
      return advance(compiled, { ...state, scope: 'advisory' });
    case 'review':
      return advance(compiled, state);
    case 'question':
    case 'note':
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
