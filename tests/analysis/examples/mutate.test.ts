import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mutateRules } from '../../../src/analysis/examples/mutate.ts';
import { mutateRule } from '../../../src/analysis/examples/mutate-rule.ts';
import { mutatedRuleSet } from '../../../src/analysis/examples/mutated-outcome.ts';
import { RuleDiagrams } from '../../../src/analysis/examples/rule-diagrams.ts';
import { runExamples } from '../../../src/analysis/examples/run-examples.ts';
import type { Rule, RuleSet } from '../../../src/core/rule-set.ts';
import { compile } from '../../../src/diagram/compile.ts';
import { arbitraryRuleSet, ruleSetOf, runs } from '../../arbitrary-rule-set.ts';
import { allCases, decisionText, exampleOf } from './brute-force.ts';

/** Each mutant as a rule set of its own, with the cases that it decides otherwise. */
function mutantsByTrying(ruleSet: RuleSet) {
  const cases = allCases(ruleSet);
  const decided = cases.map((answers) => decisionText(ruleSet, answers));
  return ruleSet.rules.flatMap((rule, index) =>
    mutateRule(rule, ruleSet).map((mutated) => {
      const mutant = mutatedRuleSet(ruleSet, index, mutated);
      const differs = cases.map((answers, place) => decisionText(mutant, answers) !== decided[place]);
      return { rule: index, change: mutated.change, differs };
    }),
  );
}

describe('mutants of small rule sets', () => {
  test('are equivalent, killed or alive exactly as trying every case says', () => {
    let equivalent = 0;
    let killed = 0;
    let alive = 0;
    fc.assert(
      fc.property(arbitraryRuleSet, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (ruleSet, picks) => {
        const cases = allCases(ruleSet);
        const places = [...new Set(picks.map((pick) => pick % cases.length))];
        const examples = places.map((place) =>
          exampleOf(ruleSet, cases[place] ?? new Int8Array(), `case-${place}`),
        );
        const report = mutateRules(new RuleDiagrams(ruleSet), runExamples(compile(ruleSet), examples));
        const tried = mutantsByTrying(ruleSet);
        const real = tried.filter(({ differs }) => differs.includes(true));
        const survivors = real.filter(({ differs }) => !places.some((place) => differs[place]));
        expect(report.made).toBe(tried.length);
        expect(report.equivalent).toBe(tried.length - real.length);
        expect(report.survivors.map(({ mutant }) => mutant)).toEqual(
          survivors.map(({ rule, change }) => ({ rule, change })),
        );
        expect(report.killed).toBe(real.length - survivors.length);
        equivalent += report.equivalent;
        killed += report.killed;
        alive += survivors.length;
      }),
      runs(40),
    );
    expect(Math.min(equivalent, killed, alive)).toBeGreaterThan(50);
  });

  test('every survivor comes with a case that it decides otherwise', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const { survivors } = mutateRules(new RuleDiagrams(ruleSet), []);
        for (const { mutant, answers } of survivors) {
          const rule = ruleSet.rules[mutant.rule];
          const mutated = rule && mutateRule(rule, ruleSet).filter(({ change }) => change === mutant.change);
          const texts = (mutated ?? []).map((one) =>
            decisionText(mutatedRuleSet(ruleSet, mutant.rule, one), Int8Array.from(answers)),
          );
          const decided = decisionText(ruleSet, Int8Array.from(answers));
          expect(texts.some((text) => text !== decided)).toBe(true);
        }
      }),
      runs(30),
    );
  });

  test('reasons and incomplete cases notice too', () => {
    const ruleSet = twoReasons();
    const results = (examples: Parameters<typeof runExamples>[1]) =>
      mutateRules(new RuleDiagrams(ruleSet), runExamples(compile(ruleSet), examples)).survivors.map(
        ({ mutant }) => `${mutant.rule} ${mutant.change}`,
      );
    const bothHold = exampleOf(ruleSet, Int8Array.of(1, 1), 'both');
    expect(results([bothHold])).toContain('0 dropped');
    const reasons = { kind: 'exactly', ids: ['only.a', 'only.b'] } as const;
    expect(results([{ ...bothHold, expect: { reasons } }])).not.toContain('0 dropped');
    const open = { ...bothHold, id: 'open', answers: Int8Array.of(1, -1) };
    const levels = { lowest: 1, highest: 1 };
    expect(results([{ ...open, expect: { levels } }])).not.toContain('0 dropped');
  });
});

/** Two questions, either of which alone asks for an IOP. */
function twoReasons(): RuleSet {
  const answers = ['no_sign', 'sign'].map((id) => ({ id, label: '', means: '', phrase: '' }));
  const question = (id: string) => ({
    id,
    dimension: 0,
    title: id,
    prompt: id,
    window: '',
    help: '',
    ordered: true,
    history: false,
    accept: [],
    answers,
  });
  const rule = (id: string, asked: number): Rule => ({
    id,
    dimension: 0,
    because: '',
    sources: [],
    practice: false,
    accept: [],
    kind: 'at_least',
    level: 1,
    when: { kind: 'answer', question: asked, answers: 0b10 },
  });
  return ruleSetOf([question('first'), question('second')], [rule('only.a', 0), rule('only.b', 1)]);
}
