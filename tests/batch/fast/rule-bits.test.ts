import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodeSpace } from '../../../src/batch/fast/cubes.ts';
import { RuleBits, type Truths, truthOfDiagram } from '../../../src/batch/fast/rule-bits.ts';
import { FALSE, type Node, NodeStore, TRUE } from '../../../src/diagram/node-store.ts';
import { runs } from '../../arbitrary-rule-set.ts';
import { newKernel } from './shipped-kernel.ts';

/** Questions in another order than their variables; the last answer of each variable is the open one. */
const ORDER = [2, 0, 3, 1];
const ANSWERS = [4, 2, 3, 4];
const ROWS = 5 * 3 * 4 * 5;

/** By question, the code that a row has: -1 for an open answer. */
const codesOf = (row: number): number[] => {
  const codes: number[] = [];
  let rest = row;
  for (const [question, answers] of ANSWERS.entries()) {
    codes[question] = (rest % (answers + 1)) - 1;
    rest = Math.floor(rest / (answers + 1));
  }
  return codes;
};

/** A truth for each row. */
const anyTruth = fc.oneof(
  fc.constantFrom(true, false).map((value) => (_: number) => value),
  fc
    .array(fc.boolean(), { minLength: ROWS, maxLength: ROWS })
    .map((table) => (row: number) => table[row] === true),
  // Of few questions and answers, as rules are.
  fc
    .array(fc.tuple(fc.nat(3), fc.integer({ min: -1, max: 3 })), { minLength: 1, maxLength: 4 })
    .map((tests) => (row: number) => tests.some(([question, code]) => codesOf(row)[question] === code)),
);

/** The diagram of a truth, by trying all rows. */
function diagramOf(store: NodeStore, holds: (row: number) => boolean): Node {
  const rowOf = (codes: readonly number[]) =>
    ANSWERS.reduceRight((row, answers, question) => row * (answers + 1) + (codes[question] ?? 0) + 1, 0);
  const below = (variable: number, codes: readonly number[]): Node => {
    const question = ORDER[variable];
    if (question === undefined) return holds(rowOf(codes)) ? TRUE : FALSE;
    const answers = ANSWERS[question] ?? 0;
    const under = (code: number) => below(variable + 1, codes.with(question, code));
    return store.node(variable, [...Array.from({ length: answers }, (_, code) => under(code)), under(-1)]);
  };
  return below(0, [0, 0, 0, 0]);
}

describe('the bits of many truths', () => {
  test('say of every row which of them hold', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(fc.array(anyTruth, { maxLength: 45 }), (wanted) => {
        const store = new NodeStore(ORDER.map((question) => (ANSWERS[question] ?? 0) + 1));
        const space: CodeSpace = { store, order: ORDER };
        const truths: Truths = wanted.map((holds) => truthOfDiagram(space, diagramOf(store, holds)));
        for (const truth of truths) kinds.add('table' in truth ? 'walk' : 'cubes');
        const kernel = newKernel();
        const middle = Math.floor(truths.length / 2);
        const bits = new RuleBits(kernel, [truths.slice(0, middle), truths.slice(middle)], ANSWERS);
        const codes = kernel.allocate(8);
        for (let row = 0; row < ROWS; row++) {
          // The row stands after another one, so that a place that is not counted from the row shows.
          kernel.bytes.set(Uint8Array.from([0, 0, 0, 0, ...codesOf(row)]), codes);
          kernel.look(bits.place, codes + 4);
          const holding = [...wanted.keys()].filter((truth) => wanted[truth]?.(row) === true);
          expect(bits.holding()).toEqual(holding);
        }
      }),
      runs(40),
    );
    expect([...kinds].sort()).toEqual(['cubes', 'walk']);
  });
});
