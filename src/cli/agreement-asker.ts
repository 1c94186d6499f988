import type { SuggestedCare } from '../interview/agreement.ts';
import { agreementScreen, noteLines } from '../interview/agreement-screen.ts';
import type { AgreementAsker } from '../interview/ask-agreement.ts';
import type { InterviewTerminal } from './inquirer-asker.ts';
import { notePrompt } from './note-prompt.ts';
import { questionPrompt } from './question-prompt.ts';

/** Asks for the clinician's decision on a terminal. */
export function agreementAsker(care: SuggestedCare, terminal: InterviewTerminal): AgreementAsker {
  const { drawing } = terminal;
  return {
    ask: (step) =>
      step.kind === 'note'
        ? notePrompt({ above: () => noteLines(care, step, drawing()), drawing }, terminal)
        : questionPrompt({ screen: () => agreementScreen(care, step, drawing()), drawing }, terminal),
  };
}
