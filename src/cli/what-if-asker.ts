import type { CompiledRuleSet } from '../diagram/compile.ts';
import { explain } from '../explain/explain.ts';
import type { WhatIfAsker } from '../interview/ask-what-if.ts';
import { whatIfScreen } from '../interview/what-if-screen.ts';
import type { ExplainedCase } from '../render/explained-case.ts';
import { renderSideBySide } from '../render/side-by-side.ts';
import type { InterviewTerminal } from './interview-terminal.ts';

/** Lets a person try other answers on a terminal; what they lead to is printed under the result. */
export function whatIfAsker(
  compiled: CompiledRuleSet,
  subject: ExplainedCase,
  { goesOn, showResult }: { readonly goesOn: boolean; readonly showResult: () => void },
  terminal: InterviewTerminal,
): WhatIfAsker {
  const { drawing, output } = terminal;
  let changed: ExplainedCase | undefined;
  return {
    ask: (step) => {
      const result = { given: subject, goesOn, ...(changed && { changed }) };
      return terminal.choose(() => whatIfScreen(result, step, drawing()));
    },
    compare: (question, answer) => {
      const answers = Int8Array.from(subject.answers);
      answers[question] = answer;
      changed = { ...subject, answers, explanation: explain(compiled, answers) };
      output.write(renderSideBySide(subject, changed, drawing()));
    },
    showResult,
  };
}
