import type { Claim, Guarantee } from '../../core/guarantee.ts';
import type { Verdict } from '../../core/verdict.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { proveAlwaysOneLevel } from './always-one-level.ts';
import { proveEachAnswerCanMatter } from './each-answer-can-matter.ts';
import { proveEachRuleCanMatter } from './each-rule-can-matter.ts';
import { proveExpectedOutcome } from './expected-outcome.ts';
import { proveNeverLowers } from './never-lowers.ts';
import { proveNeverMatters } from './never-matters.ts';
import type { Proof } from './proof.ts';
import { ProofSpace } from './proof-space.ts';
import { proveStays } from './stays.ts';

export interface VerifyOptions {
  /** How many nodes all the proofs together may make. */
  readonly maxNodes?: number;
}

/**
 * Proves each guarantee over every possible case, or refutes it with a smallest counterexample: the case that changes
 * the fewest answers of the best case, then the one that takes the fewest steps.
 *
 * @throws TooLargeError if a proof needs more than `maxNodes` nodes; then nothing is proven.
 */
export function verify(
  compiled: CompiledRuleSet,
  guarantees: readonly Guarantee[],
  { maxNodes }: VerifyOptions = {},
): Verdict[] {
  const space = new ProofSpace(compiled, maxNodes);
  return guarantees.map((guarantee) => {
    const { cases, refutation } = prove(space, guarantee.claim);
    if (refutation !== undefined) return { guarantee, cases, result: 'refuted', refutation };
    return { guarantee, cases, result: cases === 0n ? 'vacuous' : 'proven' };
  });
}

function prove(space: ProofSpace, claim: Claim): Proof {
  switch (claim.kind) {
    case 'expected_outcome':
      return proveExpectedOutcome(space, claim);
    case 'never_lowers':
      return proveNeverLowers(space, claim);
    case 'never_matters':
      return proveNeverMatters(space, claim);
    case 'stays':
      return proveStays(space, claim);
    case 'always_one_level':
      return proveAlwaysOneLevel(space);
    case 'each_rule_can_matter':
      return proveEachRuleCanMatter(space);
    case 'each_answer_can_matter':
      return proveEachAnswerCanMatter(space, claim);
    default:
      return claim satisfies never;
  }
}
