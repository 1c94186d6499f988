import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import type { RuleSet } from '../../src/core/rule-set.ts';
import { cofactor, combine, countCases, mapTerminals } from '../../src/diagram/algebra.ts';
import { extractDiagram } from '../../src/diagram/diagram.ts';
import type { Node } from '../../src/diagram/node-store.ts';
import { terminalOf } from '../../src/diagram/possible.ts';
import { buildSharedDiagrams, type SharedDiagrams } from '../../src/diagram/shared-diagrams.ts';
import { arbitraryRuleSet, completions, runs } from '../arbitrary-rule-set.ts';

const allCases = (ruleSet: RuleSet) =>
  completions(ruleSet, new Int8Array(ruleSet.questions.length).fill(OPEN));

function terminalFor(shared: SharedDiagrams, root: Node, answers: Int8Array): number | undefined {
  return terminalOf(extractDiagram(shared.store, root, shared.order), answers);
}

describe('diagram algebra agrees with going through every case', () => {
  test('joining two diagrams, and replacing terminals', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const shared = buildSharedDiagrams(ruleSet);
        const { store, levelRoot, ruleRoots } = shared;
        const first = ruleRoots[0] ?? 0;
        const joined = combine(store, levelRoot, first, (level, holds) => level * 2 + holds);
        const reversed = mapTerminals(store, levelRoot, (level) => 3 - level);
        for (const answers of allCases(ruleSet)) {
          const level = terminalFor(shared, levelRoot, answers) ?? -1;
          const holds = terminalFor(shared, first, answers) ?? -1;
          expect(terminalFor(shared, joined, answers)).toBe(level * 2 + holds);
          expect(terminalFor(shared, reversed, answers)).toBe(3 - level);
        }
      }),
      runs(60),
    );
  });

  test('fixing one answer', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, fc.nat({ max: 2 }), (ruleSet, question) => {
        const shared = buildSharedDiagrams(ruleSet);
        const fixed = cofactor(shared.store, shared.levelRoot, shared.variables[question] ?? 0, 1);
        for (const answers of allCases(ruleSet)) {
          const answered = answers.map((given, index) => (index === question ? 1 : given));
          expect(terminalFor(shared, fixed, answers)).toBe(terminalFor(shared, shared.levelRoot, answered));
        }
      }),
      runs(60),
    );
  });

  test('counting cases', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, fc.nat({ max: 3 }), (ruleSet, level) => {
        const shared = buildSharedDiagrams(ruleSet);
        const { store, levelRoot } = shared;
        const isLevel = mapTerminals(store, levelRoot, (one) => (one === level ? 1 : 0));
        const counted = allCases(ruleSet).filter(
          (answers) => terminalFor(shared, levelRoot, answers) === level,
        );
        expect(countCases(store, isLevel)).toBe(BigInt(counted.length));
      }),
      runs(100),
    );
  });
});
