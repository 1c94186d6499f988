import type { CompiledRuleSet } from '../diagram/compile.ts';
import { alertScreen } from './alert-screen.ts';
import type { InterviewState } from './interview.ts';
import { offerScreen } from './offer-screen.ts';
import { questionScreen } from './question-screen.ts';
import { reviewScreen } from './review-screen.ts';
import type { Look, Screen } from './screen.ts';

/** What the present step shows. An interview that has ended shows nothing: asking for it is a mistake. */
export function stepScreen(compiled: CompiledRuleSet, state: InterviewState, look: Look): Screen {
  const { step } = state;
  switch (step.kind) {
    case 'question':
      return questionScreen(compiled, state, step.question, look);
    case 'alert':
      return alertScreen(compiled.ruleSet, state, step.rules, look);
    case 'offer':
      return offerScreen(compiled.ruleSet, state, step.questions, look);
    case 'review':
      return reviewScreen(compiled, state, look);
    case 'end':
      throw new RangeError('an interview that has ended has no screen');
    default:
      return step satisfies never;
  }
}
