import type { Guarantee } from '../../core/guarantee.ts';
import type { Found } from './found.ts';

/** Guarantees that speak of no case at all, as the proofs have shown. */
export function vacuousGuarantee(vacuous: readonly Guarantee[]): Found[] {
  return vacuous.map((guarantee) => ({
    at: guarantee,
    message: `the guarantee \`${guarantee.id}\` speaks of no case, so it promises nothing`,
    help: 'look in its `when` for tests that exclude one another',
  }));
}
