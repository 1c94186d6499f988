import type { InterviewEvent, InterviewState } from './interview.ts';

/** Whoever shows a step to a person and brings back what they did: a terminal, or a script in a test. */
export interface Asker {
  /** `cancelled`: the person left; nothing more is asked. */
  ask(state: InterviewState): Promise<InterviewEvent | 'cancelled'>;
}
