import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verify } from '../../../src/analysis/verify/verify.ts';
import type { Claim } from '../../../src/core/guarantee.ts';
import type { RuleSet } from '../../../src/core/rule-set.ts';
import type { Refutation, Verdict, Witness } from '../../../src/core/verdict.ts';
import { compile } from '../../../src/diagram/compile.ts';
import { runs } from '../../arbitrary-rule-set.ts';
import { ruleSetAndClaim } from './arbitrary-claim.ts';
import { type BruteVerdict, includes, outcome, tryEveryCase } from './brute-force.ts';
import { everyCase, leastDistance, type TriedCase } from './every-case.ts';

function verdictOn(ruleSet: RuleSet, claim: Claim): Verdict {
  const [verdict] = verify(compile(ruleSet), [{ id: 'claim', says: 'a claim', claim }]);
  if (verdict === undefined) throw new Error('there is no verdict');
  return verdict;
}

test('every verdict is what trying every case gives, and every counterexample is real and smallest', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(ruleSetAndClaim, ([ruleSet, claim]) => {
      const verdict = verdictOn(ruleSet, claim);
      const brute = tryEveryCase(ruleSet, claim);
      expect(verdict.cases).toBe(brute.cases);
      expect(verdict.result).toBe(resultOf(brute));
      if (verdict.result === 'refuted') expectReal(ruleSet, claim, verdict.refutation, brute);
      const kind = `${claim.kind} ${verdict.result}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }),
    runs(600),
  );
  // Both outcomes of every kind of claim were met, so that agreement means something.
  for (const kind of [
    'expected_outcome',
    'never_lowers',
    'never_matters',
    'stays',
    'each_rule_can_matter',
    'each_answer_can_matter',
  ]) {
    expect(seen.get(`${kind} refuted`) ?? 0, `${kind} refuted`).toBeGreaterThan(4);
    expect(seen.get(`${kind} proven`) ?? 0, `${kind} proven`).toBeGreaterThan(4);
  }
  expect(seen.get('always_one_level proven')).toBeGreaterThan(4);
  expect(seen.get('expected_outcome vacuous')).toBeGreaterThan(4);
  expect(seen.get('stays vacuous')).toBeGreaterThan(0);
});

function resultOf({ refuting, idleRules, wrongPairs, cases }: BruteVerdict): Verdict['result'] {
  if (refuting.length + idleRules.length + wrongPairs.length > 0) return 'refuted';
  return cases === 0n ? 'vacuous' : 'proven';
}

function expectReal(ruleSet: RuleSet, claim: Claim, refutation: Refutation, brute: BruteVerdict): void {
  const cases = everyCase(ruleSet);
  const tried = ({ answers, level, alerts }: Witness): TriedCase => {
    const found = cases.get(Array.from(answers).join());
    expect(found?.level).toBe(level);
    expect(found?.alerts).toEqual(alerts);
    if (found === undefined) throw new Error('the counterexample is no complete case');
    return found;
  };
  const expectSmallest = (refuting: TriedCase) => {
    expect(brute.refuting).toContainEqual(refuting);
    expect(refuting.distance).toBe(leastDistance(brute.refuting));
  };
  switch (refutation.kind) {
    case 'case':
      expectSmallest(tried(refutation.witness));
      return;
    case 'pair': {
      const [before, after] = [tried(refutation.before), tried(refutation.after)];
      expect(refutation.blame.length).toBeGreaterThan(0);
      expectSmallest(claim.kind === 'stays' ? after : before);
      expectAllowedPair(ruleSet, claim, before, after);
      return;
    }
    case 'idle_rules':
      expect(refutation.rules.map(({ rule }) => rule)).toEqual(brute.idleRules);
      for (const { rule, example } of refutation.rules) {
        const id = ruleSet.rules[rule]?.id ?? '';
        if (example === undefined)
          expect([...cases.values()].some(({ holding }) => holding.includes(id))).toBe(false);
        else expect(tried(example).holding).toContain(id);
      }
      return;
    case 'alike_answers':
      expect(refutation.pairs.map(({ question, answers }) => `${question} ${answers.join(' ')}`)).toEqual(
        brute.wrongPairs,
      );
      return;
    case 'not_alike': {
      const { question, answers } = refutation.pair;
      expect(brute.wrongPairs).toContain(`${question} ${answers.join(' ')}`);
      const [before, after] = [tried(refutation.before), tried(refutation.after)];
      expect(changedQuestions(before, after)).toEqual([question]);
      expect(outcome(before)).not.toBe(outcome(after));
      return;
    }
    default:
      refutation satisfies never;
  }
}

function expectAllowedPair(ruleSet: RuleSet, claim: Claim, before: TriedCase, after: TriedCase): void {
  const changed = changedQuestions(before, after);
  switch (claim.kind) {
    case 'never_lowers':
    case 'never_matters': {
      expect(changed).toHaveLength(1);
      expect(claim.questions).toEqual(expect.arrayContaining(changed));
      const [question = -1] = changed;
      if (claim.kind === 'never_lowers') {
        expect(after.answers[question]).toBeGreaterThan(before.answers[question] ?? 99);
        expect(after.level).toBeLessThan(before.level);
      } else {
        expect([after.level, ...after.alerts]).not.toEqual([before.level, ...before.alerts]);
      }
      return;
    }
    case 'stays':
      expect(claim.whatever).toEqual(expect.arrayContaining(changed));
      expect(includes(claim.levels, before.level)).toBe(true);
      expect(includes(claim.levels, after.level)).toBe(false);
      for (const question of claim.whatever) {
        if (ruleSet.questions[question]?.ordered) expect(before.answers[question]).toBe(0);
      }
      return;
    default:
      throw new Error(`a claim of the kind ${claim.kind} is not refuted by a pair here`);
  }
}

function changedQuestions(before: TriedCase, after: TriedCase): number[] {
  return Array.from(before.answers.keys()).filter(
    (question) => before.answers[question] !== after.answers[question],
  );
}
