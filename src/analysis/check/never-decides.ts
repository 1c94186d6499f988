import { alertOf } from '../../core/rule-set.ts';
import type { CheckSpace } from './check-space.ts';
import { exampleOf } from './example-case.ts';
import type { Found } from './found.ts';

/**
 * Level rules that hold but decide nothing, because others together give the same level in every case. Where a single
 * rule does, or a later rule says the very same, `implied` names it.
 */
export function neverDecides({ proof, idle, implied }: CheckSpace): Found[] {
  const hasTwin = (index: number) =>
    [...implied].some(([later, first]) => first === index && proof.ruleNode(later) === proof.ruleNode(index));
  return [...idle].flatMap((index) => {
    const rule = proof.ruleSet.rules[index];
    if (rule === undefined || implied.has(index) || hasTwin(index)) return [];
    return [
      {
        at: rule,
        owner: rule,
        message: `\`${rule.id}\` never decides a level: without it every case would have the same one`,
        help:
          alertOf(rule) === undefined
            ? 'delete it, or narrow the rules that hold the level in its place'
            : 'leave out `at_least` and keep the alert, or narrow the rules that hold the level in its place',
        ...exampleOf(proof, proof.ruleNode(index)),
      },
    ];
  });
}
