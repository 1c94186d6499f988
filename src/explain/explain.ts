import type { Answers } from '../core/answers.ts';
import { objectsTo } from '../core/ladder.ts';
import type { Outcome } from '../core/outcome.ts';
import { isLevelRule } from '../core/rule-set.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { type Change, type NearestWays, nearestWays, reachable } from '../diagram/nearest.ts';
import { membersOf, possibleTerminals } from '../diagram/possible.ts';
import { smallestCause } from '../diagram/smallest-cause.ts';
import { evaluate } from './evaluate.ts';
import { exactTrace } from './exact-trace.ts';
import type { Counterfactual, Explanation, WaysTo, WhyNotHigher, WhyNotLower } from './explanation.ts';

/** Everything that can be said about one case: outcome, trace, why not lower or higher, what would change it. */
export function explain(compiled: CompiledRuleSet, answers: Answers): Explanation {
  const outcome = evaluate(compiled, answers);
  const whyNotLower = explainNotLower(compiled, answers, outcome);
  const whyNotHigher = explainNotHigher(compiled, answers, outcome.highest + 1);
  return {
    outcome,
    trace: exactTrace(compiled, answers),
    ...(whyNotLower === undefined ? {} : { whyNotLower }),
    ...(whyNotHigher === undefined ? {} : { whyNotHigher }),
    otherLevels: waysToOtherLevels(compiled, answers, outcome),
  };
}

function explainNotLower(
  compiled: CompiledRuleSet,
  answers: Answers,
  outcome: Outcome,
): WhyNotLower | undefined {
  if (outcome.lowest === 0) return undefined;
  const cause = smallestCause(compiled, answers, outcome.lowest);
  return { level: outcome.lowest - 1, reasons: outcome.reasons, answers: cause ?? [] };
}

/**
 * Why a level is not reached: the rule that objects to the level below it and needs the fewest changed answers
 * to hold. Absent past the last level.
 */
export function explainNotHigher(
  compiled: CompiledRuleSet,
  answers: Answers,
  level: number,
): WhyNotHigher | undefined {
  if (level >= compiled.ruleSet.levels.length) return undefined;
  const candidates = compiled.ruleSet.rules.flatMap((rule, index) => {
    if (!isLevelRule(rule) || !objectsTo(rule, level - 1)) return [];
    const diagram = compiled.rules[index];
    const way = diagram && nearestIn(compiled, diagram, answers, HOLDS)?.ways[0];
    return way === undefined ? [] : [{ rule: rule.id, way }];
  });
  const distance = (candidate: (typeof candidates)[number]) =>
    candidate.way.changes.length * 1000 + candidate.way.steps;
  const [nearest] = [...candidates].sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return { level };
  const asNear = candidates.filter((candidate) => distance(candidate) === distance(nearest));
  return {
    level,
    nearest: { rule: nearest.rule, lacks: nearest.way.changes, otherRules: asNear.length - 1 },
  };
}

function waysToOtherLevels(compiled: CompiledRuleSet, answers: Answers, outcome: Outcome): WaysTo[] {
  const distance = (level: number) =>
    level < outcome.lowest ? outcome.lowest - level : level - outcome.highest;
  return compiled.ruleSet.levels
    .map((_, level) => level)
    .filter((level) => !outcome.possible.includes(level))
    .sort((a, b) => distance(a) - distance(b) || a - b)
    .flatMap((level) => {
      const ways = waysTo(compiled, answers, level);
      return ways === undefined ? [] : [ways];
    });
}

/** The fewest changes of given answers after which `level` is possible. Absent if none lead there. */
export function waysTo(compiled: CompiledRuleSet, answers: Answers, level: number): WaysTo | undefined {
  const nearest = nearestIn(compiled, compiled.level, answers, level);
  return nearest === undefined ? undefined : toWays(compiled, answers, level, nearest);
}

function toWays(compiled: CompiledRuleSet, answers: Answers, level: number, nearest: NearestWays): WaysTo {
  const ways = nearest.ways.map((way): Counterfactual => {
    const possible = membersOf(possibleTerminals(compiled.level, withChanges(answers, way.changes)));
    return { changes: way.changes, lowest: possible[0] ?? level, highest: possible.at(-1) ?? level };
  });
  return { level, ways, total: nearest.total };
}

/** The answers after some changes; the given ones are left as they are. */
function withChanges(answers: Answers, changes: readonly Change[]): Int8Array {
  const changed = Int8Array.from(answers);
  for (const change of changes) changed[change.question] = change.to;
  return changed;
}

/** The terminal of a rule's diagram where the rule holds. */
const HOLDS = 1;

/** What is past stays as it was: questions of history are never named as something to change. */
function nearestIn(
  compiled: CompiledRuleSet,
  diagram: Diagram,
  answers: Answers,
  terminal: number,
): NearestWays | undefined {
  const { questions } = compiled.ruleSet;
  const wanted = reachable(compiled, diagram, answers, (candidate) => candidate === terminal);
  return nearestWays(wanted, questions, (question) => questions[question]?.history === false);
}
