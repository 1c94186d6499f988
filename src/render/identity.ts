/** How many hex digits of a fingerprint are shown to people. */
export const SHOWN_DIGITS = 8;

/** Which rule set decided, for every output. */
export interface RuleSetIdentity {
  readonly id: string;
  readonly version: string;
  /** All 64 hex digits, for records. */
  readonly fingerprint: string;
}

/** The identity as people see it and as the `rule_set` column holds it: `adult@1.0.0+1a2b3c4d`. */
export function identityText(identity: RuleSetIdentity): string {
  return `${identity.id}@${identity.version}+${identity.fingerprint.slice(0, SHOWN_DIGITS)}`;
}

/** What every output says about its own weight. */
export const DECISION_SUPPORT_NOTE = "Supports a clinician's judgment, does not replace it.";
