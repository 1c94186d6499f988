import { nextWhatIf, type WhatIfEvent, type WhatIfStep } from './what-if.ts';

/** Whoever shows the steps after the result and brings back what the person did. */
export interface WhatIfAsker {
  ask(step: Exclude<WhatIfStep, { kind: 'end' }>): Promise<WhatIfEvent | 'cancelled'>;
  /** Prints the outcome beside the one with this answer changed. */
  compare(question: number, answer: number): void;
  /** Prints the result once more. */
  showResult(): void;
}

/** Lets the person try other answers until they have seen enough. */
export async function askWhatIf(asker: WhatIfAsker): Promise<'done' | 'cancelled'> {
  let step: WhatIfStep = { kind: 'result' };
  while (step.kind !== 'end') {
    const event = await asker.ask(step);
    if (event === 'cancelled') return event;
    const next = nextWhatIf(step, event);
    if (next.kind === 'comparison' && step.kind === 'answer') asker.compare(next.question, next.answer);
    // The list of questions has pushed the result off the screen.
    if (next.kind === 'result' && next !== step) asker.showResult();
    step = next;
  }
  return 'done';
}
