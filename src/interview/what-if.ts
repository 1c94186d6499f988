import type { Answers } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { applicability } from '../core/truth.ts';

/** What is on the screen after the result. Questions and answers by index, `OPEN` for *unknown*. */
export type WhatIfStep =
  /** Under the result. */
  | { readonly kind: 'result' }
  /** The list of questions. */
  | { readonly kind: 'question' }
  | { readonly kind: 'answer'; readonly question: number }
  /** Under the two outcomes side by side. */
  | { readonly kind: 'comparison'; readonly question: number; readonly answer: number }
  | { readonly kind: 'end' };

/** What the person does. One that has no meaning at the present step changes nothing. */
export type WhatIfEvent =
  | { readonly kind: 'try' }
  | { readonly kind: 'choose'; readonly question: number }
  | { readonly kind: 'change'; readonly answer: number }
  | { readonly kind: 'back' }
  | { readonly kind: 'end' };

/** The step after an event. The answers themselves never change: a comparison holds the one that is other. */
export function nextWhatIf(step: WhatIfStep, event: WhatIfEvent): WhatIfStep {
  switch (event.kind) {
    case 'try':
      return isUnderOutcome(step) ? { kind: 'question' } : step;
    case 'choose':
      return step.kind === 'question' ? { kind: 'answer', question: event.question } : step;
    case 'change':
      return step.kind === 'answer' ? { ...step, kind: 'comparison', answer: event.answer } : step;
    case 'back':
      return back(step);
    case 'end':
      return isUnderOutcome(step) ? { kind: 'end' } : step;
    default:
      return event satisfies never;
  }
}

/** The questions whose answer can be changed: those that apply or may apply, in rule set order. */
export function changeableQuestions(ruleSet: RuleSet, answers: Answers): readonly number[] {
  return ruleSet.questions.flatMap((question, index) =>
    applicability(ruleSet, question, answers) === 'cannot_hold' ? [] : [index],
  );
}

function isUnderOutcome({ kind }: WhatIfStep): boolean {
  return kind === 'result' || kind === 'comparison';
}

function back(step: WhatIfStep): WhatIfStep {
  switch (step.kind) {
    case 'answer':
      return { kind: 'question' };
    case 'question':
    case 'comparison':
      return { kind: 'result' };
    case 'result':
    case 'end':
      return step;
    default:
      return step satisfies never;
  }
}
