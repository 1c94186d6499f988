import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import type { RuleSet } from '../../src/core/rule-set.ts';
import { cofactor, combine, countCases, mapTerminals } from '../../src/diagram/algebra.ts';
import { type CompiledRuleSet, compile } from '../../src/diagram/compile.ts';
import { extractDiagram } from '../../src/diagram/diagram.ts';
import type { Node } from '../../src/diagram/node-store.ts';
import { terminalOf } from '../../src/diagram/possible.ts';
import { arbitraryRuleSet, completions, runs } from '../arbitrary-rule-set.ts';

const allCases = (ruleSet: RuleSet) =>
  completions(ruleSet, new Int8Array(ruleSet.questions.length).fill(OPEN));

function terminalFor(compiled: CompiledRuleSet, root: Node, answers: Int8Array): number | undefined {
  return terminalOf(extractDiagram(compiled.store, root, compiled.order), answers);
}

describe('diagram algebra agrees with going through every case', () => {
  test('joining two diagrams, and replacing terminals', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const compiled = compile(ruleSet);
        const { store, levelRoot, ruleRoots } = compiled;
        const first = ruleRoots[0] ?? 0;
        const joined = combine(store, levelRoot, first, (level, holds) => level * 2 + holds);
        const reversed = mapTerminals(store, levelRoot, (level) => 3 - level);
        for (const answers of allCases(ruleSet)) {
          const level = terminalFor(compiled, levelRoot, answers) ?? -1;
          const holds = terminalFor(compiled, first, answers) ?? -1;
          expect(terminalFor(compiled, joined, answers)).toBe(level * 2 + holds);
          expect(terminalFor(compiled, reversed, answers)).toBe(3 - level);
        }
      }),
      runs(60),
    );
  });

  test('fixing one answer', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, fc.nat({ max: 2 }), (ruleSet, question) => {
        const compiled = compile(ruleSet);
        const fixed = cofactor(compiled.store, compiled.levelRoot, compiled.variables[question] ?? 0, 1);
        for (const answers of allCases(ruleSet)) {
          const answered = answers.map((given, index) => (index === question ? 1 : given));
          expect(terminalFor(compiled, fixed, answers)).toBe(
            terminalFor(compiled, compiled.levelRoot, answered),
          );
        }
      }),
      runs(60),
    );
  });

  test('counting cases', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, fc.nat({ max: 3 }), (ruleSet, level) => {
        const compiled = compile(ruleSet);
        const { store, levelRoot } = compiled;
        const isLevel = mapTerminals(store, levelRoot, (one) => (one === level ? 1 : 0));
        const counted = allCases(ruleSet).filter(
          (answers) => terminalFor(compiled, levelRoot, answers) === level,
        );
        expect(countCases(store, isLevel)).toBe(BigInt(counted.length));
      }),
      runs(100),
    );
  });
});
