import { describe, expect, test } from 'vitest';
import { compareOutcome } from '../../../src/analysis/examples/compare-outcome.ts';
import { answersFromIds } from '../../../src/core/answers.ts';
import type { Expectation } from '../../../src/core/example.ts';
import { evaluate } from '../../../src/explain/evaluate.ts';
import { adult, compiledAdult } from '../../adult-rule-set.ts';
import { BEST_CASE } from '../../oracle/case.ts';

function differences(given: Readonly<Record<string, string>>, expected: Expectation) {
  const { answers, problems } = answersFromIds(adult, given);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return compareOutcome(expected, evaluate(compiledAdult, answers), adult);
}

const guarded = { ...BEST_CASE, information: 'guarded_or_contradicted' };

describe('comparing an outcome with the expected one', () => {
  test('finds nothing in what is not named', () => {
    expect(differences(guarded, {})).toEqual([]);
  });

  test('compares both ends of the range', () => {
    const open = { ...BEST_CASE, suicidal_thoughts: 'unknown' };
    expect(differences(open, { levels: { lowest: 0, highest: 3 } })).toEqual([]);
    expect(differences(open, { levels: { lowest: 0, highest: 0 } })).toEqual([
      { kind: 'levels', expected: { lowest: 0, highest: 0 }, actual: { lowest: 0, highest: 3 } },
    ]);
    expect(differences(open, { open: { kind: 'exactly', ids: ['suicidal_thoughts'] } })).toEqual([]);
  });

  test('compares an exact list both ways, whatever its order', () => {
    const advice = [
      'schedule.coverage',
      'step-down.next-step',
      'functioning.right-kind-of-iop',
      'safety.collateral',
    ];
    expect(differences(guarded, { advice: { kind: 'exactly', ids: advice } })).toEqual([]);
    const wrong = ['schedule.coverage', 'step-down.next-step', 'safety.safety-plan', 'safety.collateral'];
    expect(differences(guarded, { advice: { kind: 'exactly', ids: wrong } })).toEqual([
      { kind: 'advice', missing: ['safety.safety-plan'], unexpected: ['functioning.right-kind-of-iop'] },
    ]);
  });

  test('compares what must and must not be in a list', () => {
    const among = { kind: 'among', includes: ['safety.guarded-denial'], excludes: [] } as const;
    expect(differences(guarded, { rechecks: among })).toEqual([]);
    const opposite = {
      kind: 'among',
      includes: ['safety.plan-but-weekly'],
      excludes: ['safety.guarded-denial'],
    } as const;
    expect(differences(guarded, { rechecks: opposite })).toEqual([
      { kind: 'rechecks', missing: ['safety.plan-but-weekly'], unexpected: ['safety.guarded-denial'] },
    ]);
  });

  test('names reasons and alerts by rule', () => {
    expect(
      differences(guarded, {
        reasons: { kind: 'exactly', ids: [] },
        alerts: { kind: 'exactly', ids: ['safety.preparing'] },
      }),
    ).toEqual([
      { kind: 'reasons', missing: [], unexpected: ['safety.guarded'] },
      { kind: 'alerts', missing: ['safety.preparing'], unexpected: [] },
    ]);
  });
});
