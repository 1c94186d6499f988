import type { Answers } from '../core/answers.ts';
import { climb, objectsTo } from '../core/ladder.ts';
import type { Reason } from '../core/outcome.ts';
import { isLevelRule, type LevelRule, type Rule } from '../core/rule-set.ts';
import type { Truth } from '../core/truth.ts';
import { climbDiagram } from '../diagram/climb-diagram.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { type Node, NodeStore, TRUE } from '../diagram/node-store.ts';
import { restrictInto, terminalsBelow } from '../diagram/restrict.ts';
import type { InPlay } from './rules-in-play.ts';

/** A level rule that is not out of play, and how it stands. */
interface RuleInPlay {
  readonly rule: LevelRule;
  readonly index: number;
  readonly truth: Exclude<Truth, 'cannot_hold'>;
}

/** What gives the lowest possible level, heaviest first, and the rules in force that ask for less. */
export interface Reasons {
  readonly reasons: readonly Reason[];
  readonly lowerRules: readonly string[];
}

/** The reasons of a case, by the rules that are in play. */
export function reasonsFor(
  compiled: CompiledRuleSet,
  answers: Answers,
  { holding, awaited }: InPlay,
  lowest: number,
): Reasons {
  const { rules, levels } = compiled.ruleSet;
  const inForce = levelRules(rules, holding);
  const reasons =
    climb(levels.length, inForce) === lowest
      ? reasonsInForce(inForce, lowest)
      : reasonsAmongOpen(compiled, answers, { holding, awaited }, lowest);
  const isNamed = ({ id }: LevelRule) => reasons.some((reason) => reason.rules.includes(id));
  const lowerRules = inForce.filter((rule) => !isNamed(rule)).map((rule) => rule.id);
  return { reasons, lowerRules };
}

function levelRules(rules: readonly Rule[], indexes: readonly number[]): LevelRule[] {
  const found: LevelRule[] = [];
  for (const index of indexes) {
    const rule = rules[index];
    if (rule !== undefined && isLevelRule(rule)) found.push(rule);
  }
  return found;
}

/**
 * The reasons where the rules in force give the level: every `at_least` equal to it; where there is none, the
 * rule-outs that lift to it, then the `at_least` rules from which they lift.
 */
function reasonsInForce(inForce: readonly LevelRule[], lowest: number): Reason[] {
  if (lowest === 0) return [];
  const floors = inForce.filter((rule) => rule.kind === 'at_least');
  const floor = Math.max(0, ...floors.map((rule) => rule.level));
  const atFloor = floors.filter((rule) => rule.level === floor && floor > 0);
  if (floor === lowest) return atFloor.map((rule) => ({ rules: [rule.id], weight: 'alone' }));
  const lifting = inForce.filter((rule) => rule.kind === 'rule_out' && liftsFrom(rule, floor, lowest));
  return [...lifting, ...atFloor].map((rule) => ({ rules: [rule.id], weight: 'together' }));
}

function liftsFrom(rule: LevelRule, floor: number, lowest: number): boolean {
  for (let level = floor; level < lowest; level++) {
    if (rule.kind === 'rule_out' && objectsTo(rule, level)) return true;
  }
  return false;
}

/**
 * The reasons where no set of rules in force gives the level, yet every completion of the answers does: rules of
 * which, whatever the open answers are, one must hold. No rule of the set can be left out.
 */
function reasonsAmongOpen(
  compiled: CompiledRuleSet,
  answers: Answers,
  { holding, awaited }: InPlay,
  lowest: number,
): Reason[] {
  const ladder = new RestrictedLadder(compiled, answers);
  const inPlay = compiled.ruleSet.rules.flatMap((rule, index): RuleInPlay[] => {
    if (!isLevelRule(rule)) return [];
    if (holding.includes(index)) return [{ rule, index, truth: 'holds' }];
    return awaited.includes(index) ? [{ rule, index, truth: 'may_hold' }] : [];
  });
  let needed = inPlay;
  // Rules in force are kept in preference to open ones, and those that ask for less are left out first.
  const candidates = [...inPlay].sort((a, b) => dispensability(b) - dispensability(a));
  for (const candidate of candidates) {
    const rest = needed.filter((member) => member !== candidate);
    if (ladder.lowest(rest) >= lowest) needed = rest;
  }
  const open = needed.filter(({ truth }) => truth === 'may_hold').map(({ rule }) => rule.id);
  const held = needed.filter(({ truth }) => truth === 'holds');
  return [
    { rules: open, weight: held.length === 0 ? 'alone' : 'together' },
    ...held.map(({ rule }): Reason => ({ rules: [rule.id], weight: 'together' })),
  ];
}

function dispensability({ rule, truth }: RuleInPlay): number {
  const asks = rule.kind === 'at_least' ? rule.level : 0;
  return (truth === 'may_hold' ? 1000 : 0) - asks;
}

/** The ladder under given answers, for any selection of rules; its nodes live in a store of their own. */
class RestrictedLadder {
  readonly #compiled: CompiledRuleSet;
  readonly #answers: Answers;
  readonly #store: NodeStore;
  readonly #nodes = new Map<number, Node>();

  constructor(compiled: CompiledRuleSet, answers: Answers) {
    this.#compiled = compiled;
    this.#answers = answers;
    this.#store = new NodeStore(compiled.arities);
  }

  /** The lowest level that completions of the answers can give under these rules alone. */
  lowest(rules: readonly RuleInPlay[]): number {
    const levelCount = this.#compiled.ruleSet.levels.length;
    const nodes = rules.map((inPlay) => ({ rule: inPlay.rule, holds: this.#node(inPlay) }));
    const root = climbDiagram(this.#store, levelCount, nodes);
    return Math.min(...terminalsBelow(this.#store, root));
  }

  #node({ index, truth }: RuleInPlay): Node {
    const diagram = this.#compiled.rules[index];
    if (truth === 'holds' || diagram === undefined) return TRUE;
    const node =
      this.#nodes.get(index) ?? restrictInto(this.#store, diagram, this.#answers, this.#compiled.variables);
    this.#nodes.set(index, node);
    return node;
  }
}
