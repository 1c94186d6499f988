import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPEN } from '../../src/core/answers.ts';
import { combine } from '../../src/diagram/algebra.ts';
import { compile } from '../../src/diagram/compile.ts';
import { FALSE, TRUE } from '../../src/diagram/node-store.ts';
import { PartialSpace } from '../../src/diagram/partial-space.ts';
import { membersOf, possibleTerminals } from '../../src/diagram/possible.ts';
import { ruleSetAndAnswers, runs } from '../arbitrary-rule-set.ts';

describe('the diagram of all partial cases', () => {
  test('gives the lowest and the highest level that completions reach', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const compiled = compile(ruleSet);
        const space = new PartialSpace(compiled);
        const codes = compiled.order.map((question) => {
          const given = answers[question] ?? OPEN;
          return given === OPEN ? space.openCode(question) : given;
        });
        const levels = membersOf(possibleTerminals(compiled.level, answers));
        expect(space.terminalOf(space.bound(compiled.level, 'least'), codes)).toBe(levels[0]);
        expect(space.terminalOf(space.bound(compiled.level, 'most'), codes)).toBe(levels.at(-1));
      }),
      runs(300),
    );
  });

  test('finds a case with the fewest open questions where two diagrams differ', () => {
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet]) => {
        const compiled = compile(ruleSet);
        const space = new PartialSpace(compiled);
        const least = space.bound(compiled.level, 'least');
        const most = space.bound(compiled.level, 'most');
        const differ = combine(space.store, least, most, (a, b) => (a === b ? FALSE : TRUE));
        const codes = space.caseWithFewestOpen(differ);
        if (codes === undefined) {
          expect(least).toBe(most);
          return;
        }
        expect(space.terminalOf(differ, codes)).toBe(TRUE);
        // A level that more than one answer can give needs no more than one question to be open.
        const open = codes.filter((code, variable) => code === space.openCode(space.question(variable)));
        expect(open).toHaveLength(1);
      }),
      runs(100),
    );
  });
});
