import type { AdviseCondition } from '../../core/rule-set.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { ConditionCompiler } from '../../diagram/condition-compiler.ts';
import type { Node } from '../../diagram/node-store.ts';
import { answerClasses } from '../verify/answer-classes.ts';
import { ProofSpace } from '../verify/proof-space.ts';
import { idleRules } from './idle-rules.ts';
import { impliedRules } from './implied-rules.ts';
import { type OwnedCondition, ownedConditions } from './owned-condition.ts';
import { type UnreachableCount, unreachableCounts } from './unreachable-counts.ts';

/** All cases of a rule set at once, and what several checks want to know of them. */
export interface CheckSpace {
  readonly proof: ProofSpace;
  /** Where a condition holds, tests on the outcome included. */
  readonly where: (condition: AdviseCondition) => Node;
  readonly conditions: readonly OwnedCondition[];
  /** Level rules (indexes) without which every case keeps its level. */
  readonly idle: ReadonlySet<number>;
  /** Per implied rule (index), the first rule that implies it. */
  readonly implied: ReadonlyMap<number, number>;
  /** Per question and answer a class: answers of one class lead to the same outcome in every case. */
  readonly answerClasses: readonly (readonly number[])[];
  readonly unreachable: readonly UnreachableCount[];
}

/** @throws TooLargeError if the diagrams need more than `maxNodes` nodes. */
export function checkSpace(compiled: CompiledRuleSet, maxNodes?: number): CheckSpace {
  const proof = new ProofSpace(compiled, maxNodes);
  const compiler = new ConditionCompiler(proof.ruleSet, proof.store, proof.variables);
  compiler.useLevel(proof.level, proof.levelRules);
  const where = (condition: AdviseCondition) => compiler.compile(condition);
  const conditions = ownedConditions(proof.ruleSet);
  return {
    proof,
    where,
    conditions,
    idle: idleRules(proof),
    implied: impliedRules(proof),
    answerClasses: answerClasses(proof),
    unreachable: conditions.flatMap((owned) => unreachableCounts({ store: proof.store, where }, owned)),
  };
}
