import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerCondition, Rule, RuleSet } from '../../src/core/rule-set.ts';
import { compile } from '../../src/diagram/compile.ts';
import { fingerprint } from '../../src/diagram/fingerprint.ts';
import { TooLargeError } from '../../src/diagram/node-store.ts';
import { arbitraryRuleSet, commonness, ruleSetOf, runs, withCommonness } from '../arbitrary-rule-set.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const fingerprintOf = (ruleSet: RuleSet) => fingerprint(compile(ruleSet), sha256);

/** The same condition written the other way round: not (none of the two halves...). */
function rewritten(rule: Rule): Rule {
  if (rule.kind === 'advise') return rule;
  const inner: AnswerCondition = { kind: 'none', of: [rule.when] };
  return { ...rule, because: 'in other words', when: { kind: 'none', of: [inner] } };
}

describe('fingerprint', () => {
  test('stays when rules are reworded, reordered or written another way', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, (ruleSet) => {
        const other = { ...ruleSet, rules: ruleSet.rules.map(rewritten).reverse() };
        expect(fingerprintOf(other)).toBe(fingerprintOf(ruleSet));
      }),
      runs(200),
    );
  });

  test('stays whatever is assumed of how common answers are, and which questions stand together', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, commonness, (ruleSet, numbers) => {
        const { questions, ...others } = withCommonness(ruleSet, numbers);
        const grouped = questions.map((question) => ({ ...question, group: 'one' }));
        expect(fingerprintOf({ ...others, questions: grouped })).toBe(fingerprintOf(ruleSet));
      }),
      runs(100),
    );
  });

  test('changes when a threshold moves so that a case changes level', () => {
    const [sample] = fc.sample(arbitraryRuleSet, { seed: 7, numRuns: 1 });
    const questions = (sample?.questions ?? []).slice(0, 1);
    const floor = (answers: number): Rule => ({
      id: 'only.floor',
      dimension: 0,
      because: '',
      sources: [],
      practice: false,
      accept: [],
      kind: 'at_least',
      level: 1,
      when: { kind: 'answer', question: 0, answers },
    });
    expect(fingerprintOf(ruleSetOf(questions, [floor(1)]))).not.toBe(
      fingerprintOf(ruleSetOf(questions, [floor(2)])),
    );
  });
});

describe('compile', () => {
  test('gives up with a named error rather than pass the node limit', () => {
    const [ruleSet] = fc.sample(arbitraryRuleSet, { seed: 3, numRuns: 1 });
    if (ruleSet === undefined) throw new Error('no sample');
    expect(() => compile(ruleSet, { maxNodes: 1 })).toThrow(TooLargeError);
  });
});
