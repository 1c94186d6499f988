import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Asker } from '../interview/asker.ts';
import { stepScreen } from '../interview/step-screen.ts';
import type { Drawing } from './prompt-drawing.ts';
import { type PromptTerminal, questionPrompt } from './question-prompt.ts';

/** The terminal an interview is held on. */
export interface InterviewTerminal extends PromptTerminal {
  /** Asked at each drawing, since the window may change. */
  readonly drawing: () => Drawing;
}

/** Asks on a terminal. */
export function inquirerAsker(compiled: CompiledRuleSet, terminal: InterviewTerminal): Asker {
  const { drawing } = terminal;
  return {
    ask: (state) => {
      const screen = () => stepScreen(compiled, state, drawing());
      return questionPrompt({ screen, drawing }, terminal);
    },
  };
}
