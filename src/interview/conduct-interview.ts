import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Asker } from './asker.ts';
import { type Beginning, beginInterview, type InterviewState, nextState } from './interview.ts';

/** Asks until the person sees the result or leaves. */
export async function conductInterview(
  compiled: CompiledRuleSet,
  beginning: Beginning,
  asker: Asker,
): Promise<InterviewState | 'cancelled'> {
  let state = beginInterview(compiled, beginning);
  while (state.step.kind !== 'end') {
    const event = await asker.ask(state);
    if (event === 'cancelled') return event;
    state = nextState(compiled, state, event);
  }
  return state;
}
