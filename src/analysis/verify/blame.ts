import type { Answers } from '../../core/answers.ts';
import type { Expectation } from '../../core/guarantee.ts';
import { interpret } from '../../core/interpret.ts';
import { objectsTo } from '../../core/ladder.ts';
import { alertOf, isLevelRule, type LevelSet, type Rule, type RuleSet } from '../../core/rule-set.ts';
import type { Blame, Witness } from '../../core/verdict.ts';
import type { Way } from '../../diagram/nearest.ts';
import { membersOf } from '../../diagram/possible.ts';
import type { ProofSpace } from './proof-space.ts';

/** How many of the rules that come equally near to holding are named. */
const MOST_NEAREST = 3;

/** The rules that keep a case from the expected level, or that would have to hold to bring it there; likewise alerts. */
export function blameFor(space: ProofSpace, witness: Witness, expected: Expectation): Blame[] {
  const { levels, alert } = expected;
  const blame: Blame[] = [];
  if (levels !== undefined && !((levels >>> witness.level) & 1)) {
    const lower = membersOf(levels).filter((level) => level < witness.level);
    const tooHigh = lower.at(-1);
    blame.push(
      ...(tooHigh === undefined ? levelLacking(space, witness, levels) : holding(space, witness, tooHigh)),
    );
  }
  const hasAlert = witness.alerts.length > 0;
  if (alert !== undefined && alert !== hasAlert) {
    const raises = (rule: Rule) => alertOf(rule) !== undefined;
    if (hasAlert) blame.push(...inForce(space.ruleSet, witness.answers, raises).map(holds));
    else blame.push(...deciding(space, witness), ...nearestToHolding(space, witness.answers, raises));
  }
  return blame.filter(
    (each, place) => blame.findIndex(({ rule, part }) => rule === each.rule && part === each.part) === place,
  );
}

/** The rules of the wanted kinds that are in force in one of two cases only. */
export function differences(
  ruleSet: RuleSet,
  before: Answers,
  after: Answers,
  isWanted: (rule: Rule) => boolean,
): Blame[] {
  const first = inForce(ruleSet, before, isWanted);
  const second = inForce(ruleSet, after, isWanted);
  return ruleSet.rules.flatMap((_, rule) => {
    if (first.includes(rule) === second.includes(rule)) return [];
    return [{ rule, part: first.includes(rule) ? 'stops' : 'starts', changes: [] }];
  });
}

export function decidesLevelOrAlert(rule: Rule): boolean {
  return isLevelRule(rule) || alertOf(rule) !== undefined;
}

/** Too low: what the case rests on now, and the rules that come nearest to lifting it to a wanted level. */
function levelLacking(space: ProofSpace, witness: Witness, levels: LevelSet): Blame[] {
  const lifts = (rule: Rule) =>
    isLevelRule(rule) &&
    objectsTo(rule, witness.level) &&
    (rule.kind === 'rule_out' || ((levels >>> rule.level) & 1) === 1);
  return [...deciding(space, witness), ...nearestToHolding(space, witness.answers, lifts)];
}

/** The rules in force that object to a level. */
function holding(space: ProofSpace, { answers }: Witness, level: number): Blame[] {
  return inForce(space.ruleSet, answers, (rule) => isLevelRule(rule) && objectsTo(rule, level)).map(holds);
}

/** The rules in force that give the level of the case. */
function deciding(space: ProofSpace, witness: Witness): Blame[] {
  return witness.level === 0 ? [] : holding(space, witness, witness.level - 1);
}

/**
 * The rules that take the fewest changes to hold, and of those the ones that ask for another answer where the case
 * already departs from the best one: a threshold that was moved looks like that.
 */
function nearestToHolding(space: ProofSpace, answers: Answers, isWanted: (rule: Rule) => boolean): Blame[] {
  const ways = space.ruleSet.rules.flatMap((rule, index) => {
    const way = isWanted(rule) ? space.nearestWay(space.ruleNode(index), answers) : undefined;
    // A way without changes is a rule that holds already, which `holds` names.
    return way === undefined || way.changes.length === 0 ? [] : [{ rule: index, way }];
  });
  const elsewhere = ({ changes }: Way) => changes.filter(({ from }) => from === 0).length;
  const rank = (way: Way) => [way.changes.length, elsewhere(way), way.steps] as const;
  const [best] = ways.map(({ way }) => rank(way)).sort(compareRanks);
  return ways
    .filter(({ way }) => best !== undefined && compareRanks(rank(way), best) === 0)
    .slice(0, MOST_NEAREST)
    .map(({ rule, way }) => ({ rule, part: 'lacks', changes: way.changes }));
}

type Rank = readonly [changes: number, elsewhere: number, steps: number];

function compareRanks(a: Rank, b: Rank): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The rules (indexes) of the wanted kinds that hold in a complete case. */
export function inForce(ruleSet: RuleSet, answers: Answers, isWanted: (rule: Rule) => boolean): number[] {
  const ids = new Set(interpret(ruleSet, answers).holding);
  return ruleSet.rules.flatMap((rule, index) => (ids.has(rule.id) && isWanted(rule) ? [index] : []));
}

function holds(rule: number): Blame {
  return { rule, part: 'holds', changes: [] };
}
