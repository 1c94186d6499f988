import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Look, Screen } from '../render/screen.ts';
import { alertScreen } from './alert-screen.ts';
import type { InterviewEvent, InterviewState } from './interview.ts';
import { offerScreen } from './offer-screen.ts';
import { questionScreen } from './question-screen.ts';
import { recheckScreen } from './recheck-screen.ts';
import { reviewScreen } from './review-screen.ts';

/**
 * What the present step shows. A line to type in is none of these screens, and an interview that has ended shows
 * nothing: asking for either is a mistake.
 */
export function stepScreen(
  compiled: CompiledRuleSet,
  state: InterviewState,
  look: Look,
): Screen<InterviewEvent> {
  const { step } = state;
  switch (step.kind) {
    case 'question':
      return questionScreen(compiled, state, step.question, look);
    case 'alert':
      return alertScreen(compiled.ruleSet, state, step.rules, look);
    case 'recheck':
      return recheckScreen(compiled.ruleSet, state, step.rechecks, look);
    case 'offer':
      return offerScreen(compiled.ruleSet, state, step.questions, look);
    case 'review':
      return reviewScreen(compiled, state, look);
    case 'note':
    case 'end':
      throw new RangeError(`the step ${step.kind} is no screen of choices`);
    default:
      return step satisfies never;
  }
}
