import { objectsTo } from '../core/ladder.ts';
import { isLevelRule, type LevelRule, type Rule } from '../core/rule-set.ts';
import { FALSE, type Node, type NodeStore } from './node-store.ts';

/** A level rule and the diagram of where it holds. */
export interface LevelRuleNode {
  readonly rule: LevelRule;
  readonly holds: Node;
}

/** The level rules among all rules; `holds` is by the index of a rule. */
export function levelRuleNodes(rules: readonly Rule[], holds: readonly Node[]): LevelRuleNode[] {
  return rules.flatMap((rule, index) => (isLevelRule(rule) ? [{ rule, holds: holds[index] ?? FALSE }] : []));
}

/** The diagram from answers to level that these rules alone give: the ladder, climbed for all cases at once. */
export function climbDiagram(store: NodeStore, levelCount: number, rules: readonly LevelRuleNode[]): Node {
  let level: Node = levelCount - 1;
  for (let rung = levelCount - 2; rung >= 0; rung--) {
    const objections = rules.filter(({ rule }) => objectsTo(rule, rung));
    const objected = objections.reduce((union, { holds }) => store.or(union, holds), FALSE);
    level = store.ite(objected, level, rung);
  }
  return level;
}
