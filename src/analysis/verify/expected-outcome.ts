import type { ExpectedOutcomeClaim } from '../../core/guarantee.ts';
import { type Node, TRUE } from '../../diagram/node-store.ts';
import { blameFor } from './blame.ts';
import type { Proof } from './proof.ts';
import { type ProofSpace, withAnswers } from './proof-space.ts';

/** Proves that no case lies where the claim speaks and outside what it expects. */
export function proveExpectedOutcome(space: ProofSpace, claim: ExpectedOutcomeClaim): Proof {
  const { store } = space;
  const spokenOf = regionOf(space, claim);
  const cases = space.count(spokenOf);
  const way = space.nearestWay(store.and(spokenOf, store.not(expectedRegion(space, claim))));
  if (way === undefined) return { cases };
  const witness = space.witness(withAnswers(space.bestCase, way.changes));
  return { cases, refutation: { kind: 'case', witness, blame: blameFor(space, witness, claim.expect) } };
}

function regionOf(space: ProofSpace, { when, whenAlert, best }: ExpectedOutcomeClaim): Node {
  const { store } = space;
  const parts = [
    when === undefined ? TRUE : space.where(when),
    alertRegion(space, whenAlert),
    ...best.map((question) => space.hasBest(question)),
  ];
  return parts.reduce((all, part) => store.and(all, part));
}

function expectedRegion(space: ProofSpace, { expect }: ExpectedOutcomeClaim): Node {
  const levels = expect.levels === undefined ? TRUE : space.levelIn(expect.levels);
  return space.store.and(levels, alertRegion(space, expect.alert));
}

function alertRegion(space: ProofSpace, wanted: boolean | undefined): Node {
  if (wanted === undefined) return TRUE;
  return wanted ? space.alert : space.store.not(space.alert);
}
