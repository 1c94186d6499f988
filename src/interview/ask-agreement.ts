import type { Agreement } from '../core/record.ts';
import { type AgreementEvent, type AgreementStep, nextAgreement, type SuggestedCare } from './agreement.ts';

/** Whoever shows a step to the clinician and brings back what they did. */
export interface AgreementAsker {
  ask(step: Exclude<AgreementStep, { kind: 'end' }>): Promise<AgreementEvent | 'cancelled'>;
}

/** Asks for the clinician's own decision on a result. */
export async function askAgreement(
  care: SuggestedCare,
  asker: AgreementAsker,
): Promise<Agreement | 'cancelled'> {
  let step: AgreementStep = { kind: 'level' };
  while (step.kind !== 'end') {
    const event = await asker.ask(step);
    if (event === 'cancelled') return event;
    step = nextAgreement(care, step, event);
  }
  return step.agreement;
}
