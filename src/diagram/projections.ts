import type { AnswerSet } from '../core/rule-set.ts';
import type { CompiledRuleSet } from './compile.ts';
import type { Diagram } from './diagram.ts';

/** All answers of any question. */
const ALL: AnswerSet = -1;

/** A reference to where a condition does not hold. */
const FALSE = ~0;

/**
 * Per question (index), the answers with which a condition can hold, whatever all other answers are: its projection on
 * each question.
 *
 * Method: one look at each edge, for in a reduced diagram every edge but those to `FALSE` lies on a path on which the
 * condition holds. Such a path goes through an edge of the question or passes the question over, and then each of its
 * answers will do.
 */
export function projections(condition: Diagram, { order, variables }: CompiledRuleSet): Int32Array {
  const { size, root, questions, firstChild, children } = condition;
  const sets = new Int32Array(order.length);
  /** Per variable, how many edges begin to pass variables over there, less those that end. */
  const passing = new Int32Array(order.length + 1);
  const variableOf = (node: number) => (node < 0 ? order.length : (variables[questions[node] ?? 0] ?? 0));
  const pass = (from: number, to: number) => {
    if (to === FALSE) return;
    const end = variableOf(to);
    passing[from] = (passing[from] ?? 0) + 1;
    passing[end] = (passing[end] ?? 0) - 1;
  };
  pass(0, root);
  for (let node = 0; node < size; node++) {
    const question = questions[node] ?? 0;
    const first = firstChild[node] ?? 0;
    const end = firstChild[node + 1] ?? first;
    for (let place = first; place < end; place++) {
      const child = children[place] ?? FALSE;
      if (child !== FALSE) sets[question] = (sets[question] ?? 0) | (1 << (place - first));
      pass(variableOf(node) + 1, child);
    }
  }
  let passed = 0;
  order.forEach((question, variable) => {
    passed += passing[variable] ?? 0;
    if (passed > 0) sets[question] = ALL;
  });
  return sets;
}
