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
  return continueInterview(compiled, beginInterview(compiled, beginning), asker);
}

/** Goes on from where an interview stands. `keep` sees each state before anything more is asked. */
export async function continueInterview(
  compiled: CompiledRuleSet,
  start: InterviewState,
  asker: Asker,
  keep: (state: InterviewState) => Promise<void> = async () => {},
): Promise<InterviewState | 'cancelled'> {
  let state = start;
  while (state.step.kind !== 'end') {
    const event = await asker.ask(state);
    if (event === 'cancelled') return event;
    state = nextState(compiled, state, event);
    await keep(state);
  }
  return state;
}
