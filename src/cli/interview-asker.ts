import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Asker } from '../interview/asker.ts';
import { noteText, questionNoteLines } from '../interview/note-lines.ts';
import { stepScreen } from '../interview/step-screen.ts';
import type { InterviewTerminal } from './interview-terminal.ts';

/** Asks the steps of an interview on a terminal. */
export function interviewAsker(compiled: CompiledRuleSet, terminal: InterviewTerminal): Asker {
  const { drawing } = terminal;
  return {
    async ask(state) {
      const { step } = state;
      if (step.kind !== 'note') return terminal.choose(() => stepScreen(compiled, state, drawing()));
      const noted = await terminal.write(() => questionNoteLines(compiled.ruleSet, state, step, drawing()));
      if (noted === 'cancelled' || noted.kind === 'back') return noted;
      return { kind: 'noted', text: noteText(noted.text) };
    },
  };
}
