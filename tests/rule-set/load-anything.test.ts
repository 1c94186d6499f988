import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { SMALL_RULE_SET } from './small-rule-set.ts';

const SEED = 20_260_711;

describe('whatever the files hold', () => {
  const yamlish = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ...'[]{}:,-?|>&*!#%@`\'"~',
      '\n',
      '\n  ',
      '\n    - ',
      ': ',
      '- ',
      ' #',
      '<<: ',
      '---\n',
      '\t',
    ),
    fc.constantFrom(
      'when',
      'any',
      'count',
      'at_least',
      'rules',
      'questions',
      'answers',
      'id',
      'null',
      'no',
      '1.0',
    ),
  );

  test('it never throws, and gives a rule set only without errors', () => {
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.nat(4000),
        fc.nat(200),
        fc.array(yamlish, { maxLength: 12 }),
        (which, at, cut, pieces) => {
          const files = SMALL_RULE_SET.map(({ path, text }, index) => {
            const start = at % text.length;
            return {
              path,
              text: index === which ? text.slice(0, start) + pieces.join('') + text.slice(start + cut) : text,
            };
          });
          const { ruleSet, diagnostics } = loadRuleSet(files);
          const errors = diagnostics.filter(({ severity }) => severity === 'error');
          expect(ruleSet === undefined).toBe(errors.length > 0);
          for (const { path, line, column, length } of diagnostics) {
            const lines = files.find((file) => file.path === path)?.text.split('\n') ?? [];
            expect(line).toBeLessThanOrEqual(lines.length);
            expect(column + length - 2).toBeLessThanOrEqual(lines[line - 1]?.length ?? 0);
          }
        },
      ),
      { seed: SEED, numRuns: 400 },
    );
  });

  test('text that is no rule set at all is refused', () => {
    fc.assert(
      fc.property(fc.array(yamlish, { maxLength: 40 }), (pieces) => {
        const { ruleSet, diagnostics } = loadRuleSet([{ path: 'rule-set.yaml', text: pieces.join('') }]);
        expect(ruleSet).toBeUndefined();
        expect(diagnostics).not.toEqual([]);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  test('no file at all is a missing header', () => {
    expect(loadRuleSet([]).diagnostics.map(({ code }) => code)).toEqual(['missing-header']);
  });
});
