import type { SuggestedCare } from '../interview/agreement.ts';
import { agreementScreen, noteLines } from '../interview/agreement-screen.ts';
import type { AgreementAsker } from '../interview/ask-agreement.ts';
import type { InterviewTerminal } from './interview-terminal.ts';

/** Asks for the clinician's decision on a terminal. */
export function agreementAsker(care: SuggestedCare, terminal: InterviewTerminal): AgreementAsker {
  const { drawing } = terminal;
  return {
    ask: (step) =>
      step.kind === 'note'
        ? terminal.write(() => noteLines(care, step, drawing()))
        : terminal.choose(() => agreementScreen(care, step, drawing())),
  };
}
