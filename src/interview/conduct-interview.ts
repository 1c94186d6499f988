import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Asker } from './asker.ts';
import type { Beginning, InterviewState } from './interview.ts';
import { beginInterview, nextState } from './next-state.ts';

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
