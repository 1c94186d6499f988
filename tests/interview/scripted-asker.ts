import type { Asker } from '../../src/interview/asker.ts';
import type { InterviewEvent, InterviewState } from '../../src/interview/interview.ts';

/** How a simulated person acts at each step; what is left out is done in the shortest way. */
export interface Script {
  /** The answer to a question, by index; `undefined` leaves it unknown. */
  readonly answer: (question: number) => number | undefined;
  readonly onAlert?: 'stop' | 'go_on';
  readonly onOffer?: 'go_on' | 'decline';
}

/** Acts by a script and keeps the steps it was shown. */
export interface ScriptedAsker extends Asker {
  readonly steps: InterviewState['step'][];
}

export function scriptedAsker(script: Script): ScriptedAsker {
  const steps: InterviewState['step'][] = [];
  return {
    steps,
    ask: async (state) => {
      steps.push(state.step);
      return replyTo(state, script);
    },
  };
}

function replyTo({ step }: InterviewState, script: Script): InterviewEvent {
  switch (step.kind) {
    case 'question': {
      const answer = script.answer(step.question);
      return answer === undefined ? { kind: 'unknown' } : { kind: 'answered', answer };
    }
    case 'note':
      return { kind: 'back' };
    case 'recheck':
      return { kind: 'go_on' };
    case 'alert':
      return { kind: script.onAlert ?? 'go_on' };
    case 'offer':
      return { kind: script.onOffer ?? 'decline' };
    case 'review':
    case 'end':
      return { kind: 'stop' };
    default:
      return step satisfies never;
  }
}

/** The questions a scripted interview asked, in order. */
export function questionsAsked(asker: ScriptedAsker): number[] {
  return asker.steps.flatMap((step) => (step.kind === 'question' ? [step.question] : []));
}
