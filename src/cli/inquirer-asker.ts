import { ExitPromptError } from '@inquirer/core';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Asker } from '../interview/asker.ts';
import { stepScreen } from '../interview/step-screen.ts';
import type { Drawing } from './prompt-drawing.ts';
import { questionPrompt } from './question-prompt.ts';
import type { InputStream, OutputStream } from './world.ts';

/** The terminal an interview is held on. */
export interface InterviewTerminal {
  readonly input: InputStream;
  readonly output: OutputStream;
  /** Asked at each drawing, since the window may change. */
  readonly drawing: () => Drawing;
}

/** Asks on a terminal. Each screen takes the place of the one before; no answer stays in the scroll-back. */
export function inquirerAsker(compiled: CompiledRuleSet, terminal: InterviewTerminal): Asker {
  const { input, output, drawing } = terminal;
  return {
    async ask(state) {
      const screen = () => stepScreen(compiled, state, drawing());
      try {
        return await questionPrompt({ screen, drawing }, { input, output, clearPromptOnDone: true });
      } catch (error) {
        if (error instanceof ExitPromptError) return 'cancelled';
        throw error;
      }
    },
  };
}
